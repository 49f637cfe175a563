"""The decision is dated before the person was born."""

import polars as pl

from sosach.population.harm import injury

_BORN = pl.col("birth_date").str.tail(4).cast(pl.Int32, strict=False)

INJURIES = injury(
    __name__,
    "decision_before_birth",
    "decision_date",
    {"decision_date": pl.concat_str(pl.lit("12/03/"), (_BORN - 1).cast(pl.String))},
    registers=("beneficiaries",),
    weight=3,
)
