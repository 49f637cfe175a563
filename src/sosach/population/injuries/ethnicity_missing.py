"""The ethnic group was not filled in."""

import polars as pl

from sosach.population.harm import ALL, injury

INJURIES = injury(
    __name__, "ethnicity_missing", "ethnicity", {"ethnicity": pl.lit(None, pl.String)}, registers=ALL, weight=5
)
