"""Who is cared for stands again as the one who cares."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "carer_same_person",
    "carer_name",
    {
        "carer_name": pl.col("full_name"),
        "carer_birth_date": pl.col("birth_date"),
        "carer_personal_id": pl.col("personal_id"),
    },
    when=pl.col("carer_name").is_not_null(),
    registers=("beneficiaries",),
    weight=3,
)
