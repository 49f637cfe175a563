"""What a personal number is worth beside the facts of its person, for many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from sosach.ids import personal_id


class NumberState(StrEnum):
    """The number that stands in a record."""

    EMPTY = "empty"
    IMPOSSIBLE = "impossible"  # something is there that is no twelve digits
    CONTRADICTED = "contradicted"  # twelve digits of no known place, or of another sex or year of birth
    RIGHT = "right"  # of right structure, and nothing known speaks against it


@dataclass(frozen=True, slots=True)
class Judged:
    """A number beside the facts of one person."""

    state: NumberState
    agrees: bool  # known place, and sex and year of birth are known and those of the number


_SCHEMA = {"number": pl.String, "shown": pl.String, "sex": pl.String, "birth_date": pl.String}

Asked = tuple[str | None, str | None, str | None, str | None]  # number, what stands there, sex, date of birth


def judged(rows: Sequence[Asked]) -> list[Judged]:
    """Every number beside its facts.

    Args:
        rows: twelve digits or None; what stands in the cell, None where nothing does; `male` or `female`; a partial
            date.
    """
    frame = pl.DataFrame(rows, schema=_SCHEMA, orient="row")
    number, sex, year = pl.col("number"), pl.col("sex"), pl.col("birth_date").str.head(4).cast(pl.Int32)
    possible = number.str.contains(personal_id.TIDY) & personal_id.problem(number).is_null()
    against = (personal_id.sex_of(number) != sex) | (personal_id.birth_year_of(number) != year)
    told = frame.select(
        possible=possible.fill_null(value=False),
        known=personal_id.prefix_is_known(number).fill_null(value=False),
        against=against.fill_null(value=False),
        agrees=personal_id.agrees(number, sex=sex, birth_year=year),
        empty=number.is_null() & pl.col("shown").fill_null("").str.strip_chars().eq(""),
    )
    return [_judged(**row) for row in told.iter_rows(named=True)]


def _judged(*, possible: bool, known: bool, against: bool, agrees: bool, empty: bool) -> Judged:
    if empty:
        return Judged(NumberState.EMPTY, agrees=False)
    if not possible:
        return Judged(NumberState.IMPOSSIBLE, agrees=False)
    state = NumberState.RIGHT if known and not against else NumberState.CONTRADICTED
    return Judged(state, agrees=agrees)
