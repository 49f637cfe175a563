"""The name was not filled in."""

import polars as pl

from sosach.population.harm import ALL, injury

INJURIES = injury(
    __name__, "full_name_missing", "full_name", {"full_name": pl.lit(None, pl.String)}, registers=ALL, weight=2
)
