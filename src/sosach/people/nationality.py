"""Nationality: the country's name as it is printed, whichever way the office wrote it."""

from functools import cache

import polars as pl

from sosach.people.written import bare_letters, keys, letters
from sosach.refdata.countries import country_spellings
from sosach.text import cells

STATES = pl.Enum(["good", "unknown"])

STATELESS = "Không quốc tịch"

# Shorter words without their marks are too many things: Y is a name as well as Italy.
_LEAST_UNMARKED = 3


def read(given: pl.Series) -> pl.DataFrame:
    """The country of every cell.

    Returns:
        `value` (name of the country, “Không quốc tịch”, or null) and `state`.
    """
    text = cells.words(pl.col("text"))
    known, unmarked = countries_by_letters(), countries_without_marks()
    exact = letters(text).replace_strict(list(known), list(known.values()), default=None, return_dtype=pl.String)
    loose = bare_letters(text).replace_strict(
        list(unmarked), list(unmarked.values()), default=None, return_dtype=pl.String
    )
    frame = given.alias("text").to_frame().select(value=pl.coalesce(exact, loose))
    state = pl.when(pl.col("value").is_null()).then(pl.lit("unknown")).otherwise(pl.lit("good"))
    return frame.with_columns(state=state.cast(STATES))


@cache
def countries_by_letters() -> dict[str, str]:
    """The country of every spelling's letters, with their marks."""
    spellings = {**country_spellings(), STATELESS: STATELESS, "Không có quốc tịch": STATELESS}
    return {with_marks: name for (with_marks, _), name in zip(keys(list(spellings)), spellings.values(), strict=True)}


@cache
def countries_without_marks() -> dict[str, str]:
    """The country of every spelling's letters without marks, where these mean one country only."""
    meanings: dict[str, set[str]] = {}
    for (_, bare), name in zip(keys(list(country_spellings())), country_spellings().values(), strict=True):
        meanings.setdefault(bare, set()).add(name)
    return {bare: names.pop() for bare, names in meanings.items() if len(names) == 1 and len(bare) >= _LEAST_UNMARKED}
