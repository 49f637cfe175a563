"""New persons in the columns of the export."""

from pathlib import Path

import openpyxl
import pytest

from sosach.findings.notices import Refused
from sosach.outputs.export_layout import CHILDREN_EXPORT, HAMLET_LISTS, Layout
from sosach.outputs.upload import new_persons
from sosach.outputs.upload.file_words import file_words
from sosach.outputs.upload.new_persons import write_new_persons
from sosach.outputs.upload.settled import NewPerson
from tests.outputs.upload.exports import export

BABY = NewPerson(
    values={
        "full_name": "Nguyễn Văn Mới", "birth_date": "2026-05-02", "sex": "male", "ethnicity": "01",
        "personal_id": "027226700008", "mother_name": "Lê Thị Mẫu",
    },
    change="Q-9",
)  # fmt: skip


def write(tmp_path: Path, layout: Layout = CHILDREN_EXPORT) -> tuple[openpyxl.worksheet.worksheet.Worksheet, tuple]:
    base = export(tmp_path / "a.xlsx", layout)
    name = base.reading.sheets[0].name
    grid = next(grid for grid in base.reading.grids if grid.name == name)
    columns = [column for column in base.reading.columns if column.sheet == name]
    words = file_words(base.typed, base.reading.register)
    left = write_new_persons(tmp_path / "b.xlsx", [BABY, BABY], grid, columns, words)
    return openpyxl.load_workbook(tmp_path / "b.xlsx").active, left


def test_they_stand_under_the_same_heading_in_the_same_columns(tmp_path: Path) -> None:
    sheet, left = write(tmp_path)
    assert [cell.value for cell in sheet[4]][:8] == [column.heading for column in CHILDREN_EXPORT.columns][:8]
    assert [cell.value for cell in sheet[5]][:8] == [
        1, None, "Nguyễn Văn Mới", "02/05/2026", "Nam", "Kinh", None, "027226700008",
    ]  # fmt: skip
    assert sheet["H6"].number_format == "@"
    assert sheet["A6"].value == 2
    assert sheet.max_row == 6
    assert left == ()


def test_hidden_columns_are_hidden(tmp_path: Path) -> None:
    sheet, _ = write(tmp_path)
    hidden = [(column.min, column.max) for column in sheet.column_dimensions.values() if column.hidden]
    assert hidden == [(33, 34)]


def test_a_heading_of_merged_cells_is_one_and_what_has_no_single_column_is_told(tmp_path: Path) -> None:
    sheet, left = write(tmp_path, HAMLET_LISTS)
    assert "C4:D4" in {str(found) for found in sheet.merged_cells.ranges}
    assert left == ("birth_date", "sex")


def test_what_reads_differently_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = new_persons._write_lines
    monkeypatch.setattr(new_persons, "_write_lines", lambda sheet, lines, at, look: real(sheet, lines[:1], at, look))
    with pytest.raises(Refused):
        write(tmp_path)
