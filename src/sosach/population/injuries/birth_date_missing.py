"""The date of birth was not filled in."""

import polars as pl

from sosach.population.harm import ALL, injury

INJURIES = injury(
    __name__, "birth_date_missing", "birth_date", {"birth_date": pl.lit(None, pl.String)}, registers=ALL, weight=5
)
