import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from sosach.intake.reading import Grid
from sosach.outputs.review.looks import Looks
from sosach.outputs.review.marks import marks
from sosach.outputs.review.places import places
from sosach.outputs.review.source_sheet import OURS, Shape, write_source
from sosach.outputs.review.todo import todo
from tests.outputs.small_register import SHEET, checked, grid


def _written(path: Path, sheet: Grid, **shape: Any) -> Worksheet:
    found = marks(todo(checked()), SHEET, places(checked().columns))
    merge = shape.get("merge", True)
    with Workbook(path / "a.xlsx", {"constant_memory": not merge}) as book:
        write_source(
            book.add_worksheet(), sheet, found, Shape(**({"last_person": 7, "name_column": 1} | shape)), Looks(book)
        )
    return openpyxl.load_workbook(path / "a.xlsx").active


@pytest.fixture
def sheet(tmp_path: Path) -> Worksheet:
    return _written(tmp_path, grid())


def test_every_cell_stands_where_it_stood(sheet: Worksheet) -> None:
    assert sheet["A1"].value == "DANH SÁCH TRẺ EM"
    assert [c.value for c in sheet[4]] == [
        "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số định danh cá nhân", "Thôn", "Mã hộ", "Người nhập", OURS,
    ]  # fmt: skip
    assert sheet["A5"].value == 1
    assert sheet["C5"].value.date() == dt.date(2016, 8, 16)
    assert sheet["C5"].number_format == "dd/mm/yyyy"
    assert sheet["C7"].value == 2018
    assert sheet["C8"].value == "4.3.19"
    assert sheet["E5"].value == "003316600001"
    assert sheet["E6"].value == "3217600002"
    assert sheet["E6"].number_format == "@"
    assert sheet["A9"].value == "Tổng cộng"
    assert sheet["H10"].value == "Người lập"


def test_what_came_in_as_a_formula_goes_out_as_text(sheet: Worksheet) -> None:
    assert sheet["H5"].value == "=1+1"
    assert sheet["H5"].data_type == "s"
    assert sheet["H5"].quotePrefix


def test_problem_cells_are_coloured_by_gravity_and_carry_a_note(sheet: Worksheet) -> None:
    error, warning, empty, plain = sheet["E6"], sheet["C7"], sheet["D7"], sheet["E5"]
    assert error.comment.text.startswith("Lỗi: ")
    assert error.comment.author == "Sổ Sạch"
    assert warning.comment.text.startswith("Cần xác minh: ")
    assert empty.comment.text.startswith("Lỗi: ")
    assert plain.comment is None
    fills = [cell.fill.fgColor.rgb for cell in (error, warning, plain)]
    assert len(set(fills)) == 3
    assert error.border.left.style != warning.border.left.style


def test_our_column_stands_behind_the_last_one_and_can_be_filtered(sheet: Worksheet) -> None:
    assert sheet["I6"].value == "Lỗi: Mất số 0 đầu."
    assert sheet["I5"].value is None
    assert sheet.auto_filter.ref == "A4:I8"


def test_the_heading_and_the_name_stay_in_sight(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "C5"
    assert sheet.print_title_rows == "$4:$4"


def test_widths_are_those_of_the_file_or_as_wide_as_the_values(sheet: Worksheet) -> None:
    assert sheet.column_dimensions["B"].width == pytest.approx(24, abs=1)
    assert sheet.column_dimensions["E"].width == pytest.approx(14, abs=1)


def test_merged_ranges_stay_merged(sheet: Worksheet) -> None:
    assert {str(r) for r in sheet.merged_cells.ranges} == {"A1:H1"}


def test_ranges_that_overlap_or_hold_one_cell_do_not_spoil_the_file(tmp_path: Path) -> None:
    there = _written(tmp_path, grid(merged=((0, 0, 0, 7), (0, 3, 1, 4), (2, 2, 2, 2), (50, 0, 60, 1))))
    assert {str(r) for r in there.merged_cells.ranges} == {"A1:H1"}


def test_rows_may_go_to_disk_one_by_one(tmp_path: Path, sheet: Worksheet) -> None:
    there = _written(tmp_path, grid(), merge=False)
    assert [[c.value for c in row] for row in there] == [[c.value for c in row] for row in sheet]
    assert there["E6"].comment.text == sheet["E6"].comment.text


def test_hidden_rows_and_columns_are_shown_in_grey(tmp_path: Path, sheet: Worksheet) -> None:
    there = _written(tmp_path, grid(hidden_rows=(4,), hidden_columns=(6,)))
    assert not there.row_dimensions[5].hidden
    assert not there.column_dimensions["G"].hidden
    assert there["B5"].font.italic
    assert there["G4"].font.italic
    assert not there["F6"].font.italic
    assert not sheet["B5"].font.italic


def test_a_problem_in_a_hidden_row_is_still_coloured(tmp_path: Path, sheet: Worksheet) -> None:
    there = _written(tmp_path, grid(hidden_rows=(5,)))
    assert there["E6"].fill.fgColor.rgb == sheet["E6"].fill.fgColor.rgb


def test_a_heading_of_two_rows_is_frozen_and_our_column_named_once(tmp_path: Path) -> None:
    there = _written(tmp_path, grid(header_row=3, header_rows=2))
    assert there.freeze_panes == "C5"
    assert [there.cell(row, 9).value for row in (3, 4)] == [None, OURS]
    assert there.print_title_rows == "$3:$4"


def test_a_sheet_without_a_heading_is_written_too(tmp_path: Path) -> None:
    there = _written(tmp_path, grid(header_row=0, header_rows=0))
    assert there["B5"].value == "Nguyễn Thị Ánh"
    assert there.auto_filter.ref is None


def test_an_empty_sheet_is_written_too(tmp_path: Path) -> None:
    there = _written(tmp_path, grid(text=pl.DataFrame(), cells=pl.DataFrame(), merged=(), header_row=0, header_rows=0))
    assert there["A1"].value is None


def test_a_merged_range_that_would_cover_a_problem_is_left_apart(tmp_path: Path) -> None:
    """Row 7 has no sex: the cell must be seen, though it was covered by the one above."""
    sheet = _written(tmp_path, grid(merged=((5, 3, 6, 3), (5, 6, 6, 6))))
    assert [str(area) for area in sheet.merged_cells.ranges] == ["G6:G7"]
    assert sheet["D7"].comment.text.startswith("Lỗi: ")
