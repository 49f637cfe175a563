"""By the years on record the mother was a child when the child was born."""

import polars as pl

from sosach.population.harm import injury

_CHILD = pl.col("birth_date").str.tail(4).cast(pl.Int32, strict=False)

INJURIES = injury(
    __name__,
    "mother_too_young",
    "mother_birth_year",
    {"mother_birth_year": (_CHILD - 11).cast(pl.String), "mother_personal_id": pl.lit(None, pl.String)},
    when=pl.col("mother_birth_year").is_not_null(),
    registers=("children",),
    weight=2,
)
