"""Only the given name was written, without the family's."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(
    __name__,
    "full_name_one_word",
    "full_name",
    {"full_name": pl.col("full_name").str.split(" ").list.last()},
    when=pl.col("ethnicity") == "Kinh",
    weight=3,
)
