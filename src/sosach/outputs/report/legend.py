"""How to read the page, and the signs it uses."""

from sosach.findings.finding import Severity
from sosach.outputs.labels import CERTAINTIES_EXPLAINED, SEVERITIES_EXPLAINED, UNTOUCHED
from sosach.outputs.report.markup import Html, join, tag
from sosach.outputs.report.parts import Section, listed, section, severity_word

_SIGNS = {
    "error": "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM5.5 5.5l5 5M10.5 5.5l-5 5",
    "warning": "M8 2 1.5 13.5h13zM8 6.5v3.5M8 11.7v.3",
    "info": "M2.5 8.5 6 12l7.5-8",
}


def icons() -> Html:
    """The signs, drawn once and used by name."""
    drawn = (tag("symbol", tag("path", d=path), id=f"i-{name}", viewBox="0 0 16 16") for name, path in _SIGNS.items())
    return tag("svg", *drawn, class_="signs", aria_hidden="true")


def legend() -> Section:
    """What the words mean and what a check cannot know."""
    said = (
        *(join(severity_word(severity), ": ", SEVERITIES_EXPLAINED[severity]) for severity in Severity),
        "Số người: mỗi người đếm một lần trong mỗi dòng, dù có mấy vấn đề.",
        *CERTAINTIES_EXPLAINED,
        UNTOUCHED,
    )
    return section("cach-doc", "Cách đọc bản này", listed(said, class_="plain"))
