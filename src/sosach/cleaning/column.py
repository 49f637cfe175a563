"""One column of cells becomes a cleaned value and what its kind adds; every distinct cell is read once.

Most cells of a register need no cleaning at all. A quick test tells those that are tidy already; only the distinct
cells among the rest go through the readers, and their answers are joined back. Kinds with few distinct cells (dates,
sexes, statuses) remember their answers from batch to batch.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from threading import Lock

import polars as pl

from sosach.text import plain

Reader = Callable[[pl.Series], pl.DataFrame]

CELL = "cell"

# A kind with more distinct cells than this is none of few: what is beyond is read again in every batch.
REMEMBERED = 200_000


class Memory:
    """Answers already given, one row per distinct cell; several batches may ask at once."""

    def __init__(self) -> None:
        self._known: pl.DataFrame | None = None
        self._lock = Lock()

    def answers(self, cells: pl.Series, read: Reader) -> pl.DataFrame:
        """The answers for distinct cells, and perhaps for others; new ones are read and remembered."""
        known = self._known
        if known is None:
            return self._remembered(read(cells))
        new = cells.filter(~cells.is_in(known[CELL].implode()))
        if new.is_empty():
            return known
        return self._remembered(read(new), known)

    def _remembered(self, answers: pl.DataFrame, known: pl.DataFrame | None = None) -> pl.DataFrame:
        whole = answers if known is None else pl.concat([known, answers])
        with self._lock:
            if whole.height <= REMEMBERED and (self._known is None or self._known.height < whole.height):
                self._known = whole
        return whole


@dataclass(frozen=True, slots=True)
class Reading:
    """How the cells of a kind are read."""

    read: Reader | None = None  # None: the plain text is the value
    tidy: pl.Expr | None = None  # over `cell`; null: every distinct cell is read
    good: pl.DataType | type[pl.DataType] | None = None  # the Enum of the states, whose `good` tidy cells have
    memory: Memory | None = None  # of kinds with few distinct cells


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
    if rest.is_empty():
        nothing = [pl.lit(None, dtype=dtype).alias(name) for name, dtype in _own_columns(how.read).items()]
        return frame.select(*_untouched(how, tidy_column=None), *nothing)
    joined = frame.with_columns(tidy.alias("_tidy"))
    joined = joined.join(_answers(rest, how), on=CELL, how="left", maintain_order="left")
    own = [c for c in joined.columns if c not in (CELL, "_tidy", "value", "state")]
    return joined.select(*_untouched(how, tidy_column="_tidy"), *own)


@cache
def _own_columns(read: Reader | None) -> dict[str, pl.DataType]:
    """What a reader tells beside value and state: rules may look at it, whether or not any cell needed reading."""
    if read is None:
        return {}
    schema = read(pl.Series(CELL, [], dtype=pl.String)).schema
    return {name: dtype for name, dtype in schema.items() if name not in ("value", "state")}


def _untouched(how: Reading, tidy_column: str | None) -> list[pl.Expr]:
    """Tidy cells are their own value, and their state is good."""
    cell, state = pl.col(CELL), None
    if how.good is not None:
        state = pl.when(cell.is_not_null()).then(pl.lit("good", dtype=how.good))
    if tidy_column is None:
        return [cell.alias("value")] + ([state.alias("state")] if state is not None else [])
    is_tidy = pl.col(tidy_column)
    chosen = [pl.when(is_tidy).then(cell).otherwise("value").alias("value")]
    if state is not None:
        chosen.append(pl.when(is_tidy).then(state).otherwise("state").alias("state"))
    return chosen


def _distinct(cells: pl.Series) -> pl.Series:
    return cells.drop_nulls().unique(maintain_order=True)


def _answers(distinct: pl.Series, how: Reading) -> pl.DataFrame:
    """What the readers say of distinct cells: at least a row for each."""

    def asked(cells: pl.Series) -> pl.DataFrame:
        return _read(cells, how.read)

    return asked(distinct) if how.memory is None else how.memory.answers(distinct, asked)


def _read(distinct: pl.Series, read: Reader | None) -> pl.DataFrame:
    text = plain.read(distinct)
    frame = text.with_columns(distinct.alias(CELL)).rename({"value": "plain"})
    if read is None:
        return frame.rename({"plain": "value"})
    texts = _distinct(text["value"])
    answers = read(texts).with_columns(texts.alias("plain"))
    return frame.join(answers, on="plain", how="left", maintain_order="left").drop("plain")
