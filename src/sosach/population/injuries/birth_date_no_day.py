"""Of a child's date of birth only the year or the month is written."""

import polars as pl

from sosach.population.harm import in_turn, injury

_DATE = pl.col("birth_date")

INJURIES = injury(
    __name__,
    "birth_date_no_day",
    "birth_date",
    {"birth_date": in_turn(_DATE.str.slice(6), _DATE.str.slice(3))},
    # Whoever was born in the year of the sixteenth birthday may be sixteen: that is another doubt.
    when=_DATE.str.tail(4).cast(pl.Int32, strict=False) > 2010,
    registers=("children",),
    weight=4,
)
