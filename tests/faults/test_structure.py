"""Cases 26 to 41 and 47 of the catalogue of faults, at the command: how offices lay out their sheets."""

import datetime as dt
import random
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl.utils.datetime
import pytest

from tests.faults.command import Done, done, refusal, rows, sentences
from tests.intake import books

SHORT = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số định danh")


def made(path: Path, cells: Sequence[Sequence[Any]], *, merged: Sequence[str] = (), name: str = "trẻ em") -> Path:
    """A workbook of one sheet on disk."""
    book = books.book_of(cells, name=name)
    for area in merged:
        book[name].merge_cells(area)
    return books.saved(book, path)


def sheet(path: Path, cells: Sequence[Sequence[Any]], *options: str, **more: Any) -> Done:
    """The results for one sheet."""
    return done(made(path, cells, **more), None, *options)


def refused_sheet(path: Path, cells: Sequence[Sequence[Any]], *options: str, **more: Any) -> str:
    """What is said about a sheet that cannot be used."""
    return refusal(made(path, cells, **more), None, *options)


def test_F26_the_list_is_not_the_first_sheet(tmp_path: Path) -> None:
    book = books.book_of([["HƯỚNG DẪN SỬ DỤNG"], ["Bước 1", "Mở phần mềm"], ["Bước 2", "Kết xuất"]], name="Hướng dẫn")
    books.add_sheet(book, "DS trẻ em", [books.HEADINGS, *books.PERSONS])
    books.add_sheet(book, "Danh mục", [["Mã", "Tên dân tộc"], ["01", "Kinh"], ["02", "Tày"]])
    books.add_sheet(book, "Trống", [])
    source = done(books.saved(book, tmp_path / "a.xlsx")).summary["source"]
    assert [s["name"] for s in source["sheets"]] == ["DS trẻ em"]
    assert {other["name"] for other in source["other_sheets"]} == {"Hướng dẫn", "Danh mục", "Trống"}
    assert all(other["why"] for other in source["other_sheets"])


def test_F27_titles_above_and_a_heading_of_two_merged_rows(tmp_path: Path) -> None:
    reading = sheet(
        tmp_path / "a.xlsx",
        [
            ["UBND XÃ HÒA MẪU"],
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["DANH SÁCH TRẺ EM DƯỚI 16 TUỔI"],
            ["Thôn Đồng Sậy - xã Hòa Mẫu (tính đến 04/6/2026)"],
            [],
            ["TT", "Họ tên trẻ", "Năm sinh", None, "Thông tin cha", None, "Thông tin mẹ", None, "Nơi học", None],
            [None, None, "Nam", "Nữ", "Họ tên", "Năm sinh", "Họ tên", "Số CCCD", "Trường", "Lớp"],
            [1, "Nguyễn Văn Minh", dt.date(2018, 3, 5), None, "A B", "1985", "C D", "027187700001", "TH số 1", "2A"],
            [2, "Lê Thị Lan", None, "17/11/2020", "A B", "1985", "C D", "027187700001", None, None],
        ],
        merged=["A1:J1", "A6:A7", "B6:B7", "C6:D6", "E6:F6", "G6:H6", "I6:J6"],
    )
    (told,) = reading.summary["source"]["sheets"]
    assert (told["header_row"], told["first_row"]) == (6, 8)
    assert reading.fields == {
        "TT": None,
        "Họ tên trẻ": "full_name",
        "Năm sinh / Nam": "birth_date",
        "Năm sinh / Nữ": "birth_date",
        "Thông tin cha / Họ tên": "father_name",
        "Thông tin cha / Năm sinh": "father_birth_year",
        "Thông tin mẹ / Họ tên": "mother_name",
        "Thông tin mẹ / Số CCCD": "mother_personal_id",
        "Nơi học / Trường": "school",
        "Nơi học / Lớp": "class_name",
    }
    assert reading.source("sex") == ["Nam", "Nữ"]
    assert reading.source("birth_date") == ["05/03/2018", "17/11/2020"]
    assert reading.source("hamlet") == ["Thôn Đồng Sậy"] * 2


