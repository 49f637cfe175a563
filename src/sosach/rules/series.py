"""Numbers that grow by one from row to row: somebody pulled the corner of a cell and the spreadsheet counted on.

Rows of one sheet come together when their digits minus their row are equal; among those a run is an unbroken stretch of
rows. The digits are taken as they stand, so that a series that lost its zeros is one all the same.
"""

from collections.abc import Mapping

import polars as pl

from sosach.rules.rule import Asked

LEAST = 4  # rows; twins and triplets have neighbouring numbers lawfully

_KEY = "_key"
_ROW = pl.col("row")
_STARTS = (_ROW.diff() != 1).fill_null(value=True)
_ENDS = (_ROW.diff(-1) != -1).fill_null(value=True)


def key(number: str) -> tuple[pl.Expr, pl.Expr]:
    """What the rows of a series have in common; null where no number of nine to twelve digits stands."""
    digits = pl.coalesce(number, f"{number}__digits")
    start = digits.cast(pl.Int64, strict=False) - _ROW
    return pl.col("sheet"), pl.when(digits.str.len_bytes().is_between(9, 12)).then(start)


def long_enough() -> pl.Expr:
    """Whether the row belongs to a run of at least `LEAST` rows."""
    return _last_row() - _first_row() + 1 >= LEAST


def same_throughout(column: str) -> pl.Expr:
    """Whether all rows of the run have one value in this column; empty cells are never the same."""
    value = pl.col(column)
    changes = (value != value.shift()).fill_null(value=True).cum_sum()
    return _at_end(changes) == _at_start(changes)


def words() -> Mapping[str, Asked]:
    """What sentences say of a run."""
    return {"first_row": _first_row(), "last_row": _last_row(), "count": _last_row() - _first_row() + 1}


def _first_row() -> pl.Expr:
    return _at_start(_ROW)


def _last_row() -> pl.Expr:
    return _at_end(_ROW)


def _at_start(value: pl.Expr) -> pl.Expr:
    return pl.when(_STARTS).then(value).forward_fill().over(_KEY)


def _at_end(value: pl.Expr) -> pl.Expr:
    return pl.when(_ENDS).then(value).backward_fill().over(_KEY)
