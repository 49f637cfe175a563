"""By the years on record the father was very old when the child was born: mostly the grandfather's year."""

import polars as pl

from sosach.population.harm import injury

_CHILD = pl.col("birth_date").str.tail(4).cast(pl.Int32, strict=False)

INJURIES = injury(
    __name__,
    "father_too_old",
    "father_birth_year",
    {"father_birth_year": (_CHILD - 79).cast(pl.String), "father_personal_id": pl.lit(None, pl.String)},
    when=pl.col("father_birth_year").is_not_null(),
    registers=("children",),
    weight=2,
)
