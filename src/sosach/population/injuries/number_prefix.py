"""The first three digits stand for no place where births are registered."""

import polars as pl

from sosach.population.harm import in_turn, number_injury

INJURIES = number_injury(
    __name__, "prefix", lambda number: pl.concat_str(in_turn("003", "097", "021"), number.str.slice(3)), weight=4
)
