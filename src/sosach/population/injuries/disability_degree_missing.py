"""The category asks for a degree of disability, and none was filled in."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "disability_degree_missing",
    "disability_degree",
    {"disability_degree": pl.lit(None, pl.String)},
    when=pl.col("category").str.starts_with("Người khuyết tật"),
    registers=("beneficiaries",),
    weight=3,
)
