"""The decision is dated after the day of the export."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "decision_future",
    "decision_date",
    {"decision_date": pl.concat_str(pl.col("decision_date").str.head(6), pl.lit("2027"))},
    when=~pl.col("decision_date").str.starts_with("29/02"),
    registers=("beneficiaries",),
    weight=3,
)
