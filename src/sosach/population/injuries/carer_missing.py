"""The benefit is for who cares, and nobody is named."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "carer_missing",
    "carer_name",
    {
        name: pl.lit(None, pl.String)
        for name in ("carer_name", "carer_relation", "carer_birth_date", "carer_personal_id")
    },
    when=pl.col("category").str.starts_with("Hộ gia đình chăm sóc"),
    registers=("beneficiaries",),
    weight=3,
)
