"""A digit got into the name."""

import polars as pl

from sosach.population.harm import in_turn, injury

_NAME = pl.col("full_name")

INJURIES = injury(
    __name__,
    "full_name_digits",
    "full_name",
    {"full_name": in_turn(_NAME + "1", _NAME.str.replace(" ", "2 "))},
    weight=4,
)
