"""Batches for the police, made up for tests, and answers written into them as a spreadsheet would."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl

from sosach.campaign.police_list import sealed_rows
from sosach.forms.form import SentRow
from sosach.forms.police import POLICE_LIST
from sosach.outputs.police_workbook import PoliceBatch, write_police_list
from sosach.population.population import population

ON = date(2026, 6, 18)
KEY = bytes(range(32))
BATCH = PoliceBatch(
    code="TE-02", person="trẻ", unit="xã Hòa Mẫu", unit_code="99999", sent_on=ON, due=date(2026, 6, 24)
)  # fmt: skip
LETTERS = {column.key: openpyxl.utils.get_column_letter(n) for n, column in enumerate(POLICE_LIST.columns, 1)}

Change = Callable[[Any], None]  # of the sheet, by openpyxl


@cache
def people(count: int = 12) -> pl.DataFrame:
    """Children of the made-up commune without their numbers, as they go into a batch."""
    children = population(count * 3, 5, ON).children.head(count)
    return children.with_columns(
        personal_id=pl.lit(None, dtype=pl.String), to_verify=pl.lit("Thiếu số định danh"), number=pl.col("personal_id")
    )


@cache
def sent(count: int = 12, batch: str = "TE-02", key: bytes = KEY) -> tuple[SentRow, ...]:
    """The sealed rows of these children."""
    return sealed_rows(people(count), batch, key)


def written(path: Path, count: int = 12) -> Path:
    """The list on disk as it goes to the police."""
    write_police_list(path, BATCH, sent(count))
    return path


def answered(path: Path, answers: Mapping[int, Mapping[str, object]], *changes: Change, count: int = 12) -> Path:
    """The list as it comes back.

    Args:
        path: of the file.
        answers: by number of the row, what is written into which answer column.
        changes: what else was done to the sheet.
        count: rows of the list.
    """
    written(path, count)
    book = openpyxl.load_workbook(path)
    sheet = book[POLICE_LIST.sheet]
    for row, cells in answers.items():
        for key, value in cells.items():
            sheet[f"{LETTERS[key]}{row + 1}"] = value
    for change in changes:
        change(sheet)
    book.save(path)
    return path


def sorted_rows(*keys: str, by: str = "full_name") -> Change:
    """Sorts these columns by one of them, the others staying where they are; none named: all of them."""

    def change(sheet: Any) -> None:
        columns = [LETTERS[key] for key in keys or LETTERS]
        rows = range(2, sheet.max_row + 1)
        order = sorted(rows, key=lambda row: str(sheet[f"{LETTERS[by]}{row}"].value or ""))
        values = [[sheet[f"{letter}{row}"].value for letter in columns] for row in order]
        for row, cells in zip(rows, values, strict=True):
            for letter, value in zip(columns, cells, strict=True):
                sheet[f"{letter}{row}"] = value

    return change
