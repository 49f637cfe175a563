"""The first sheet says what came of it and how to decide."""

import openpyxl
from xlsxwriter import Workbook

from sosach.findings.notices import notice
from sosach.outputs.linking.opening_sheet import HOW_TO, Opening, Told, write_opening
from sosach.outputs.review.looks import Looks


def said(path, **facts):
    told = {"title": "Đối chiếu", "lead": ["Đã so 3 người."], "table": [Told("Cần xem", 2, "Xem.")], "notices": ()}
    with Workbook(path) as workbook:
        write_opening(workbook.add_worksheet("Tổng hợp"), Opening(**(told | facts)), Looks(workbook))
    sheet = openpyxl.load_workbook(path)["Tổng hợp"]
    return [cell for row in sheet.values for cell in row if cell is not None]


def test_figures_and_what_to_do(tmp_path):
    cells = said(tmp_path / "a.xlsx")
    assert {"Đối chiếu", "Đã so 3 người.", "Cần xem", 2, "Xem.", *HOW_TO} <= set(cells)
    assert "Lưu ý" not in cells


def test_what_had_to_be_left_out_is_told(tmp_path):
    cells = said(tmp_path / "a.xlsx", notices=(notice("decisions_unplaced", count=3),))
    assert "Lưu ý" in cells
    assert any(str(cell).startswith("Có 3 quyết định cũ") for cell in cells)
