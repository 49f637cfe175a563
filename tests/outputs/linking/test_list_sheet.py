"""Lists that people work with: nothing turns into a formula, headings stay in sight, answers are chosen from a list."""

from datetime import datetime

import openpyxl
import pytest
from xlsxwriter import Workbook

from sosach.outputs.linking.list_sheet import ListColumn, ListSheet, most_rows, write_list
from sosach.outputs.review.looks import Looks

DAY = datetime.fromisoformat("2018-06-04")


def written(path, *columns, **facts):
    rows = max(len(column.entries) for column in columns)
    with Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        sheet = workbook.add_worksheet("Cần xem")
        write_list(sheet, ListSheet(name="Cần xem", columns=columns, rows=rows, **facts), Looks(workbook))
    return openpyxl.load_workbook(path)["Cần xem"]


@pytest.mark.parametrize("text", ["=1+1", "+84999", "-", "@SUM(A1)", "027218600001", "http://x", "a" * 300])
def test_text_stays_text(tmp_path, text):
    cell = written(tmp_path / "x.xlsx", ListColumn(title="Họ và tên", entries=[text]))["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.hyperlink is None
    assert cell.number_format == ("@" if len(text) <= 255 else "General")


def test_days_are_days_and_counts_are_numbers(tmp_path):
    sheet = written(
        tmp_path / "x.xlsx",
        ListColumn(title="Ngày sinh", entries=[DAY]),
        ListColumn(title="Dòng", entries=[7]),
    )
    assert sheet["A2"].value == DAY
    assert sheet["A2"].number_format == "dd/mm/yyyy"
    assert sheet["B2"].value == 7


def test_heading_of_two_rows_is_filtered_and_stays_in_sight(tmp_path):
    sheet = written(
        tmp_path / "x.xlsx",
        ListColumn(title="STT", entries=[1]),
        ListColumn(title="Dòng A", upper="Họ và tên", entries=["An"]),
        ListColumn(title="Dòng B", upper="Họ và tên", entries=["Ân"], marks=["warning"]),
    )
    assert [sheet["A1"].value, sheet["B1"].value, sheet["B2"].value, sheet["C2"].value] == [
        "STT", "Họ và tên", "Dòng A", "Dòng B"
    ]  # fmt: skip
    assert {str(r) for r in sheet.merged_cells.ranges} == {"A1:A2", "B1:C1"}
    assert sheet.auto_filter.ref == "A2:C3"
    assert sheet.freeze_panes == "C3"
    assert sheet["B3"].fill.fgColor.rgb != sheet["C3"].fill.fgColor.rgb
    assert sheet.print_title_rows == "$1:$2"


def test_answers_are_chosen_from_a_list(tmp_path):
    choices = ("Một người", "Hai người")
    sheet = written(
        tmp_path / "x.xlsx",
        ListColumn(title="STT", entries=[1, 2]),
        ListColumn(title="Kết luận", choices=choices, fill_in=True, advice="Chọn một."),
        ListColumn(title="Mã", entries=["a", "b"], hidden=True),
    )
    rule = sheet.data_validations.dataValidation[0]
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"Một người,Hai người"', "B2:B3")
    assert sheet["B2"].value is None
    assert sheet.column_dimensions["C"].hidden
    assert sheet.page_setup.orientation == "landscape"
    assert int(sheet.page_setup.paperSize) == 9


def test_row_is_high_enough_for_its_longest_text(tmp_path):
    sheet = written(tmp_path / "x.xlsx", ListColumn(title="Vì sao", entries=["ngắn", "dài " * 30], width=20))
    assert sheet.row_dimensions[3].height > 5 * 15


def test_a_commune_sees_all_and_a_province_what_its_differences_are_like():
    assert most_rows(10_000) > 10_000 > most_rows(1_000_000) >= 1_000
