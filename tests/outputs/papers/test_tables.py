"""The workbook of a report: formulas that foot."""

import re

import openpyxl
import pytest

from sosach.outputs.papers.tables import write_tables
from sosach.papers.frozen import leaving
from tests.papers import model


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """The workbook of the model week."""
    made = tmp_path_factory.mktemp("tables") / "so-lieu.xlsx"
    situation = model.situation()
    write_tables(made, situation, [situation.of("children", {})], model.CUT_OFF)
    return made


def computed(sheet, cell: str, values) -> float:
    """A formula of sums and differences, computed from the values that stand in the other cells."""
    formula = sheet[cell].value
    if not isinstance(formula, str) or not formula.startswith("="):
        return formula or 0
    if found := re.fullmatch(r'=IF\((\w+)=0,"–",100\*(\w+)/(\w+)\)', formula):
        below = computed(sheet, found[3], values)
        return 100 * computed(sheet, found[2], values) / below if below else 0
    if found := re.fullmatch(r"=SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)", formula):
        cells = sheet[f"{found[1]}{found[2]}:{found[3]}{found[4]}"]
        return sum(computed(sheet, cell.coordinate, values) for line in cells for cell in line)
    parts = re.findall(r"([+-]?)([A-Z]+\d+)", formula[1:])
    return sum((-1 if sign == "-" else 1) * computed(sheet, name, values) for sign, name in parts)


def test_every_formula_gives_the_figure_that_the_report_prints(path):
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    checked = 0
    for sheet in formulas:
        for line in sheet.iter_rows(min_row=6):
            for cell in line:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    shown = values[sheet.title][cell.coordinate].value
                    assert computed(sheet, cell.coordinate, values) == pytest.approx(shown), (sheet.title, cell)
                    checked += 1
    assert checked > 80


def test_what_follows_from_other_columns_is_a_formula(path):
    sheet = openpyxl.load_workbook(path)["Trẻ em - Biến động"]
    assert sheet["I6"].value == "=C6+H6-D6-E6-F6-G6"
    assert sheet["C16"].value == "=SUM(C6:C15)"


def test_the_copy_that_leaves_has_no_sheet_by_hamlet(tmp_path):
    situation = model.situation(leaves=True, figures=leaving(model.figures()))
    write_tables(tmp_path / "x.xlsx", situation, [situation.of("children", {})], model.CUT_OFF)
    assert openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames == ["Trẻ em - nhóm", "Trẻ em - đợt chuyển"]


def test_the_same_figures_are_the_same_bytes(path, tmp_path):
    situation = model.situation()
    write_tables(tmp_path / "so-lieu.xlsx", situation, [situation.of("children", {})], model.CUT_OFF)
    assert (tmp_path / "so-lieu.xlsx").read_bytes() == path.read_bytes()
