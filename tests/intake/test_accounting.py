"""What is said about a reading."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sosach.findings.notices import notice
from sosach.intake.accounting import at_most_three
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.intake.reading import Reading
from tests.intake import books


def reading(path: Path, rows: Sequence[Sequence[Any]]) -> Reading:
    """The reading of one sheet."""
    return read(books.saved(books.book_of(rows, name="trẻ em"), path), ReadingOptions())


def messages(found: Reading, code: str) -> list[str]:
    """The sentences of one kind."""
    return [said.message for said in found.notices if said.code == code]


def test_three_of_a_kind_are_said_and_the_rest_counted() -> None:
    many = [notice("column_unmapped", column=str(n), file="a") for n in range(8)] + [notice("file_macro", file="a")]
    said = at_most_three(many)
    assert [n.code for n in said] == ["column_unmapped"] * 3 + ["notices_more", "file_macro"]
    assert "5" in said[3].message


def test_what_became_of_numbers_and_dates(tmp_path: Path) -> None:
    rows = [
        ["Họ tên trẻ", "Ngày sinh", "Số định danh"],
        ["Lê Lan", dt.date(2018, 3, 5), 27318700001],
        ["Lê Lý", "17/11/2020", 1318700001],
        ["Lê Lê", "17/11/2020", "2.73E+10"],
        ["Lê La", None, "027318700004"],
    ]
    found = reading(tmp_path / "a.xlsx", rows)
    assert "2 số đã mất số 0" in messages(found, "column_lost_zeros")[0]
    assert "1 số bị rút gọn" in messages(found, "column_scientific")[0]
    assert "2 ngày là chữ, 1 ngày là số" in messages(found, "column_dates_mixed")[0]


def test_tidy_files_have_nothing_said_about_them(tmp_path: Path) -> None:
    assert reading(tmp_path / "a.xlsx", [books.HEADINGS, *books.PERSONS]).notices == ()


def test_the_account_of_a_sheet_with_titles(tmp_path: Path) -> None:
    found = reading(
        tmp_path / "a.xlsx", [["DANH SÁCH TRẺ EM"], [], books.HEADINGS, *books.PERSONS, [None, "Tổng cộng", "3"]]
    )
    (sheet,) = found.sheets
    assert (sheet.header_row, sheet.header_rows, sheet.first_row, sheet.last_row) == (3, 1, 4, 7)
    assert (sheet.rows_read, sheet.persons, sheet.rows_skipped) == (4, 3, ((7, "dòng tổng cộng"),))
    assert sheet.title == "DANH SÁCH TRẺ EM"
    assert found.columns[1].letter == "B"
