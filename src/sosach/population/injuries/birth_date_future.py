"""The year of birth is still to come, mostly because two digits changed places."""

import polars as pl

from sosach.population.harm import injury

_DATE = pl.col("birth_date")

INJURIES = injury(
    __name__,
    "birth_date_future",
    "birth_date",
    {"birth_date": pl.concat_str(_DATE.str.head(6), pl.lit("2031"))},
    when=(_DATE.str.len_chars() == 10) & ~_DATE.str.starts_with("29/02"),
    weight=3,
)
