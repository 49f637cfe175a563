"""`report.html`: one page that tells what was read, what is wrong and what to do next.

It stands alone (no script, no request to any host, system fonts), so that it opens from a USB stick and on a telephone,
and prints on A4. What comes from the file is escaped; the page's own policy forbids everything but its style sheet.
"""

import base64
import hashlib
from functools import cache
from importlib import resources
from pathlib import Path

from sosach.outputs.checked import Checked
from sosach.outputs.figures import Figures
from sosach.outputs.labels import register_name
from sosach.outputs.profile import profile
from sosach.outputs.report.cases import cases, worst_cases
from sosach.outputs.report.columns import columns
from sosach.outputs.report.groups import by_group, by_hamlet
from sosach.outputs.report.legend import icons, legend
from sosach.outputs.report.markup import Html, tag
from sosach.outputs.report.opening import next_steps, opening
from sosach.outputs.report.parts import contents
from sosach.outputs.report.problems import by_rule
from sosach.outputs.report.source import source


def write_report(path: Path, checked: Checked, counted: Figures) -> None:
    """Writes the page.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_text(page(checked, counted), encoding="utf-8", newline="\n")


def page(checked: Checked, counted: Figures) -> str:
    """The page as text."""
    return f"<!doctype html>\n{tag('html', _head(checked), _body(checked, counted), lang='vi')}\n"


def _head(checked: Checked) -> Html:
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="robots", content="noindex"),
        tag("title", f"Kết quả kiểm tra {register_name(checked.register)}: {checked.summary['source']['name']}"),
        tag("style", Html(style)),
    )


def _body(checked: Checked, counted: Figures) -> Html:
    sections = (
        next_steps(checked, counted),
        by_group(counted),
        by_hamlet(counted),
        by_rule(counted),
        cases(worst_cases(checked), one_sheet=len(checked.summary["source"]["sheets"]) == 1),
        columns(checked, profile(checked)),
        source(checked),
        legend(),
    )
    there = [section for section in sections if section is not None]
    main = tag("main", opening(checked, counted), contents(there), *(section.html for section in there), id="noi-dung")
    skip = tag("a", "Đến thẳng nội dung", class_="skip-link", href="#noi-dung")
    brand = tag("header", tag("span", "Sổ Sạch", class_="brand"), tag("span", "Bản kết quả kiểm tra"), class_="topbar")
    return tag("body", skip, icons(), brand, main)


@cache
def _style() -> str:
    return resources.files("sosach.outputs.report").joinpath("page.css").read_text(encoding="utf-8")
