"""Workbooks are dated by the reference day, and a place that cannot be written is an ordinary refusal to write."""

from datetime import date, datetime

import openpyxl
import pytest

from sosach.outputs.workbook_file import add_sheet, close_workbook, open_workbook

ON = date(2026, 6, 18)


def test_same_input_gives_the_same_file(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        workbook = open_workbook(tmp_path / name, "Đối chiếu", ON)
        add_sheet(workbook, "Cần xem", "Đối chiếu", "tre-em.xlsx", ON).write_string(0, 0, "=1")
        close_workbook(workbook)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").properties.created == datetime.fromisoformat("2026-06-18")


def test_ampersand_in_a_name_is_no_code_of_the_page(tmp_path):
    workbook = open_workbook(tmp_path / "a.xlsx", "Đối chiếu", ON)
    add_sheet(workbook, "Cần xem", "Đối chiếu", "a&b.xlsx", ON)
    close_workbook(workbook)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Cần xem"]
    assert sheet.oddHeader.right.text == "a&&b.xlsx"
    assert "18/06/2026" in sheet.oddFooter.right.text


def test_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        close_workbook(open_workbook(tmp_path / "no" / "a.xlsx", "Đối chiếu", ON))
