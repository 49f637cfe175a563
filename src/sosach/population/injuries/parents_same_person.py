"""The mother's name and year were copied into the father's cells."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "parents_same_person",
    "mother_name",
    {
        "father_name": pl.col("mother_name"),
        "father_birth_year": pl.col("mother_birth_year"),
        "father_personal_id": pl.lit(None, pl.String),
    },
    when=pl.col("mother_name").is_not_null() & pl.col("mother_birth_year").is_not_null(),
    registers=("children",),
    weight=2,
)
