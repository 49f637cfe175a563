"""What people say by colours and comments."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Color, PatternFill

from sosach.findings.notices import Refused
from sosach.intake.book import read_book
from sosach.intake.cell_marks import CellMarks, read_cell_marks
from sosach.intake.container import open_container
from sosach.intake.options import Limits, ReadingOptions
from tests.intake import books


def marks(book: openpyxl.Workbook, path: Path) -> CellMarks:
    container = read_book(books.saved(book, path), ReadingOptions()).container
    assert container is not None
    return read_cell_marks(container, ("Danh sách trẻ em",))["Danh sách trẻ em"]


@pytest.fixture
def book() -> openpyxl.Workbook:
    return books.book_of([books.HEADINGS, *books.PERSONS])


def test_a_plain_list_says_nothing(book: openpyxl.Workbook, tmp_path: Path) -> None:
    assert marks(book, tmp_path / "a.xlsx") == CellMarks()


def test_a_coloured_cell_is_seen_where_it_stands(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.active["B3"].fill = PatternFill("solid", fgColor="FFFFFF00")
    book.active["C4"].fill = PatternFill("lightUp", fgColor="FF00FF00")
    book.active["D2"].fill = PatternFill("solid", fgColor=Color(theme=5, tint=0.4))
    assert marks(book, tmp_path / "a.xlsx").coloured == {(2, 1), (3, 2), (1, 3)}


def test_white_is_no_colour(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.active["B3"].fill = PatternFill("solid", fgColor="FFFFFFFF")
    book.active["B4"].fill = PatternFill("solid", fgColor=Color(theme=0))
    assert marks(book, tmp_path / "a.xlsx").coloured == frozenset()


def test_a_comment_is_read(book: openpyxl.Workbook, tmp_path: Path) -> None:
    book.active["F2"].comment = Comment("đã cấp\nsố", "Công an xã")
    assert marks(book, tmp_path / "a.xlsx").remarks == {(1, 5): "đã cấp số"}


THREADED = (
    b'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    b'<threadedComment ref="F2" id="{1}"><text>\xc4\x91\xc3\xa3 m\xe1\xba\xa5t</text></threadedComment>'
    b"</ThreadedComments>"
)
RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="t" Target="../threadedComments/threadedComment1.xml"/><Relationship Id="r2" Type="h" '
    b'Target="http://example.org/comments" TargetMode="External"/></Relationships>'
)


def read(parts: dict[str, bytes]) -> CellMarks:
    data = books.xlsx_bytes(books.sheet_xml(books.children_xml()), parts)
    return read_cell_marks(open_container("a.xlsx", data, Limits()), ("Danh sach",))["Danh sach"]


def test_a_threaded_comment_is_read() -> None:
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": RELS, "xl/threadedComments/threadedComment1.xml": THREADED}
    assert read(parts).remarks == {(1, 5): "đã mất"}


def test_a_comment_part_with_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "x">]><ThreadedComments>&b;</ThreadedComments>'
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": RELS, "xl/threadedComments/threadedComment1.xml": bomb}
    with pytest.raises(Refused) as refusal:
        read(parts)
    assert refusal.value.notice.code == "file_entities"


def test_parts_nobody_can_read_hide_no_values() -> None:
    assert read({"xl/styles.xml": b"<styleSheet", "xl/worksheets/_rels/sheet1.xml.rels": b"<"}) == CellMarks()
