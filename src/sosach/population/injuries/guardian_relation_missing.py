"""There is a guardian, and nobody wrote what kin."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "guardian_relation_missing",
    "guardian_relation",
    {"guardian_relation": pl.lit(None, pl.String)},
    when=pl.col("guardian_name").is_not_null(),
    registers=("children",),
    weight=3,
)
