"""The number says that the birth was registered abroad, and nothing else in the record does."""

import polars as pl

from sosach.population.harm import in_turn, injury

INJURIES = injury(
    __name__,
    "personal_id_prefix_abroad",
    "personal_id",
    {"personal_id": pl.concat_str(in_turn("174", "279", "284"), pl.col("personal_id").str.slice(3))},
    weight=2,
)
