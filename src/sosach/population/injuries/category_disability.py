"""The category asks for a severe disability, the degree on record is mild."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "category_disability",
    "category",
    {"disability_degree": pl.lit("Nhẹ")},
    when=pl.col("category").str.starts_with("Người khuyết tật"),
    registers=("beneficiaries",),
    weight=3,
)
