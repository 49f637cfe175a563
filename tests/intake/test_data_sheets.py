"""Sheets with a list, and wishes about their columns."""

from pathlib import Path

import pytest

from sosach.findings.notices import Refused
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from tests.intake import books

SUMMARY = [["Thôn", "Số trẻ", "Nam", "Nữ", "Ghi chú", "Địa chỉ"], ["Gò Me", 12, 6, 6, None, None]]


def refused(path: Path, options: ReadingOptions) -> str:
    """The code of the refusal."""
    with pytest.raises(Refused) as caught:
        read(path, options)
    return caught.value.notice.code


def test_a_summary_beside_the_lists_is_no_list(tmp_path: Path) -> None:
    book = books.book_of([books.HEADINGS, *books.PERSONS], name="Danh sách")
    books.add_sheet(book, "Tổng hợp", SUMMARY)
    found = read(books.saved(book, tmp_path / "tre em.xlsx"), ReadingOptions())
    assert [(other.name, other.why) for other in found.other_sheets] == [("Tổng hợp", "không có cột họ tên")]
    assert [grid.name for grid in found.grids] == ["Danh sách", "Tổng hợp"]


def test_a_sheet_that_was_asked_for_must_be_a_list(tmp_path: Path) -> None:
    book = books.book_of([books.HEADINGS, *books.PERSONS], name="Danh sách")
    books.add_sheet(book, "Tổng hợp", SUMMARY)
    books.add_sheet(book, "Hướng dẫn", [["Bước 1", "Mở tệp"]])
    path = books.saved(book, tmp_path / "tre em.xlsx")
    assert refused(path, ReadingOptions(sheets=("Tổng hợp",))) == "column_required"
    assert refused(path, ReadingOptions(sheets=("Hướng dẫn",))) == "header_not_found"
    assert refused(path, ReadingOptions(sheets=("Khác",))) == "sheet_unknown"


def test_nothing_at_all(tmp_path: Path) -> None:
    book = books.book_of([], name="Một")
    books.add_sheet(book, "Hai", [])
    assert refused(books.saved(book, tmp_path / "a.xlsx"), ReadingOptions()) == "sheet_none"
    assert refused(books.children(tmp_path / "b.xlsx", ()), ReadingOptions()) == "rows_none"


def test_a_wish_holds_where_its_heading_is(tmp_path: Path) -> None:
    book = books.book_of([["Họ tên trẻ", "Ngày sinh", "Khác"], ["Lê Lan", "2018", "a"]], name="Gò Me")
    books.add_sheet(book, "Bến Cỏ", [["Họ tên trẻ", "Ngày sinh"], ["Lê Lý", "2018"]])
    path = books.saved(book, tmp_path / "tre em.xlsx")
    found = read(path, ReadingOptions(mapping=(("note", "Khác"),)))
    assert found.frame["note__raw"].to_list() == ["a", None]
    assert refused(path, ReadingOptions(mapping=(("note", "Chưa có"),))) == "map_unknown"


def test_letters_lead_to_a_heading_that_nobody_knows(tmp_path: Path) -> None:
    rows = [["Cháu", "Sinh nhật"], ["Lê Lan", "05/03/2018"]]
    path = books.saved(books.book_of(rows, name="a"), tmp_path / "a.xlsx")
    assert refused(path, ReadingOptions(register="children")) == "header_not_found"
    mapping = (("full_name", "@A"), ("birth_date", "@B"))
    found = read(path, ReadingOptions(register="children", mapping=mapping))
    assert found.frame.select("full_name__raw", "birth_date__raw").rows() == [("Lê Lan", "05/03/2018")]


def test_sheets_that_were_not_asked_for_are_listed(tmp_path: Path) -> None:
    book = books.book_of([books.HEADINGS, *books.PERSONS], name="Gò Me")
    books.add_sheet(book, "Bến Cỏ", [books.HEADINGS, *books.PERSONS])
    found = read(books.saved(book, tmp_path / "tre em.xlsx"), ReadingOptions(sheets=("Bến Cỏ",)))
    assert [sheet.name for sheet in found.sheets] == ["Bến Cỏ"]
    assert [(other.name, other.why) for other in found.other_sheets] == [("Gò Me", "không được chọn")]


def test_a_chart_has_no_cells(tmp_path: Path) -> None:
    book = books.book_of([books.HEADINGS, *books.PERSONS], name="trẻ em")
    book.create_chartsheet("Biểu đồ")
    found = read(books.saved(book, tmp_path / "a.xlsx"), ReadingOptions())
    assert [(other.name, other.why) for other in found.other_sheets] == [("Biểu đồ", "không phải trang ô dữ liệu")]


def test_a_list_that_tells_nothing_but_young_persons_is_of_children(tmp_path: Path) -> None:
    head = ["STT", "Họ và tên", "Ngày sinh", "Giới tính"]
    young = [[1, "Lê Lan", "5/3/2018", "Nữ"], [2, "Lê Lý", 2024, "Nữ"], [3, "Lê Lợi", "2009", "Nam"]]
    path = books.saved(books.book_of([head, *young], name="Sheet1"), tmp_path / "a.xlsx")
    assert read(path, ReadingOptions()).register.name == "children"
    old = [*young, [4, "Lê Lã", "1/1/1990", "Nam"]]
    path = books.saved(books.book_of([head, *old], name="Sheet1"), tmp_path / "a.xlsx")
    assert refused(path, ReadingOptions()) == "register_unknown"
