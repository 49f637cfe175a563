"""Cells of made-up workbooks, read back by another program."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from sosach.outputs.export_cells import formats, write_cell
from sosach.population.writing import SCIENTIFIC
from sosach.registers.field import Kind
from sosach.text.cells import DATE, ERROR, NUMBER, SHOWN, TCVN3_FONT, VNI_FONT


def written(folder: Path, cell: str | None, kind: Kind | None = Kind.TEXT):
    path = folder / "cell.xlsx"
    with xlsxwriter.Workbook(path) as book:
        write_cell(book.add_worksheet(), (0, 0), cell, kind, formats(book))
    return openpyxl.load_workbook(path).active["A1"]


@pytest.mark.parametrize(
    ("cell", "value", "number_format"),
    [
        pytest.param("Nguyễn Thị Hoa", "Nguyễn Thị Hoa", "General", id="text"),
        pytest.param(NUMBER + "27215600001", 27215600001, "General", id="number that lost its zero"),
        pytest.param(SHOWN + "027215600001", 27215600001, "000000000000", id="number that shows its zero"),
        pytest.param(SCIENTIFIC + "27215600001", 27215600001, "0.00E+00", id="number shown in short"),
        pytest.param(DATE + "2015-08-16", datetime(2015, 8, 16), "dd/mm/yyyy", id="real date"),  # noqa: DTZ001
    ],
)
def test_cells_are_what_their_marks_say(tmp_path, cell, value, number_format):
    found = written(tmp_path, cell)
    assert (found.value, found.number_format) == (value, number_format)


def test_numbers_typed_as_text_stay_text(tmp_path):
    found = written(tmp_path, "027215600001", Kind.PERSONAL_ID)
    assert (found.value, found.number_format, found.data_type) == ("027215600001", "@", "s")


def test_formula_that_found_nothing(tmp_path):
    assert written(tmp_path, ERROR + "#N/A").data_type == "f"
    cached = openpyxl.load_workbook(tmp_path / "cell.xlsx", data_only=True).active["A1"]
    assert cached.value == "#N/A"


@pytest.mark.parametrize(("mark", "font"), [(TCVN3_FONT, ".VnTime"), (VNI_FONT, "VNI-Times")])
def test_old_text_has_its_font(tmp_path, mark, font):
    found = written(tmp_path, mark + "NguyÔn")
    assert (found.value, found.font.name) == ("NguyÔn", font)


def test_empty_cell_keeps_its_border(tmp_path):
    found = written(tmp_path, None)
    assert found.value is None
    assert found.border.left.style == "thin"


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+84", "-"])
def test_text_never_becomes_a_formula(tmp_path, text):
    assert written(tmp_path, text).data_type == "s"
