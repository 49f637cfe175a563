"""The nine digits of an old identity card stand where the twelve digits should be."""

import polars as pl

from sosach.population.harm import number_injury

INJURIES = number_injury(__name__, "cmnd", lambda number: pl.concat_str(pl.lit("125"), number.str.slice(6)), weight=5)
