"""Side facts of .xlsx sheets, however their XML is written."""

import polars as pl
import pytest

from sosach.findings.notices import Refused
from sosach.intake.container import Container, open_container
from sosach.intake.facts import SheetFacts
from sosach.intake.options import Limits
from sosach.intake.sheet_xml import check_entities, scan_sheet
from sosach.intake.styles import Styles
from sosach.text.cells import ERROR, TCVN3_FONT, UNCACHED
from tests.intake import books

PART = "xl/worksheets/sheet1.xml"
STYLES = Styles({1: "000000000000", 12: "yyyy"}, {3: TCVN3_FONT})


def container(sheet: bytes, **limits: int) -> Container:
    """An archive with this sheet."""
    return open_container("a.xlsx", books.xlsx_bytes(sheet), Limits(ratio=100_000, **limits))


def scanned(sheet: bytes, styles: Styles = STYLES) -> SheetFacts:
    """The side facts of this sheet."""
    return scan_sheet(container(sheet), PART, "a", styles)


def rows(text: str) -> bytes:
    """A sheet with these rows."""
    return books.sheet_xml(text)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="F2" s="1"><v>5</v></c>',
        '<c s="1" r="F2"><v>5</v></c>',
        "<c r='F2' s='1'><v>5</v></c>",
        '<c\n r="F2"\n s="1" ><v>5</v></c>',
        '<c r="F2" s="1" t="n"><v>5</v></c>',
        '<c r="F2" s="1" cm="4"><f>1+4</f><v>5</v></c>',
    ],
)
def test_the_format_of_a_number_however_its_tag_is_written(cell: str) -> None:
    found = scanned(rows(f'<row r="2">{cell}</row>'))
    assert found.formats.rows() == [(1, 5, "000000000000")]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="F2" s="1"/>',
        '<c r="F2" s="1" t="s"><v>0</v></c>',
        '<c r="F2" s="11"><v>5</v></c>',
        '<c r="F2"><v>5</v></c>',
    ],
)
def test_empty_cells_texts_and_other_styles_are_not_meant(cell: str) -> None:
    assert scanned(rows(f'<row r="2">{cell}</row>')).formats.height == 0


def test_texts_in_fonts_of_old_encodings() -> None:
    found = scanned(rows('<row r="1"><c r="B1" s="3" t="s"><v>0</v></c><c r="C1" s="3"><v>5</v></c></row>'))
    assert found.fonts.rows() == [(0, 1, TCVN3_FONT)]


def test_namespaces_with_a_prefix() -> None:
    text = books.sheet_xml('<row r="2"><c r="F2" s="1"><v>5</v></c></row>').decode()
    prefixed = (
        text.replace("<c ", "<x:c ").replace("</c>", "</x:c>").replace("<row", "<x:row").replace("</row", "</x:row")
    )
    prefixed = prefixed.replace("<worksheet xmlns=", "<x:worksheet xmlns:x=").replace("</worksheet", "</x:worksheet")
    assert scanned(prefixed.encode()).formats.rows() == [(1, 5, "000000000000")]


def test_writers_that_leave_references_out() -> None:
    found = scanned(
        rows('<row><c><v>1</v></c></row><row r="4"><c/><c s="1"><v>1</v></c></row><row><c s="1"><v>1</v></c></row>')
    )
    assert found.formats.rows() == [(3, 1, "000000000000"), (4, 0, "000000000000")]


@pytest.mark.parametrize("value", ["", "<v></v>", "<v/>"])
@pytest.mark.parametrize("formula", ["<f>1+1</f>", '<f t="shared" si="0"/>'])
def test_formulas_without_a_value(formula: str, value: str) -> None:
    found = scanned(rows(f'<row r="3"><c r="B3">{formula}{value}</c></row>'))
    assert found.broken.rows() == [(2, 1, UNCACHED)]


@pytest.mark.parametrize(
    "cell", ['<c r="B3"><f>1+1</f><v>2</v></c>', '<c r="B3" t="str"><f>""</f><v></v></c>', '<c r="B3"/>']
)
def test_formulas_that_came_to_something(cell: str) -> None:
    assert scanned(rows(f'<row r="3">{cell}</row>')).broken.height == 0


def test_errors_with_and_without_a_formula() -> None:
    found = scanned(rows('<row r="3"><c r="B3" t="e"><f>A1</f><v>#REF!</v></c><c r="C3" t="e"><v>#N/A</v></c></row>'))
    assert found.broken.rows() == [(2, 1, ERROR + "#REF!"), (2, 2, ERROR + "#N/A")]


def test_hidden_rows_columns_and_widths() -> None:
    head = '<cols><col min="1" max="1" width="5.5"/><col min="3" max="4" width="9" hidden="1"/></cols>'
    found = scanned(books.sheet_xml('<row r="2" hidden="1"/><row r="3" hidden="0"/><row hidden="true" r="7"/>', head))
    assert found.hidden_rows == (1, 6)
    assert found.hidden_columns == (2, 3)
    assert found.widths == ((0, 5.5), (2, 9.0), (3, 9.0))


def test_a_long_sheet_is_scanned_in_pieces_without_a_seam() -> None:
    row = (
        '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>'
        + "x" * 900
        + '</t></is></c><c r="B{0}" s="1"><v>{0}</v></c></row>'
    )
    found = scanned(rows("".join(row.format(n) for n in range(1, 12_001))))
    assert found.formats["row"].to_list() == list(range(12_000))
    assert found.formats.schema["row"] == pl.UInt32


def test_entities_across_a_seam_are_seen() -> None:
    sheet = books.sheet_xml("<row></row>" * 2).replace(
        b"<sheetData>", b" " * ((8 << 20) - 5) + b"<!ENTITY a>" + b"<sheetData>"
    )
    found = open_container("a.xlsx", books.xlsx_bytes(sheet), Limits(ratio=100_000))
    for look in (lambda: scan_sheet(found, PART, "a", STYLES), lambda: check_entities(found, PART)):
        with pytest.raises(Refused) as caught:
            look()
        assert caught.value.notice.code == "file_entities"


@pytest.mark.parametrize(
    "sheet", ["<worksheet/>".encode("utf-16"), b"<worksheet><sheetData>\xff\xfe</sheetData></worksheet>"]
)
def test_bytes_that_are_no_utf_8(sheet: bytes) -> None:
    with pytest.raises(Refused) as caught:
        scanned(sheet)
    assert caught.value.notice.code == "file_parts"


def test_more_cells_than_may_be() -> None:
    with pytest.raises(Refused) as caught:
        scan_sheet(container(rows(books.children_xml(books.PERSONS * 9)), cells=100), PART, "a", STYLES)
    assert caught.value.notice.code == "file_too_large"


def test_a_cell_forgotten_far_below_is_found_without_reading() -> None:
    with pytest.raises(Refused) as caught:
        scanned(rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="70000"><c r="AN70000" t="n"><v>5</v></c></row>'))
    assert caught.value.notice.code == "file_cell_far"
    assert "AN70000" in caught.value.notice.message


def test_a_long_list_is_no_forgotten_cell() -> None:
    long = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 70_001))
    assert scanned(rows(long)).formats.height == 0


def test_empty_cells_far_below_are_nothing() -> None:
    assert (
        scanned(rows('<row r="1"><c r="A1"><v>1</v></c></row><row r="70000"><c r="A70000" s="9"/></row>')).links
        is False
    )
