"""Nobody wrote what kin the carer is."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "carer_relation_missing",
    "carer_relation",
    {"carer_relation": pl.lit(None, pl.String)},
    when=pl.col("carer_name").is_not_null(),
    registers=("beneficiaries",),
    weight=3,
)
