"""The calendar has no such day."""

import polars as pl

from sosach.population.harm import ALL, in_turn, injury

INJURIES = injury(
    __name__,
    "birth_date_impossible",
    "birth_date",
    {"birth_date": pl.concat_str(in_turn("30/02/", "31/04/", "31/11/"), pl.col("birth_date").str.tail(4))},
    registers=ALL,
    weight=4,
)
