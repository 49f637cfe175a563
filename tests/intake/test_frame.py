"""The raw frame: facts that do not stand in a cell of their own."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from sosach.intake.frame import hamlet_of
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.text.cells import DATE
from tests.intake import books


def frame(path: Path, rows: Sequence[Sequence[Any]], name: str = "trẻ em") -> pl.DataFrame:
    """The raw frame of one sheet."""
    return read(books.saved(books.book_of(rows, name=name), path), ReadingOptions()).frame


def test_fields_stand_in_the_order_of_the_register_behind_index_sheet_and_row(tmp_path: Path) -> None:
    found = frame(tmp_path / "a.xlsx", [row[::-1] for row in (books.HEADINGS, *books.PERSONS)])
    assert found.columns[:5] == ["index", "sheet", "row", "full_name__raw", "birth_date__raw"]
    assert found.select("index", "row").rows() == [(0, 2), (1, 3), (2, 4)]
    assert found.schema["index"] == pl.UInt32
    assert found.schema["row"] == pl.Int64


def test_marked_cells_stand_beside_only_where_there_are_some(tmp_path: Path) -> None:
    rows = [["Họ tên trẻ", "Ngày sinh", "Lớp"], ["Lê Lan", dt.date(2018, 3, 5), "1A"], ["Lê Lý", "2019", "2A"]]
    found = frame(tmp_path / "a.xlsx", rows)
    assert found["birth_date__raw"].to_list() == ["05/03/2018", "2019"]
    assert found["birth_date__cell"].to_list() == [DATE + "2018-03-05", "2019"]
    assert "class_name__cell" not in found.columns


def test_ticks_tell_the_sex_and_noughts_do_not(tmp_path: Path) -> None:
    rows = [
        ["Họ tên trẻ", "Nam", "Nữ", "Ngày sinh"],
        ["A A", "x", None, "2018"],
        ["B B", None, "✓", "2018"],
        ["C C", "x", "x", "2018"],
        ["D D", None, None, "2018"],
        ["E E", 0, 1, "2018"],
    ]
    assert frame(tmp_path / "a.xlsx", rows)["sex__raw"].to_list() == ["Nam", "Nữ", "Nam|Nữ", None, "Nữ"]


def test_a_date_in_three_columns_is_as_precise_as_it_stands(tmp_path: Path) -> None:
    rows = [
        ["Họ tên trẻ", "Ngày sinh", None, None],
        [None, "Ngày", "Tháng", "Năm"],
        ["A A", 5, 3, 2018],
        ["B B", None, 3, 2018],
        ["C C", None, None, 2018],
        ["D D", 5, None, 2018],
    ]
    found = frame(tmp_path / "a.xlsx", rows)["birth_date__raw"].to_list()
    assert found == ["5/3/2018", "3/2018", "2018", "5/?/2018"]  # a day without its month is no month


def test_several_sheets_with_different_columns(tmp_path: Path) -> None:
    book = books.book_of([["Họ tên trẻ", "Ngày sinh"], ["A A", "2018"]], name="Gò Me")
    books.add_sheet(book, "Bến Cỏ", [["Họ tên trẻ", "Ngày sinh", "Lớp"], ["B B", dt.date(2018, 1, 2), "1A"]])
    found = read(books.saved(book, tmp_path / "tre em.xlsx"), ReadingOptions()).frame
    assert found["hamlet__raw"].to_list() == ["Gò Me", "Bến Cỏ"]
    assert found["class_name__raw"].to_list() == [None, "1A"]
    assert found["birth_date__cell"].to_list() == ["2018", DATE + "2018-01-02"]
    assert found["index"].to_list() == [0, 1]


def test_a_column_of_hamlets_ranks_above_the_title_and_is_filled_from_the_rows_between(tmp_path: Path) -> None:
    rows = [["Thôn Xóm Lò"], ["Họ tên trẻ", "Ngày sinh", "Thôn"], ["A A", "2018", "Gò Me"], ["B B", "2018", None]]
    assert frame(tmp_path / "a.xlsx", rows)["hamlet__raw"].to_list() == ["Gò Me", None]


@pytest.mark.parametrize(
    ("title", "sheet", "several", "hamlet"),
    [
        ("DANH SÁCH\nThôn Đồng Sậy - xã Hòa Mẫu (tính đến 04/6/2026)", "Sheet1", False, "Thôn Đồng Sậy"),
        ("DANH SÁCH TRẺ EM THÔN GÒ ME NĂM 2026", "Sheet1", False, "Thôn Gò Me"),
        ("DANH SÁCH TRẺ EM XÓM III NĂM 2026", "Sheet1", False, "Xóm III"),
        ("Danh sách trẻ em tổ dân phố số 3, phường A", "Sheet1", False, "tổ dân phố số 3"),
        ("DANH SÁCH TRẺ EM", "Đồng Sậy", True, "Đồng Sậy"),
        ("DANH SÁCH TRẺ EM", "Đồng Sậy", False, None),
        ("DANH SÁCH TRẺ EM", "Thôn Đồng Sậy", False, "Thôn Đồng Sậy"),
        ("DANH SÁCH TRẺ EM", "Sheet1", True, None),
        ("DANH SÁCH TRẺ EM", "DS tre em 2026", True, None),
        ("DANH SÁCH TRẺ EM", "1", True, None),
        ("DANH SÁCH TRẺ EM", "Vườn Quýt", True, "Vườn Quýt"),
        ("DANH SÁCH TRẺ EM", "Trang Liệt", True, "Trang Liệt"),
        ("DANH SÁCH TRẺ EM", "Quý 2", True, None),
        ("DANH SÁCH TRẺ EM", "Trang 2", True, None),
        ("Trưởng thôn lập, các thôn của xã", "Trang_tính1", True, None),
    ],
)
def test_the_hamlet_of_a_whole_sheet(title: str, sheet: str, several: bool, hamlet: str | None) -> None:
    assert hamlet_of(title, sheet, several=several) == hamlet


@pytest.mark.parametrize("headings", [("Họ và tên đệm", "Tên"), ("Họ đệm", "Tên"), ("Họ", "Tên")])
def test_a_name_in_two_columns_is_one_name(tmp_path: Path, headings: tuple[str, str]) -> None:
    rows = [
        ["STT", *headings, "Ngày sinh", "Lớp"],
        [1, "Nguyễn Văn", "Minh", "2018", "1A"],
        [2, "Lê", "Lan", "2018", "1A"],
    ]
    found = frame(tmp_path / "a.xlsx", rows)
    assert found["full_name__raw"].to_list() == ["Nguyễn Văn Minh", "Lê Lan"]


def test_a_name_in_three_columns_is_one_name(tmp_path: Path) -> None:
    rows = [
        ["STT", "Họ", "Tên đệm", "Tên", "Ngày sinh"],
        [1, "Lê", "Thị", "Lan", "2018"],
        [2, "Lê", None, "An", "2018"],
    ]
    assert frame(tmp_path / "a.xlsx", rows)["full_name__raw"].to_list() == ["Lê Thị Lan", "Lê An"]


def test_where_girls_alone_are_ticked_the_others_are_boys(tmp_path: Path) -> None:
    rows = [["Họ tên trẻ", "Nữ", "Ngày sinh"], ["A A", "x", "2018"], ["B B", None, "2018"]]
    reading = read(books.saved(books.book_of(rows, name="trẻ em"), tmp_path / "a.xlsx"), ReadingOptions())
    assert reading.frame["sex__raw"].to_list() == ["Nữ", "Nam"]
    assert [said.code for said in reading.notices if said.code == "sex_one_column"] == ["sex_one_column"]


def test_a_lone_column_with_words_in_it_is_no_column_to_tick(tmp_path: Path) -> None:
    rows = [["Họ tên trẻ", "Nữ", "Ngày sinh"], ["A A", "x", "2018"], ["B B", None, "2018"], ["C C", "chưa rõ", "2018"]]
    assert frame(tmp_path / "a.xlsx", rows)["sex__raw"].to_list() == ["Nữ", None, "Nữ"]


def test_no_child_inherits_a_merged_name_and_the_rows_below_it_are_told(tmp_path: Path) -> None:
    rows = [
        ["Họ tên trẻ", "Ngày sinh", "Họ tên mẹ"],
        ["A A", "2018", "Lê Hoa"],
        ["B B", "2020", None],
        ["C C", "2021", None],
    ]
    book = books.book_of(rows, name="trẻ em")
    book["trẻ em"].merge_cells("C2:C3")
    reading = read(books.saved(book, tmp_path / "a.xlsx"), ReadingOptions())
    assert reading.frame["mother_name__raw"].to_list() == ["Lê Hoa", None, None]
    assert reading.frame["mother_name__covered"].to_list() == [False, True, False]
    assert "column_merged" in {said.code for said in reading.notices}


def test_signs_of_repetition_stand_for_the_row_above_and_are_told(tmp_path: Path) -> None:
    rows = [
        ["Họ tên trẻ", "Ngày sinh", "Họ tên mẹ", "CCCD"],
        ["A A", "2018", "Lê Hoa", "1"],
        ["B B", "2020", "-nt-", "nt"],
    ]
    reading = read(books.saved(books.book_of(rows, name="trẻ em"), tmp_path / "a.xlsx"), ReadingOptions())
    assert reading.frame["mother_name__raw"].to_list() == ["Lê Hoa", "Lê Hoa"]
    assert reading.frame["personal_id__raw"].to_list() == ["1", "nt"]  # a number belongs to its row alone
    assert next(said.message for said in reading.notices if said.code == "column_as_above").count("1 ô ghi “-nt-”") == 1


def test_a_column_written_month_first_is_told(tmp_path: Path) -> None:
    dates = ["06/13/2018", "07/25/2019", "12/31/2017", "05/06/2018"]
    rows = [["Họ tên trẻ", "Ngày sinh", "Lớp"], *([f"A {n}", day, "1A"] for n, day in zip("ABCD", dates, strict=True))]
    reading = read(books.saved(books.book_of(rows, name="trẻ em"), tmp_path / "a.xlsx"), ReadingOptions())
    said = [note.message for note in reading.notices if note.code == "column_month_first"]
    assert len(said) == 1
    assert "3 ngày chỉ đọc được khi tháng đứng trước" in said[0]


def test_a_heading_merged_over_two_columns_of_a_name(tmp_path: Path) -> None:
    book = books.book_of(
        [
            ["STT", "Họ và tên", None, "Ngày sinh", None],
            [1, "Nguyễn Văn", "Minh", "2018", None],
            [2, "Lê", "Lan", "2018", None],
        ],
        name="trẻ em",
    )
    book["trẻ em"].merge_cells("B1:C1")
    book["trẻ em"].merge_cells("D1:E1")
    found = read(books.saved(book, tmp_path / "a.xlsx"), ReadingOptions()).frame
    assert found["full_name__raw"].to_list() == ["Nguyễn Văn Minh", "Lê Lan"]
    assert found["birth_date__raw"].to_list() == ["2018", "2018"]
