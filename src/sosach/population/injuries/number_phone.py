"""The telephone number stands in the column of the personal number."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "personal_id_phone",
    "personal_id",
    {"personal_id": pl.col("phone")},
    when=pl.col("phone").is_not_null(),
    weight=2,
)
