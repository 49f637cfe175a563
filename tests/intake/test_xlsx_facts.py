"""Side facts of .xlsx workbooks: sheets by their names, days from 1904, links."""

import pytest

from sosach.findings.notices import Refused
from sosach.intake.container import open_container
from sosach.intake.facts import BookFacts
from sosach.intake.options import Limits
from sosach.intake.xlsx_facts import parts_by_relation, scan_workbook
from tests.intake import books

SHEET = books.sheet_xml('<row r="1"><c r="A1" s="1"><v>5</v></c></row>')
STYLES = {"xl/styles.xml": books.styles_xml(["000"])}


def scanned(parts: dict[str, bytes], sheets: tuple[str, ...] = ()) -> BookFacts:
    """The side facts of a workbook with these parts."""
    return scan_workbook(open_container("a.xlsx", books.xlsx_bytes(SHEET, parts), Limits()), sheets)


def test_sheets_are_found_by_their_relations() -> None:
    assert scanned(STYLES).sheets["Danh sach"].formats.rows() == [(0, 0, "000")]
    moved = {**STYLES, "xl/worksheets/other.xml": SHEET}
    moved["xl/_rels/workbook.xml.rels"] = books.BOOK_RELS.replace(
        b'"worksheets/sheet1.xml"', b'"/xl/worksheets/other.xml"'
    )
    assert scanned(moved).sheets["Danh sach"].formats.height == 1


def test_only_the_sheets_wanted_are_scanned() -> None:
    assert scanned(STYLES, ("Khác",)).sheets == {}


def test_days_from_1904_and_links() -> None:
    book = books.BOOK.replace(b"<sheets>", b'<workbookPr date1904="1"/><sheets>')
    assert scanned({"xl/workbook.xml": book}).starts_1904
    assert not scanned({}).starts_1904
    assert scanned({"xl/externalLinks/externalLink1.xml": b"<a/>"}).links


def test_broken_relations_are_left_to_the_reader() -> None:
    assert parts_by_relation(b"<a") == {}
    assert scanned({"xl/_rels/workbook.xml.rels": b"<a"}).sheets == {}


@pytest.mark.parametrize(("told", "refused"), [(2, False), (1000, True)])
def test_shared_strings_hold_what_they_declare(told: int, refused: bool) -> None:
    strings = f'<sst {books.MAIN} uniqueCount="{told}"><si><t>a</t></si><si><t>b</t></si></sst>'.encode()
    if not refused:
        assert scanned({"xl/sharedStrings.xml": strings}).sheets
        return
    with pytest.raises(Refused) as caught:
        scanned({"xl/sharedStrings.xml": strings})
    assert caught.value.notice.code == "file_parts"
