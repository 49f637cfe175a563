import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sosach.outputs.checked import Checked
from sosach.outputs.figures import figures
from sosach.outputs.report_page import page, write_report
from sosach.registers.children import REGISTER
from sosach.rules.catalogue import rules_for
from tests.outputs.small_register import FINDINGS, RECORDS, checked, finding, lost_zeros, record
from tests.outputs.test_labels import NEVER_WRITTEN

VOID = {"meta", "rect", "use", "path"}

NASTY = "<script>alert(1)</script>{{7*7}}\u202e👩‍👧\"'&"


class _Outline(HTMLParser):
    """Elements that are open, in order, and what they carry."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.ids += [value for name, value in attrs if name == "id" and value]
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _nasty_page() -> str:
    people = [record(5, full_name=NASTY, hamlet=NASTY, raw={"sex": NASTY}), *RECORDS[1:]]
    found = [
        finding(5, "x", message=f"Ô ghi “{NASTY}”.", value=NASTY, field="sex", column=NASTY),
        finding(5, "y", message=NASTY),
        *FINDINGS,
    ]
    there = checked(people, found, name=NASTY, notices=(lost_zeros(),))
    source = there.summary["source"]
    source["sheets"][0]["name"] = NASTY
    source["sheets"][0]["rows_skipped"][0]["why"] = NASTY
    source["other_sheets"][0]["name"] = NASTY
    there.summary["unmapped_headings"].append(NASTY)
    source["columns"].append({"sheet": NASTY, "heading": NASTY, "field": "sex"})
    return page(there, figures(there))


def _page_of(there: Checked) -> str:
    return page(there, figures(there))


@pytest.mark.parametrize(
    "text", [_page_of(checked()), _nasty_page(), _page_of(checked((), ()))], ids=["plain", "nasty", "nobody"]
)
def test_elements_close_in_order_and_headings_go_down_one_by_one(text: str) -> None:
    outline = _Outline(text)
    assert outline.open == []
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(outline.headings, outline.headings[1:], strict=False))
    assert len(outline.ids) == len(set(outline.ids))


def test_nothing_from_the_file_becomes_markup() -> None:
    text = _nasty_page()
    assert "<script" not in text
    assert "\u202e" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{7*7}}␣👩‍👧&quot;&#x27;&amp;" in text


def test_the_page_asks_nobody_for_anything() -> None:
    outline = _Outline(page(checked(), figures(checked())))
    leading_out = [
        (tag, value)
        for tag, name, value in outline.attributes
        if name in {"src", "href", "action", "srcset", "data"} and not (value or "").startswith("#")
    ]
    assert leading_out == []
    assert "url(" not in page(checked(), figures(checked()))
    assert "@import" not in page(checked(), figures(checked()))
    assert "http://" not in page(checked(), figures(checked()))
    assert "https://" not in page(checked(), figures(checked()))


def test_the_policy_allows_the_style_sheet_and_nothing_else() -> None:
    text = page(checked(), figures(checked()))
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{digest}&#x27;" in text
    assert [name for _, name, _ in _Outline(text).attributes if name == "style" or name.startswith("on")] == []


def test_every_link_leads_to_a_place_on_the_page() -> None:
    outline = _Outline(page(checked(), figures(checked())))
    targets = [value[1:] for _, name, value in outline.attributes if name == "href" and value]
    assert [target for target in targets if target not in outline.ids] == []


def test_the_page_is_vietnamese_and_fits_a_telephone() -> None:
    text = page(checked(), figures(checked()))
    assert '<html lang="vi">' in text
    assert 'content="width=device-width, initial-scale=1"' in text
    assert text.startswith("<!doctype html>\n")


def test_no_full_number_is_on_the_page() -> None:
    found = [
        finding(5, "a", message="Số 003316600001 sai.", value="003316600001", field="personal_id"),
        finding(5, "b"),
    ]
    assert "316600001" not in page(checked(findings=found), figures(checked(findings=found)))


def test_the_same_check_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        write_report(tmp_path / name, checked(), figures(checked()))
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert b"\r\n" not in (tmp_path / "a.html").read_bytes()


def test_what_is_never_written_is_not_written_by_the_page_itself() -> None:
    text = re.sub(r"<style>.*?</style>", "", _page_of(checked(findings=())), flags=re.DOTALL).lower()
    assert [phrase for phrase in NEVER_WRITTEN if phrase.lower() in text] == []


def test_every_rule_can_be_shown() -> None:
    known = rules_for(REGISTER)
    found = [finding(5, rule.code, rule.severity.value, group=rule.group and rule.group.value) for rule in known]
    text = page(checked(findings=found), figures(checked(findings=found)))
    assert [rule.label for rule in known if rule.label not in text] == []


def _contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    a, b = sorted((light(one), light(other)))
    return (b + 0.05) / (a + 0.05)


def test_text_has_enough_contrast() -> None:
    tokens = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", page(checked(), figures(checked())).split("@media")[0]))
    on_paper = [(ink, "paper") for ink in ("ink", "ink-soft", "accent", "late", "due", "done")]
    for ink, ground in [*on_paper, ("bar-ink", "bar"), ("ink", "accent-tint")]:
        assert _contrast(tokens[ink], tokens[ground]) >= 4.5, (ink, ground)
