"""Forms that leave the office, seen by another reader."""

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from sosach.forms.form import SentRow
from sosach.forms.police import POLICE_LIST
from sosach.outputs.form_workbook import EMPTY_ROWS, INSTRUCTIONS, Cover, write_form

COVER = Cover(
    title="Đợt TE-02 & thử", footer="Đợt TE-02", on=date(2026, 6, 18), instructions=(("Ghi ở đâu", "Cột màu vàng."),),
    properties={"sosach.batch": "TE-02"},
)  # fmt: skip
FACTS = ("Nguyễn Bảo An", "14/03/2019", "Nữ", "Kinh", "003316990124", "", "Trần Thị Mẫu", "Bến Cỏ", "=1+1")
ROWS = (SentRow(1, "TE02-0001-ABCDEFGH", FACTS), SentRow(2, "TE02-0002-ABCDEFGH", ("",) * 9))


@pytest.fixture
def book(tmp_path: Path) -> openpyxl.Workbook:
    write_form(tmp_path / "a.xlsx", POLICE_LIST, ROWS, COVER)
    return openpyxl.load_workbook(tmp_path / "a.xlsx")


def test_the_table_begins_in_the_first_row_of_the_first_sheet(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["Danh sách", INSTRUCTIONS]
    assert [cell.value for cell in book.worksheets[0][1]] == [column.heading for column in POLICE_LIST.columns]


def test_numbers_of_persons_are_text_and_nothing_becomes_a_formula(book: openpyxl.Workbook) -> None:
    cells = {column.key: cell for column, cell in zip(POLICE_LIST.columns, book.worksheets[0][2], strict=True)}
    assert cells["personal_id"].value == "003316990124"
    assert cells["personal_id"].data_type == "s"
    assert cells["personal_id"].number_format == "@"
    assert (cells["to_verify"].value, cells["to_verify"].data_type) == ("=1+1", "s")
    assert cells["number"].value == 1


def test_facts_are_locked_and_answers_are_not(book: openpyxl.Workbook) -> None:
    sheet = book.worksheets[0]
    locked = {column.key: cell.protection.locked for column, cell in zip(POLICE_LIST.columns, sheet[2], strict=True)}
    assert {key for key, is_locked in locked.items() if not is_locked} == {c.key for c in POLICE_LIST.answers}
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.autoFilter  # 0: allowed


def test_results_and_sex_have_a_drop_down(book: openpyxl.Workbook) -> None:
    rules = {str(rule.sqref): rule for rule in book.worksheets[0].data_validations.dataValidation}
    assert rules["L2:L3"].formula1 == (
        '"Khớp,Cấp/bổ sung số,Sửa thông tin,Không tìm thấy,Chưa đăng ký khai sinh,Trùng,Khác"'
    )
    assert rules["P2:P3"].formula1 == '"Nam,Nữ"'


def test_it_prints_on_a4_across_with_the_heading_on_every_page(book: openpyxl.Workbook) -> None:
    sheet = book.worksheets[0]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == "A1:Q3"
    assert "TE-02" in sheet.oddFooter.left.text


def test_no_cell_of_a_row_is_coloured_so_that_any_colour_is_somebodys(book: openpyxl.Workbook) -> None:
    assert {cell.fill.fill_type for row in book.worksheets[0]["A2:Q3"] for cell in row} == {None}


def test_whose_list_it_is_stands_where_spreadsheets_keep_it(book: openpyxl.Workbook) -> None:
    assert book.custom_doc_props["sosach.batch"].value == "TE-02"


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_form(tmp_path / name, POLICE_LIST, ROWS, COVER)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_form_without_rows_has_room_to_fill_in(tmp_path: Path) -> None:
    cover = Cover(title="x", footer="x", on=date(2026, 6, 18), instructions=(), more=(POLICE_LIST_2,), portrait=True)
    write_form(tmp_path / "a.xlsx", POLICE_LIST, (), cover)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Danh sách", "Thêm", INSTRUCTIONS]
    assert book.worksheets[1].max_row == EMPTY_ROWS + 1
    assert book.worksheets[0].page_setup.orientation == "portrait"


POLICE_LIST_2 = type(POLICE_LIST)(name="more", sheet="Thêm", columns=POLICE_LIST.columns)


def test_nothing_in_it_tells_which_computer_made_it(tmp_path: Path) -> None:
    write_form(tmp_path / "a.xlsx", POLICE_LIST, ROWS, COVER)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-06-18" in archive.read("docProps/core.xml")
