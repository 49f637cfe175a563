"""The number of the birth certificate stands in the column of the personal number."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "personal_id_birth_cert",
    "personal_id",
    {"personal_id": pl.col("birth_cert_no")},
    when=pl.col("birth_cert_no").is_not_null(),
    registers=("children",),
    weight=2,
)
