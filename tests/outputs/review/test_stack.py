from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from sosach.outputs.review.looks import Looks
from sosach.outputs.review.stack import NOT_APPLICABLE, Share, Stack


@pytest.fixture
def sheet(tmp_path: Path) -> Worksheet:
    with Workbook(tmp_path / "a.xlsx") as book:
        stack = Stack(book.add_worksheet(), Looks(book), (20, 10, 10))
        stack.line("Tiêu đề", "title")
        stack.line("Một câu dài " * 10)
        stack.section("Theo nhóm")
        stack.table(
            ("Nhóm", "Người", "Tỷ lệ"),
            [("A", 3, Share(3, 4)), ("B", NOT_APPLICABLE, Share(0, 0))],
            foot=("Cộng", 3, None),
        )
        stack.table(("Vấn đề", "Việc cần làm"), [("=1+1", "Xem lại.")], wide=True)
        stack.sample("Lỗi", "không thể đúng", "error")
    return openpyxl.load_workbook(tmp_path / "a.xlsx").active


def test_everything_stands_one_below_the_other(sheet: Worksheet) -> None:
    assert [cell.value for cell in sheet["A"]] == [
        "Tiêu đề", "Một câu dài " * 10, None, "Theo nhóm", "Nhóm", "A", "B", "Cộng", "Vấn đề", "=1+1", "Lỗi",
    ]  # fmt: skip


def test_a_long_sentence_gets_the_height_it_needs(sheet: Worksheet) -> None:
    assert sheet.row_dimensions[2].height == 45
    assert "A2:C2" in {str(merged) for merged in sheet.merged_cells.ranges}


def test_counts_are_numbers_and_shares_percentages(sheet: Worksheet) -> None:
    assert sheet["B6"].value == 3
    assert sheet["C6"].value == 0.75
    assert sheet["C6"].number_format == "0.0\\ %"
    assert sheet["B7"].value == "–"
    assert sheet["C7"].value == 0


def test_the_last_column_takes_what_is_left(sheet: Worksheet) -> None:
    assert sheet["B10"].value == "Xem lại."
    assert "B10:C10" in {str(merged) for merged in sheet.merged_cells.ranges}


def test_labels_that_look_like_formulas_are_text(sheet: Worksheet) -> None:
    assert sheet["A10"].data_type == "s"


def test_heads_stand_over_their_figures(sheet: Worksheet) -> None:
    assert [cell.alignment.horizontal for cell in sheet[5]] == [None, "right", "right"]
