"""The province's sheet as a workbook."""

import openpyxl

from sosach.outputs.papers.province_workbook import write_province
from sosach.papers.province import province_sheet
from tests.papers import model
from tests.papers.test_province import UNITS, report


def test_hidden_cells_are_words_and_shares_of_shown_ones_formulas(tmp_path):
    small = report("99001", closing=4520, id_valid=4517, id_missing=2, id_wrong=1)
    sheet = province_sheet([small, report("99002"), report("99003")], UNITS, model.CUT_OFF)
    write_province(tmp_path / "x.xlsx", sheet, "children", model.CUT_OFF)
    page = openpyxl.load_workbook(tmp_path / "x.xlsx")["Tổng hợp"]
    told = {line[1]: line for line in page.iter_rows(min_row=7, values_only=True)}
    assert told["xã An Mẫu"][3:7] == (4520, "*", "<5", "≥ 99,9")
    assert told["Cộng (3 đơn vị)"][6] == "=100*E10/D10"
    values = openpyxl.load_workbook(tmp_path / "x.xlsx", data_only=True)["Tổng hợp"]
    assert round(values["G10"].value, 1) == 96.4


def test_a_unit_that_sent_nothing_has_empty_cells(tmp_path):
    write_province(tmp_path / "x.xlsx", province_sheet([], UNITS, model.CUT_OFF), "children", model.CUT_OFF)
    page = openpyxl.load_workbook(tmp_path / "x.xlsx")["Tổng hợp"]
    assert [cell.value for cell in page[7]][2:5] == ["chưa có", "", ""]
