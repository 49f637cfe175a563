"""A child's number is that of somebody born in the last century, and of nobody in the record."""

import polars as pl

from sosach.population.harm import injury

_NUMBER = pl.col("personal_id")
_CENTURY = _NUMBER.str.slice(3, 1).replace({"2": "0", "3": "1"})

INJURIES = injury(
    __name__,
    "personal_id_adult",
    "personal_id",
    {"personal_id": pl.concat_str(_NUMBER.str.head(3), _CENTURY, pl.lit("58"), _NUMBER.str.slice(6))},
    registers=("children",),
    weight=4,
)
