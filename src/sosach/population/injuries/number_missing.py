"""Nobody filled in the number."""

import polars as pl

from sosach.population.harm import ALL, injury

INJURIES = injury(
    __name__,
    "personal_id_missing",
    "personal_id",
    {"personal_id": pl.lit(None, pl.String)},
    registers=ALL,
    weight=12,
)
