"""What every file of this room offers for its number, and how one value goes through the expressions of a million.

The four verbs are those of python-stdnum. Each runs the same Polars expressions that clean a column, on a frame of one
row: `compacted` leaves out what people write between digits, `problem` names the first thing that is wrong.
"""

from collections.abc import Callable
from typing import Protocol

import polars as pl

from sosach.ids.errors import KINDS, NumberError

Step = Callable[[pl.Expr], pl.Expr]


class Number(Protocol):
    """The interface of a number's module."""

    def compacted(self, number: pl.Expr, /) -> pl.Expr:
        """The number without separators."""

    def problem(self, compact: pl.Expr, /) -> pl.Expr:
        """The kind of the first thing wrong with a compact number (`errors.KINDS`); null when nothing is."""

    def compact(self, number: str, /) -> str:
        """The number without separators."""

    def validate(self, number: str, /) -> str:
        """The compact number.

        Raises:
            NumberError: one of its kinds.
        """

    def is_valid(self, number: str, /) -> bool:
        """Whether the number could be one of its kind."""

    def format(self, number: str, /) -> str:
        """The number as it is written for people."""


def validated(number: str, compacted: Step, problem: Step) -> str:
    """The compact number.

    Raises:
        NumberError: the kind that `problem` names.
    """
    compact = compacted(pl.lit(number, dtype=pl.String)).alias("compact")
    value, kind = pl.select(compact).select("compact", problem(pl.col("compact")).alias("problem")).row(0)
    if kind is not None:
        raise KINDS[kind]
    return str(value)


def passes(number: str, compacted: Step, problem: Step) -> bool:
    """Whether `validated` would return."""
    try:
        validated(number, compacted, problem)
    except NumberError:
        return False
    return True


def first_problem(*kinds: tuple[str, pl.Expr]) -> pl.Expr:
    """The kind whose condition holds first; a condition that cannot be told counts as not holding."""
    found = pl.lit(None, dtype=pl.String)
    for kind, wrong in reversed(kinds):
        found = pl.when(wrong).then(pl.lit(kind)).otherwise(found)
    return found
