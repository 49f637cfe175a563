"""A file's sheets as they came."""

from pathlib import Path

import pytest

from sosach.findings.notices import Refused
from sosach.intake.book import read_book
from sosach.intake.container import Kind
from sosach.intake.options import ReadingOptions
from tests.intake import books


def test_all_sheets_come_whatever_they_hold(tmp_path: Path) -> None:
    book = books.book_of([("Mã dòng", "Kết quả"), ("TE02-0001-ABCDEFGH", "Khớp")], name="Danh sách")
    books.add_sheet(book, "Hướng dẫn", [("Cách ghi",)])
    path = books.saved(book, tmp_path / "a.xlsx")
    read = read_book(path, ReadingOptions())
    assert [grid.name for grid in read.grids] == ["Danh sách", "Hướng dẫn"]
    assert read.grids[0].text.rows() == [("Mã dòng", "Kết quả"), ("TE02-0001-ABCDEFGH", "Khớp")]
    assert read.kind is Kind.XLSX
    assert read.container is not None
    assert len(read.sha256) == 64


def test_a_sheet_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    path = books.children(tmp_path / "a.xlsx")
    with pytest.raises(Refused, match="Danh sách trẻ em"):
        read_book(path, ReadingOptions(sheets=("Khác",)))


def test_a_forgotten_cell_far_below_is_refused(tmp_path: Path) -> None:
    rows = books.children_xml() + books.row_xml(900_000, ("x",))
    path = tmp_path / "a.xlsx"
    path.write_bytes(books.xlsx_bytes(books.sheet_xml(rows)))
    with pytest.raises(Refused) as refusal:
        read_book(path, ReadingOptions())
    assert refusal.value.notice.code == "file_cell_far"
