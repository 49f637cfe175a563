"""Sheets with some cells changed, seen by two other readers."""

import io
import re
import string
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sosach.intake.facts import column_letters
from sosach.outputs.upload.archive import replaced
from sosach.outputs.upload.sheet_patch import LONGEST, UnpatchableError, patched
from tests.intake import books

SHEET = "xl/worksheets/sheet1.xml"
INLINE = '<c r="{}" s="3" t="inlineStr"><is><t>{}</t></is></c>'


def rows(*inner: str, before: str = "", after: str = "") -> bytes:
    return books.sheet_xml("".join(inner), before, after)


def row(number: int, *cells: str, attributes: str = "") -> str:
    return f'<row r="{number}"{attributes}>{"".join(cells)}</row>'


def values(xml: bytes) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(books.xlsx_bytes(xml)))
    sheet = book.get_sheet_by_index(0)
    left = sheet.start[1] if sheet.start else 0
    top = sheet.start[0] if sheet.start else 0
    return [[]] * top + [[""] * left + list(line) for line in sheet.to_python(skip_empty_area=True)]


def why(xml: bytes, place: tuple[int, int], text: str = "x") -> tuple[str, str]:
    with pytest.raises(UnpatchableError) as refusal:
        patched(xml, {place: text})
    return refusal.value.why, refusal.value.cell


@pytest.mark.parametrize(
    "old",
    [
        '<c r="B2" s="3"><v>27218700001</v></c>',
        '<c r="B2" s="3" t="s"><v>0</v></c>',
        '<c s="3" r="B2" t="inlineStr"><is><t>x</t></is></c>',
        '<c r="B2" s="3"/>',
        "<c r='B2' s='3' t='str'><v>a&gt;b</v></c>",
        '<c r="B2" s="3" t="e"><v>#N/A</v></c>',
        '<c r="B2" t="b" s="3" vm="1"><v>1</v></c>',
        '<c r="B2" s="3"></c>',
        '<c\n r="B2"\n s="3" />',
    ],
)
def test_whatever_stood_there_the_cell_keeps_its_style_and_holds_text(old: str) -> None:
    before = rows(row(2, '<c r="A2"><v>1</v></c>', old, '<c r="C2"><v>3</v></c>'))
    after = patched(before, {(1, 1): "027218700001"})
    assert values(after)[1] == [1.0, "027218700001", 3.0]
    cell = re.search(rb"<c\s[^>]*B2[^>]*>", after)
    assert cell is not None
    assert re.search(rb"""s=["']3["']""", cell[0])
    assert b"vm=" not in after
    assert after.replace(b"".join(re.findall(rb"<c\s[^>]*B2[^>]*>.*?</c>", after)), b"") == before.replace(
        old.encode(), b""
    )


def test_everything_else_stays_byte_for_byte() -> None:
    before = rows(row(1, '<c r="A1" t="s"><v>0</v></c>'), row(2, '<c r="A2"><f>A1</f><v>1</v></c>', '<c r="B2"/>'))
    after = patched(before, {(1, 1): "new"})
    new = b'<c r="B2" t="inlineStr"><is><t>new</t></is></c>'
    assert after == before.replace(b'<c r="B2"/>', new)


@pytest.mark.parametrize(
    ("cells", "column"), [(("B2", "D2"), 0), (("B2", "D2"), 2), (("B2", "D2"), 4), ((), 1), (("A2",), 26)]
)
def test_a_cell_that_was_not_there_is_put_in_its_place(cells: tuple[str, ...], column: int) -> None:
    before = rows(row(2, *(INLINE.format(cell, cell) for cell in cells)))
    after = patched(before, {(1, column): "new"})
    order = re.findall(rb'<c r="([A-Z]+)2"', after)
    assert order == sorted(order, key=lambda letters: (len(letters), letters))
    line = values(after)[1]
    assert line[column] == "new"
    assert [cell for cell in line if cell and cell != "new"] == list(cells)


def test_an_empty_row_gets_its_cell() -> None:
    after = patched(rows('<row r="1"/>', '<row r="2" ht="20"/>'), {(1, 0): "new"})
    assert values(after)[1] == ["new"]
    assert b'<row r="2" ht="20">' in after


def test_a_new_cell_has_the_style_of_its_row_or_column() -> None:
    cols = '<cols><col min="1" max="2" width="9" style="5"/><col min="3" max="3" width="9"/></cols>'
    before = rows(row(1), row(2, attributes=' s="7" customFormat="1"'), row(3, attributes=' s="7"'), before=cols)
    after = patched(before, {(0, 1): "a", (1, 1): "b", (2, 2): "c"})
    assert b'<c r="B1" s="5" ' in after
    assert b'<c r="B2" s="7" ' in after
    assert b'<c r="C3" t=' in after


def test_hints_about_the_extent_follow_a_new_cell() -> None:
    before = rows(row(2, INLINE.format("B2", "x"), attributes=' spans="2:2"'), before='<dimension ref="B2"/>')
    after = patched(before, {(1, 3): "new"})
    assert b'<dimension ref="B2:D2"/>' in after
    assert b"spans" not in after
    unchanged = patched(before, {(1, 1): "new"})
    assert b'<dimension ref="B2"/>' in unchanged
    assert b'spans="2:2"' in unchanged


def test_an_emptied_cell_keeps_its_style() -> None:
    after = patched(rows(row(1, INLINE.format("A1", "x"), INLINE.format("B1", "y"))), {(0, 0): ""})
    assert b'<c r="A1" s="3"/>' in after
    assert values(after) == [["", "y"]]


