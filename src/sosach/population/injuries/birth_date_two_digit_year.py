"""The year has two digits only."""

import polars as pl

from sosach.population.harm import injury

_DATE = pl.col("birth_date")

INJURIES = injury(
    __name__,
    "birth_date_two_digit_year",
    "birth_date",
    {"birth_date": pl.concat_str(_DATE.str.head(6), _DATE.str.tail(2))},
    when=_DATE.str.len_chars() == 10,
    weight=4,
)
