import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from sosach.outputs.review import todo_sheet as room
from sosach.outputs.review.looks import Looks
from sosach.outputs.review.places import places
from sosach.outputs.review.todo import todo
from sosach.outputs.review.todo_sheet import RESULTS, SOURCES, Linked, write_todo
from tests.outputs.small_register import SHEET, checked, finding


def _written(path: Path, check=None, names=None) -> Worksheet:
    check = check or checked()
    with Workbook(path / "a.xlsx", {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Cần rà soát")
        book.add_worksheet("Sheet’s")
        write_todo(sheet, todo(check), Linked(places(check.columns), names or {SHEET: "Sheet's"}), Looks(book))
    return openpyxl.load_workbook(path / "a.xlsx").worksheets[0]


def _column(sheet: Worksheet, title: str) -> list[object]:
    at = [cell.value for cell in sheet[1]].index(title) + 1
    return [sheet.cell(row, at).value for row in range(2, sheet.max_row + 1)]


@pytest.fixture
def sheet(tmp_path: Path) -> Worksheet:
    return _written(tmp_path)


def test_every_line_says_who_what_why_and_what_to_do(sheet: Worksheet) -> None:
    first = dict(zip([c.value for c in sheet[1]], [c.value for c in sheet[2]], strict=True))
    assert first == {
        "STT": 1,
        "Thôn": "Thôn Ánh",
        "Hộ": "H1",
        "Họ và tên": "Trần Văn Đức",
        "Ngày sinh": dt.datetime.combine(dt.date(2017, 1, 2), dt.time()),
        "Mức": "Lỗi",
        "Vấn đề": "Mất số 0 đầu",
        "Giải thích": "Số “3217600002” có 10 chữ số vì bảng tính đã bỏ 2 số 0 ở đầu.",
        "Giá trị hiện tại": "3217600002",
        "Đề xuất": "003217600002",
        "Độ chắc chắn": "chắc chắn",
        "Việc cần làm": todo(checked())["next_step"][0],
        "Kết quả rà soát": None,
        "Giá trị đúng": None,
        "Nguồn": None,
        "Ghi chú": None,
        "Trang tính": SHEET,
        "Dòng": 6,
    }


def test_a_year_of_birth_stays_a_year(sheet: Worksheet) -> None:
    assert "2018" in _column(sheet, "Ngày sinh")


def test_numbers_are_text_that_stays_text(sheet: Worksheet) -> None:
    for title in ("Giá trị hiện tại", "Đề xuất", "Giá trị đúng"):
        at = [cell.value for cell in sheet[1]].index(title) + 1
        assert sheet.cell(2, at).number_format == "@"


def test_the_row_leads_to_the_cell_and_is_a_number(sheet: Worksheet) -> None:
    cell = sheet["R2"]
    assert cell.value == 6
    assert cell.hyperlink.location == "'Sheet''s'!E6"


def test_severities_are_told_in_words_and_look_different(sheet: Worksheet) -> None:
    words = {sheet.cell(row, 6).value: sheet.cell(row, 6).fill.fgColor.rgb for row in range(2, sheet.max_row + 1)}
    assert set(words) == {"Lỗi", "Cần xác minh"}
    assert len(set(words.values())) == 2


def test_results_and_sources_are_chosen_from_lists(sheet: Worksheet) -> None:
    lists = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert lists == {"M2:M6": f'"{",".join(RESULTS)}"', "O2:O6": f'"{",".join(SOURCES)}"'}
    assert all(len(formula) <= 255 for formula in lists.values())


def test_the_heading_stays_in_sight_filters_and_is_printed_on_every_page(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "E2"
    assert sheet.auto_filter.ref == "A1:R6"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0  # as many pages down as it takes; one across is the default


def test_long_sentences_get_the_height_they_need(tmp_path: Path) -> None:
    long = _written(tmp_path, checked(findings=[finding(5, "a", message="câu dài " * 30), finding(6, "b")]))
    heights = [long.row_dimensions[row].height for row in (2, 3)]
    assert max(heights) >= 7 * 15


def test_the_name_of_the_only_sheet_is_hidden(tmp_path: Path, sheet: Worksheet) -> None:
    assert sheet.column_dimensions["Q"].hidden
    two = _written(tmp_path, names={SHEET: "Sheet's", "Khác": "Khác"})
    assert not two.column_dimensions["Q"].hidden


def test_a_parquet_file_has_nowhere_to_lead_to(tmp_path: Path) -> None:
    there = _written(tmp_path, names={"another": "Sheet's"})
    assert there["R2"].value == 6
    assert there["R2"].hyperlink is None


def test_more_links_than_excel_takes_are_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(room, "_MOST_LINKS", 1)
    there = _written(tmp_path)
    assert [there.cell(row, 18).hyperlink is not None for row in (2, 3)] == [True, False]
    assert there["R3"].value == 7


def test_nothing_to_settle_is_a_heading_only(tmp_path: Path) -> None:
    empty = _written(tmp_path, checked(findings=()))
    assert [c.value for c in empty[1]][:2] == ["STT", "Thôn"]
    assert empty["A2"].value == "Chưa thấy vấn đề nào cần rà soát."
    assert empty.data_validations.count == 0