def test_prefixes_of_names_are_followed() -> None:
    before = (
        b'<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>old</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    after = patched(before, {(0, 0): "new", (0, 1): "more"})
    root = re.sub(rb"</?x:", lambda found: found[0][:-2], after)
    assert root.count(b"<c ") == 2
    assert b"<x:is><x:t>new</x:t></x:is>" in after


def test_cells_without_references_are_counted() -> None:
    before = rows("<row><c><v>1</v></c><c><v>2</v></c></row>", "<row><c><v>3</v></c><c><v>4</v></c></row>")
    after = patched(before, {(1, 1): "new", (0, 2): "more"})
    assert values(after) == [[1.0, 2.0, "more"], [3.0, "new", ""]]


@pytest.mark.parametrize(
    ("xml", "place", "told"),
    [
        (rows(row(1, '<c r="A1"><f>B1</f><v>1</v></c>')), (0, 0), ("upload_formula", "A1")),
        (rows(row(1, '<c r="A1"><f t="shared" si="0"/><v>1</v></c>')), (0, 0), ("upload_formula", "A1")),
        (
            rows(row(1, '<c r="A1"><f t="array" ref="A1:B2">C1</f><v>1</v></c>', '<c r="B1"><v>1</v></c>')),
            (0, 1),
            ("upload_formula", "B1"),
        ),
        (
            rows(row(1), after='<mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>'),
            (2, 0),
            ("upload_merged", "A3"),
        ),
        (rows(row(1)), (4, 2), ("upload_no_row", "C5")),
        (rows(row(1, "<!-- <c/> -->")), (0, 0), ("upload_structure", "")),
        (rows(row(1, '<c r="A1" t="str"><v><![CDATA[</row>]]></v></c>')), (0, 0), ("upload_structure", "")),
        (rows().replace(b"<sheetData></sheetData>", b"<sheetData/>"), (0, 0), ("upload_structure", "")),
        (b"<html>", (0, 0), ("upload_structure", "")),
        (b'<?xml version="1.0" encoding="windows-1258"?><worksheet/>', (0, 0), ("upload_structure", "")),
    ],
)
def test_what_cannot_be_changed_is_refused_with_its_cell(xml: bytes, place: tuple[int, int], told: tuple) -> None:
    assert why(xml, place) == told


def test_the_first_cell_of_a_merged_range_stands_for_all_of_it() -> None:
    before = rows(row(1, INLINE.format("A1", "x")), after='<mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>')
    assert values(patched(before, {(0, 0): "new"})) == [["new"]]


def test_one_refusal_changes_nothing() -> None:
    xml = rows(row(1, INLINE.format("A1", "x"), '<c r="B1"><f>A1</f></c>'))
    with pytest.raises(UnpatchableError):
        patched(xml, {(0, 0): "new", (0, 1): "new"})


@pytest.mark.parametrize("text", ["\0", "\x0b", "a\rb", "\ud800", "\uffff", "x" * (LONGEST + 1)])
def test_what_no_cell_can_hold_is_an_error_of_the_caller(text: str) -> None:
    with pytest.raises(ValueError, match="no cell"):
        patched(rows(row(1)), {(0, 0): text})


NASTY = [
    "=1+1",
    "<t>&amp;</t>",
    "a & b",
    " x ",
    "_x0041_",
    "]]>",
    '"',
    "Nguyễn Thị Hòa",
    "Nguyễn",
    "+84",
    "@SUM",
    "a\nb",
]


@pytest.mark.parametrize("text", NASTY)
def test_any_text_is_written_as_it_is(text: str) -> None:
    xml = patched(rows(row(1, '<c r="A1"/>')), {(0, 0): text})
    assert values(xml) == [[text]]
    seen = openpyxl.load_workbook(io.BytesIO(books.xlsx_bytes(xml))).active["A1"]
    assert seen.value.replace("_x005F_", "_") == text  # openpyxl leaves the escape of an underscore as it is
    assert seen.data_type in ("s", "inlineStr")


letters = st.text(string.ascii_letters + "ăâđêôơưễậ &<>'\"=_-/", min_size=1, max_size=10)
cells = st.one_of(st.none(), letters, st.integers(0, 10**11), st.floats(0, 9, allow_nan=False), st.booleans())
grids = st.lists(st.lists(cells, min_size=1, max_size=6), min_size=1, max_size=8)


@settings(max_examples=60)
@given(grids, st.data())
def test_exactly_the_cells_that_were_meant_differ(grid: list[list[Any]], data: st.DataObject) -> None:
    book = openpyxl.Workbook()
    for line in grid:
        book.active.append(["x", *line])
    held = io.BytesIO()
    book.save(held)
    with zipfile.ZipFile(held) as archive:
        xml = archive.read(SHEET)
    places = st.tuples(st.integers(0, len(grid) - 1), st.integers(0, 8))
    changes = data.draw(st.dictionaries(places, letters | st.just(""), max_size=6))
    before, after = _seen(held.getvalue(), xml), _seen(held.getvalue(), patched(xml, changes))
    for place in {*before, *after}:
        expected = changes.get(place, before.get(place, ""))
        assert (after.get(place) or "") == (expected or ""), place


def _seen(data: bytes, xml: bytes) -> dict[tuple[int, int], Any]:
    sheet = openpyxl.load_workbook(io.BytesIO(replaced(data, {SHEET: xml}))).active
    return {
        (cell.row - 1, cell.column - 1): cell.value
        for line in sheet.iter_rows()
        for cell in line
        if cell.value is not None
    }


def test_a_long_sheet_is_done_quickly(tmp_path: Path) -> None:
    lines = [row(n, *(f'<c r="{column_letters(c)}{n}"><v>{c}</v></c>' for c in range(30))) for n in range(1, 5001)]
    after = patched(rows(*lines), {(4999, 29): "new", (0, 0): "first"})
    assert after.count(b"inlineStr") == 2
