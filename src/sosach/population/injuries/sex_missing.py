"""The sex was not filled in."""

import polars as pl

from sosach.population.harm import ALL, injury

INJURIES = injury(__name__, "sex_missing", "sex", {"sex": pl.lit(None, pl.String)}, registers=ALL, weight=5)
