"""What the person draws was not filled in."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "category_missing",
    "category",
    {"category": pl.lit(None, pl.String)},
    registers=("beneficiaries",),
    weight=4,
)
