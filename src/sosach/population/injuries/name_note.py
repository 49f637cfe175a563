"""The name of the house stands behind the name of the certificate."""

import polars as pl

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__,
    "full_name_note",
    "full_name",
    {"full_name": pl.col("full_name") + in_turn(" (Tèo)", " (chưa KS)", " (bé Na)", " (tên ở nhà: Bông)")},
    weight=4,
)
