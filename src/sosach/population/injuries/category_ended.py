"""The category has passed into another scheme, the record has not."""

import polars as pl

from sosach.population.harm import injury
from sosach.refdata.benefits import category_labels

INJURIES = injury(
    __name__,
    "category_ended",
    "category",
    {"category": pl.lit(category_labels()["5.5.c"])},
    when=pl.col("category").str.contains("hưu trí"),
    registers=("beneficiaries",),
    weight=4,
)
