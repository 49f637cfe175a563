"""Cells that a merge covers: the household's and the hamlet's value holds for every row, all else for the first alone.

A number or a name that stands in the first row of a household belongs to that row alone (a child must never inherit
its brother's number); a household's code, its head and the hamlet are what the merge is for.
"""

from collections.abc import Iterator, Sequence

import polars as pl

FILLED = ("household_code", "household_head", "hamlet")


def filled_down(column: pl.Series, number: int, merged: Sequence[tuple[int, int, int, int]]) -> pl.Series:
    """The column with every vertical merge filled from its first row.

    Args:
        column: from the first row of the sheet.
        number: zero-based number of the column.
        merged: zero-based top, left, bottom, right.
    """
    rows: list[int] = []
    values: list[str | None] = []
    for top, covered in _below(column, number, merged):
        rows.extend(covered)
        values.extend([column[top]] * len(covered))
    return column.clone().scatter(rows, pl.Series(values, dtype=pl.String)) if rows else column


def covered(column: pl.Series, number: int, merged: Sequence[tuple[int, int, int, int]]) -> pl.Series:
    """Which rows lie below the first of a vertical merge that has something to say (never null).

    Args:
        column: from the first row of the sheet.
        number: zero-based number of the column.
        merged: zero-based top, left, bottom, right.
    """
    rows = [row for top, below in _below(column, number, merged) if column[top] for row in below]
    return pl.repeat(False, column.len(), eager=True).scatter(rows, True)


def _below(column: pl.Series, number: int, merged: Sequence[tuple[int, int, int, int]]) -> Iterator[tuple[int, range]]:
    """The first row of every vertical merge over this column, and the rows below it."""
    for top, left, bottom, right in merged:
        if left <= number <= right and bottom > top and top < column.len():
            yield top, range(top + 1, min(bottom, column.len() - 1) + 1)
