"""One column of cells becomes a cleaned value and what its kind adds; every distinct cell is read once.

Most cells of a register need no cleaning at all. A quick test tells those that are tidy already; only the distinct cells
among the rest go through the readers, and their answers are joined back.
"""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from sosach.text import plain

Reader = Callable[[pl.Series], pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Reading:
    """How the cells of a kind are read."""

    read: Reader | None = None  # None: the plain text is the value
    tidy: pl.Expr | None = None  # over `cell`; null: every distinct cell is read
    good: pl.DataType | None = None  # the Enum of the states, whose `good` tidy cells have


CELL = "cell"

_PLAIN_EXTRAS = ("legacy", "charset", "invisible")


def read_column(cells: pl.Series, how: Reading) -> pl.DataFrame:
    """The cleaned column: `value`, the plain text's `legacy`, `charset` and `invisible`, and the reader's own columns.

    Args:
        cells: marked strings, one per row, null where nothing stands.
        how: the kind's reading.
    """
    frame = cells.alias(CELL).to_frame()
    if how.tidy is None:
        return frame.join(_answers(_distinct(cells), how), on=CELL, how="left", maintain_order="left").drop(CELL)
    tidy = frame.select(how.tidy.fill_null(value=True)).to_series()
    rest = _distinct(cells.filter(~tidy))
    # With nothing untidy the readers are asked all the same: a batch has the columns of every other batch.
    joined = frame.with_columns(tidy.alias("_tidy")).join(
        _answers(rest, how), on=CELL, how="left", maintain_order="left"
    )
    own = [c for c in joined.columns if c not in (CELL, "_tidy", "value", "state")]
    return joined.select(*_untouched(how), *own)


def _untouched(how: Reading) -> list[pl.Expr]:
    """Tidy cells are their own value, and their state is good."""
    cell, is_tidy = pl.col(CELL), pl.col("_tidy")
    chosen = [pl.when(is_tidy).then(cell).otherwise("value").alias("value")]
    if how.good is not None:
        good = pl.when(cell.is_not_null()).then(pl.lit("good", dtype=how.good))
        chosen.append(pl.when(is_tidy).then(good).otherwise("state").alias("state"))
    return chosen


def _distinct(cells: pl.Series) -> pl.Series:
    return cells.drop_nulls().unique(maintain_order=True)


def _answers(distinct: pl.Series, how: Reading) -> pl.DataFrame:
    """What the readers say of distinct cells, one row each."""
    text = plain.read(distinct)
    frame = text.with_columns(distinct.alias(CELL)).rename({"value": "plain"})
    if how.read is None:
        return frame.rename({"plain": "value"})
    texts = _distinct(text["value"])
    answers = how.read(texts).with_columns(texts.alias("plain"))
    return frame.join(answers, on="plain", how="left", maintain_order="left").drop("plain")
