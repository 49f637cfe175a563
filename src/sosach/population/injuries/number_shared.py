"""One person's number stands with another person too."""

import polars as pl

from sosach.population.harm import BESIDE, Beside, injury

INJURIES = injury(
    __name__,
    "personal_id_shared",
    "personal_id",
    {"personal_id": pl.col(f"personal_id{BESIDE}")},
    beside=Beside.ANYBODY,
    weight=4,
)
