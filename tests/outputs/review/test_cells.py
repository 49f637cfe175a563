import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from xlsxwriter import Workbook

from sosach.outputs.review.cells import MOST_LETTERS, as_day, write_text


@pytest.mark.parametrize(
    "text", ["=1+1", "+84999", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "https://a.b", "0123", "1e5", "TRUE", ""]
)
def test_text_stays_text_whatever_it_looks_like(text: str, tmp_path: Path) -> None:
    with Workbook(tmp_path / "a.xlsx") as book:
        write_text(book.add_worksheet(), 0, 0, text, book.add_format())
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").active["A1"]
    assert cell.data_type in ("s", "n") if text == "" else cell.data_type == "s"
    assert cell.hyperlink is None
    assert (cell.value or "") == text


def test_an_empty_cell_keeps_its_look(tmp_path: Path) -> None:
    with Workbook(tmp_path / "a.xlsx") as book:
        write_text(book.add_worksheet(), 0, 0, None, book.add_format({"bg_color": "#FF0000"}))
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").active["A1"]
    assert cell.value is None
    assert cell.fill.fgColor.rgb == "FFFF0000"


def test_a_text_that_excel_refuses_is_cut(tmp_path: Path) -> None:
    with Workbook(tmp_path / "a.xlsx") as book:
        write_text(book.add_worksheet(), 0, 0, "ă" * (MOST_LETTERS + 5), book.add_format())
    assert len(openpyxl.load_workbook(tmp_path / "a.xlsx").active["A1"].value) == MOST_LETTERS


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2016-08-16", dt.datetime.combine(dt.date(2016, 8, 16), dt.time())),
        ("1900-03-01", dt.datetime.combine(dt.date(1900, 3, 1), dt.time())),
        ("1900-02-28", None),
        ("1899-12-31", None),
        ("1938", None),
        ("1938-06", None),
        (None, None),
    ],
)
def test_only_whole_days_that_excel_can_count_are_days(iso: str | None, day: dt.date | None) -> None:
    assert as_day(iso) == day