def test_F27_a_heading_of_three_rows(tmp_path: Path) -> None:
    reading = sheet(
        tmp_path / "a.xlsx",
        [
            ["STT", "Thông tin trẻ", None, None, "Gia đình", None, None, None],
            [None, "Họ và tên", "Ngày sinh", "Giới tính", "Cha", None, "Mẹ", None],
            [None, None, None, None, "Họ tên", "Năm sinh", "Họ tên", "Năm sinh"],
            [1, "Nguyễn Văn Minh", "05/03/2018", "Nam", "A B", 1985, "C D", 1987],
        ],
        merged=["A1:A3", "B1:D1", "E1:H1", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:H2"],
    )
    assert reading.fields["Gia đình / Mẹ / Năm sinh"] == "mother_birth_year"
    assert reading.summary["source"]["sheets"][0]["first_row"] == 4
    assert reading.source("full_name") == ["Nguyễn Văn Minh"]


def test_F28_two_columns_of_one_heading_are_asked_about(tmp_path: Path) -> None:
    cells = [
        ["STT", "Họ và tên", "Ngày sinh", "Họ và tên", "Dân tộc"],
        [1, "Nguyễn Văn Minh", "5/3/2018", "A B", "Kinh"],
    ]
    told = refused_sheet(tmp_path / "a.xlsx", cells)
    assert sentences(told, "hai cột cùng tiêu đề “Họ và tên” (cột B và D)", "--map")
    mapping = ("--map", "full_name=@B", "--map", "mother_name=@D")
    reading = sheet(tmp_path / "a.xlsx", cells, *mapping)
    assert reading.source("full_name") == ["Nguyễn Văn Minh"]
    assert reading.source("mother_name") == ["A B"]


def test_F28_a_neighbour_tells_whose_name_it_is(tmp_path: Path) -> None:
    cells = [["STT", "Họ và tên", "Ngày sinh", "Họ và tên", "Quan hệ với trẻ"], [1, "Lê Lan", "5/3/2018", "A B", "Mẹ"]]
    reading = sheet(tmp_path / "a.xlsx", cells)
    assert reading.source("full_name") == ["Lê Lan"]
    assert reading.source("guardian_name") == ["A B"]


def test_F29_headings_with_odd_spaces_line_breaks_and_loose_marks(tmp_path: Path) -> None:
    heading = unicodedata.normalize("NFD", "Họ\xa0và\ntên trẻ")
    reading = sheet(
        tmp_path / "a.xlsx",
        [[heading, "Ngày   sinh", "Số định danh\r\ncá nhân"], ["Lê Lan", "5/3/2018", "027318700001"]],
    )
    assert list(reading.fields.values()) == ["full_name", "birth_date", "personal_id"]


@pytest.mark.parametrize(
    "heading", ["Số ĐDCN", "Mã định danh", "CCCD/CMND", "Số căn cước công dân", "Mã số định danh cá nhân"]
)
def test_F30_the_number_by_any_name(tmp_path: Path, heading: str) -> None:
    reading = sheet(tmp_path / "a.xlsx", [["Họ tên trẻ", "Ngày sinh", heading], ["Lê Lan", "5/3/2018", "027318700001"]])
    assert reading.fields[heading] == "personal_id"


def test_F31_the_order_of_columns_has_no_effect(tmp_path: Path) -> None:
    there = sheet(tmp_path / "a.xlsx", [books.HEADINGS, *books.PERSONS])
    back = sheet(tmp_path / "b.xlsx", [row[::-1] for row in (books.HEADINGS, *books.PERSONS)])
    assert there.records.equals(back.records)
    assert there.findings.equals(back.findings)


def test_F32_a_list_without_names(tmp_path: Path) -> None:
    cells = [
        ["STT", "Ngày sinh", "Giới tính", "Dân tộc", "Số định danh", "Họ tên mẹ"],
        [1, "5/3/2018", "Nam", "Kinh", "1", "A B"],
    ]
    told = refused_sheet(tmp_path / "a.xlsx", cells)
    assert sentences(told, "“trẻ em”", "thiếu cột “Họ và tên”", "--map")


def test_F33_columns_that_nobody_foresaw_are_kept_and_named(tmp_path: Path) -> None:
    reading = sheet(
        tmp_path / "a.xlsx",
        [["STT", "Họ tên trẻ", "Ngày sinh", "Năng khiếu", "Người cập nhật"], [1, "Lê Lan", "5/3/2018", "Hát", "cb1"]],
    )
    assert reading.fields == {
        "STT": None,
        "Họ tên trẻ": "full_name",
        "Ngày sinh": "birth_date",
        "Năng khiếu": None,
        "Người cập nhật": None,
    }
    assert reading.summary["unmapped_headings"] == ["STT", "Năng khiếu", "Người cập nhật"]
    assert sentences(reading.warnings, "Cột “Năng khiếu”", "giữ nguyên")
    assert "cập nhật" not in reading.warnings  # who changed the row is foreseen
    review = openpyxl.load_workbook(reading.folder / "review.xlsx")
    assert [cell.value for cell in review["trẻ em"]["D"]] == ["Năng khiếu", "Hát"]


def test_F34_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    book = books.book_of([books.HEADINGS, *books.PERSONS], name="trẻ em")
    book["trẻ em"].row_dimensions[3].hidden = True
    book["trẻ em"].column_dimensions["F"].hidden = True
    reading = done(books.saved(book, tmp_path / "a.xlsx"))
    assert rows(reading) == [2, 3, 4]
    assert reading.source("personal_id")[1] == "027320700002"
    assert sentences(reading.warnings, "có 1 dòng ẩn", "có 1 cột ẩn")


def test_F34_a_hidden_sheet_is_read_and_told(tmp_path: Path) -> None:
    book = books.book_of([books.HEADINGS, *books.PERSONS], name="Gò Me")
    books.add_sheet(book, "Bến Cỏ", [books.HEADINGS, *books.PERSONS]).sheet_state = "hidden"
    reading = done(books.saved(book, tmp_path / "tre-em.xlsx"))
    assert reading.records["sheet"].to_list() == ["Gò Me"] * 3 + ["Bến Cỏ"] * 3
    assert sentences(reading.warnings, "“Bến Cỏ”", "đang ẩn")


END = [
    [None, "Tổng cộng", "3 người"],
    [],
    [None, None, None, "Hòa Mẫu, ngày 04 tháng 6 năm 2026"],
    [None, "NGƯỜI LẬP BIỂU", None, "TM. ỦY BAN NHÂN DÂN"],
    [None, "(Ký, ghi rõ họ tên)", None, "CHỦ TỊCH"],
    [],
    [None, "Nguyễn Thị Lập Biểu", None, "Trần Văn Ký"],
]


def test_F35_totals_and_signatures_are_left_out_with_the_reason(tmp_path: Path) -> None:
    reading = sheet(tmp_path / "a.xlsx", [books.HEADINGS, *books.PERSONS, *END])
    assert rows(reading) == [2, 3, 4]
    assert reading.skipped() == {
        5: "dòng tổng cộng",
        6: "dòng trống",
        7: "phần ký tên",
        8: "phần ký tên",
        9: "phần ký tên",
        10: "dòng trống",
        11: "phần ký tên",
    }
    assert "bỏ qua 7 dòng" in reading.warnings


def test_F35_subtotals_hamlets_page_breaks_and_people_who_are_called_so(tmp_path: Path) -> None:
    reading = sheet(
        tmp_path / "a.xlsx",
        [
            SHORT,
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
            ["I", "Thôn Gò Me"],
            [1, "Nguyễn Văn Minh", "05/03/2018", "Nam", "027218700001"],
            [None, "Cộng thôn Gò Me: 1"],
            ["II", "Thôn Bến Cỏ (khu B)"],
            [1, "Cộng", "05/03/2018", "Nam", "027218700004"],
            [2, "Tống Thị Tổng", "17/11/2020", "Nữ", None],
            SHORT,
            [3, "Trần Văn Cộng", None, None, None],
            [4, None, "01/01/2015", "Nam", None],
            [5],
            [None, "Tổng số trẻ: 5 em"],
        ],
    )
    assert reading.source("full_name") == ["Nguyễn Văn Minh", "Cộng", "Tống Thị Tổng", "Trần Văn Cộng", None]
    assert reading.source("hamlet") == ["Thôn Gò Me", *["Thôn Bến Cỏ"] * 4]
    assert list(reading.skipped().values()) == [
        "dòng số thứ tự cột",
        "tên thôn đứng riêng",
        "dòng tổng cộng",
        "tên thôn đứng riêng",
        "dòng tiêu đề lặp lại",
        "chỉ có số thứ tự",
        "dòng tổng cộng",
    ]


def test_F36_blank_rows_in_the_middle_and_empty_formatted_ones_at_the_end(tmp_path: Path) -> None:
    blank = "".join(f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/></row>' for n in range(5, 30_000))
    last = books.row_xml(6, books.LAN)
    xml = books.children_xml(books.PERSONS) + blank.replace(
        '<row r="6" s="1" customFormat="1"><c r="A6" s="1"/></row>', last
    )
    path = tmp_path / "a.xlsx"
    reading = done(path, books.xlsx_bytes(books.sheet_xml(xml)))
    assert rows(reading) == [2, 3, 4, 6]
    assert reading.skipped() == {5: "dòng trống"}


def test_F37_merged_cells_fill_the_household_and_nothing_else(tmp_path: Path) -> None:
    reading = sheet(
        tmp_path / "a.xlsx",
        [
            ["Thôn", "Mã hộ", "Chủ hộ", "Họ tên trẻ", "Ngày sinh", "Số định danh", "Họ tên mẹ"],
            ["Gò Me", "H1", "Ông A", "Nguyễn Văn Minh", "05/03/2018", "027218700001", "Bà M"],
            [None, None, None, "Nguyễn Văn Tư", "05/03/2019", None, None],
            ["Bến Cỏ", "H2", "Bà B", "Lê Văn Năm", "05/03/2019", "027219700009", None],
        ],
        merged=["A2:A3", "B2:B3", "C2:C3", "F2:F3", "G2:G3"],
    )
    assert reading.source("hamlet") == ["Gò Me", "Gò Me", "Bến Cỏ"]
    assert reading.source("household_code") == ["H1", "H1", "H2"]
    assert reading.source("household_head") == ["Ông A", "Ông A", "Bà B"]
    assert reading.source("personal_id") == ["027218700001", None, "027219700009"]
    assert reading.source("mother_name") == ["Bà M", None, None]


def formulas(path: Path) -> Done:
    """A list in which a row has formulas of every kind."""
    row = (
        '<row r="5"><c r="B5" t="inlineStr"><is><t>Lê Văn Tám</t></is></c><c r="C5"><f>DATE(2015,1,1)</f></c>'
        '<c r="D5" t="str"><f>"Nam"</f><v>Nam</v></c><c r="E5" t="str"><f>""</f><v></v></c>'
        '<c r="F5"><f>1+1</f><v></v></c>'
        '<c r="G5" t="e"><f>A1/0</f><v>#DIV/0!</v></c><c r="H5" t="e"><v>#N/A</v></c></row>'
    )
    return done(path, books.xlsx_bytes(books.sheet_xml(books.children_xml() + row)))


def test_F38_a_formula_whose_value_was_never_stored(tmp_path: Path) -> None:
    reading = formulas(tmp_path / "a.xlsx")
    assert reading.source("birth_date")[-1] is None
    assert reading.source("sex")[-1] == "Nam"
    assert reading.source("ethnicity")[-1] is None  # the formula came to an empty text
    assert {"birth_date_unreadable", "personal_id_error_cell"} <= reading.rules(5)
    assert sentences(reading.warnings, "Ô C5", "Ô F5", "có công thức nhưng chưa có giá trị", "bấm lưu")


def test_F39_a_broken_formula_is_no_text(tmp_path: Path) -> None:
    reading = formulas(tmp_path / "a.xlsx")
    assert (reading.column("mother_name")[-1], reading.column("hamlet")[-1]) == (None, None)
    assert "family_missing" in reading.rules(5)
    assert sentences(reading.warnings, "Ô G5", "“#DIV/0!”", "Ô H5", "“#N/A”")


def test_F40_days_that_count_from_1904(tmp_path: Path) -> None:
    book = books.book_of([books.HEADINGS, *books.PERSONS], name="trẻ em")
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book["trẻ em"]["C2"] = dt.date(2015, 8, 16)
    book["trẻ em"]["C3"] = 42232 - 1462  # the same day as a bare number
    reading = done(books.saved(book, tmp_path / "a.xlsx"))
    assert reading.source("birth_date")[0] == "16/08/2015"
    assert reading.column("birth_date")[:2] == ["2015-08-16", "2015-08-16"]


BENEFITS = [
    ["STT", "Họ và tên", "Ngày sinh", "Loại đối tượng", "Số quyết định", "Ngày quyết định", "Hưởng từ tháng"],
    [1, "Nguyễn Văn Cả", "05/03/1958", "Người khuyết tật nặng", "12/QĐ-UBND", "01/01/2020", "02/2020"],
]


def test_F41_two_registers_in_one_workbook(tmp_path: Path) -> None:
    book = books.book_of([books.HEADINGS, *books.PERSONS], name="Trẻ em")
    books.add_sheet(book, "Bảo trợ", BENEFITS)
    path = books.saved(book, tmp_path / "a.xlsx")
    assert sentences(refusal(path), "hai loại sổ", "“Trẻ em”", "“Bảo trợ”", "--sheet")
    for name, register in (("Bảo trợ", "beneficiaries"), ("Trẻ em", "children")):
        assert done(path, None, "--sheet", name).summary["register"] == register


def test_F47_a_list_of_beneficiaries_is_no_list_of_children(tmp_path: Path) -> None:
    told = refused_sheet(tmp_path / "a.xlsx", BENEFITS, "--register", "children")
    assert "giống sổ đối tượng bảo trợ xã hội hơn sổ trẻ em" in told


def test_F47_a_list_that_could_be_anything_is_asked_about(tmp_path: Path) -> None:
    cells = [["STT", "Họ và tên", "Ngày sinh", "Giới tính"], [1, "Nguyễn Văn Cả", "05/03/1958", "Nam"]]
    told = refused_sheet(tmp_path / "a.xlsx", cells, name="Sheet1")
    assert sentences(told, "Chưa nhận ra", "--register")


def test_F63_a_cell_longer_than_excel_allows(tmp_path: Path) -> None:
    text = ",".join(["Họ tên trẻ", "Ngày sinh", "Ghi chú"]) + "\nLê Lan,5/3/2018," + "a" * 32_768
    told = refusal(tmp_path / "a.csv", text.encode())
    assert sentences(told, "Ô C2", "32767")
    assert "trang tính" not in told  # a text file has none


def test_F63_a_name_of_forty_thousand_letters(tmp_path: Path) -> None:
    noise = "".join(random.Random(63).choices("abcdeghiklmnopqrstuvxy ", k=40_000))
    row = f'<row r="5"><c r="B5" t="inlineStr"><is><t>{noise}</t></is></c></row>'
    told = refusal(tmp_path / "a.xlsx", books.xlsx_bytes(books.sheet_xml(books.children_xml() + row)))
    assert sentences(told, "Ô B5, trang tính “Danh sach”", "32767", "Rút gọn ô này")
    assert len(told) < 300


def test_F63_a_name_of_a_million_letters(tmp_path: Path) -> None:
    noise = "".join(random.Random(63).choices("abcdeghiklmnopqrstuvxy ", k=1_000_000))
    row = f'<row r="5"><c r="B5" t="inlineStr"><is><t>{noise}</t></is></c></row>'
    told = refusal(tmp_path / "a.xlsx", books.xlsx_bytes(books.sheet_xml(books.children_xml() + row)))
    assert "32767" in told
