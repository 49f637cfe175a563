"""The hamlet was not filled in."""

import polars as pl

from sosach.population.harm import PEOPLE, injury

INJURIES = injury(__name__, "hamlet_missing", "hamlet", {"hamlet": pl.lit(None, pl.String)}, registers=PEOPLE, weight=2)
