"""The father's number was copied into the child's cell."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "personal_id_same_as_father",
    "personal_id",
    {"personal_id": pl.col("father_personal_id")},
    when=pl.col("father_personal_id").is_not_null(),
    registers=("children",),
    weight=3,
)
