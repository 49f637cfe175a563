import re

import pytest

from sosach.findings.finding import Severity
from sosach.outputs.report.parts import (
    Column,
    Section,
    bar,
    contents,
    count,
    foldable,
    isolated,
    key,
    lines,
    listed,
    paragraph,
    row,
    section,
    severity_word,
    table,
    under,
)

COLUMNS = (Column("Thôn", row_head=True), Column("Số người", number=True))


def test_a_section_is_named_by_its_heading() -> None:
    made = section("theo-thon", "Theo thôn", paragraph("x"), meta="trên 4 người")
    assert (made.anchor, made.title) == ("theo-thon", "Theo thôn")
    assert 'aria-labelledby="theo-thon-h"' in made.html
    assert '<h2 id="theo-thon-h">Theo thôn</h2>' in made.html


def test_contents_lead_to_the_sections() -> None:
    html = contents([section("a", "Một"), section("b", "Hai")])
    assert '<a href="#a">Một</a>' in html
    assert '<a href="#b">Hai</a>' in html
    assert isinstance(section("a", "Một"), Section)


def test_a_table_has_scopes_and_a_caption() -> None:
    html = table(COLUMNS, [row(COLUMNS, ("Ánh", "2"))], foot=row(COLUMNS, ("Cả tệp", "2")), caption="Theo thôn")
    assert html.count('scope="col"') == 2
    assert html.count('scope="row"') == 2
    assert '<caption class="visually-hidden">Theo thôn</caption>' in html
    assert html.count("<tbody") == 1


def test_a_wide_table_can_be_scrolled_with_the_keyboard() -> None:
    html = table(COLUMNS, [], caption="Theo thôn")
    assert html.startswith('<div class="scroll" tabindex="0" role="region" aria-label="Theo thôn">')
    assert table(COLUMNS, [], caption="Theo thôn", cards=True).startswith("<table")


def test_rows_under_a_head_are_not_put_into_a_second_body() -> None:
    html = table(COLUMNS, [under("Nhóm một", COLUMNS, [row(COLUMNS, ("Ánh", "2"))])], caption="x")
    assert html.count("<tbody") == html.count("</tbody>") == 1
    assert 'scope="rowgroup" colspan="2"' in html


def test_a_row_with_too_few_cells_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="shorter"):
        row(COLUMNS, ("Ánh",))


def test_the_parts_of_a_bar_stand_side_by_side() -> None:
    html = bar((("fill-error", 3), ("fill-warning", 0), ("fill-done", 5)), 10)
    drawn = re.findall(r'class="(fill-\w+)"(?: x="(\d+)")? width="(\d+)"', html)
    assert drawn == [("fill-base", "", "10"), ("fill-error", "0", "3"), ("fill-done", "3", "5")]


def test_a_bar_of_nothing_has_a_size() -> None:
    assert 'viewBox="0 0 1 6"' in bar((), 0)


@pytest.mark.parametrize("severity", list(Severity))
def test_a_severity_is_sign_and_word(severity: Severity) -> None:
    html = severity_word(severity)
    assert "<use href=" in html
    assert re.search(r"(Lỗi|Cần xác minh|Đã làm sạch)</span>", html)


def test_small_parts() -> None:
    assert count(1990) == "1.990"
    assert 'class="soft"' in count(0)
    assert isolated("a<b") == "<bdi>a&lt;b</bdi>"
    assert listed(["x"], ordered=True) == "<ol><li>x</li></ol>"
    assert lines("a", None, "b") == "<div>a</div><div>b</div>"
    assert foldable("Thêm", "x") == "<details><summary>Thêm</summary>x</details>"
    assert key(("fill-error", "Có lỗi")).count("<rect") == 1
