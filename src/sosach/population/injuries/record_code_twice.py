"""Two records carry one code."""

import polars as pl

from sosach.population.harm import BESIDE, Beside, injury

INJURIES = injury(
    __name__,
    "record_code_twice",
    "record_code",
    {"record_code": pl.col(f"record_code{BESIDE}")},
    beside=Beside.ANYBODY,
    weight=3,
)
