"""Only the year of birth is written, and in that year some become sixteen before the day and some after it."""

import polars as pl

from sosach.population.harm import injury

_DATE = pl.col("birth_date")

INJURIES = injury(
    __name__,
    "age_sixteen_year",
    "birth_date",
    {"birth_date": _DATE.str.tail(4)},
    when=_DATE.str.ends_with("/2010"),
    registers=("children",),
    weight=2,
)
