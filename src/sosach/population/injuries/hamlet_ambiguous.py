"""An old name of a hamlet that both former communes had (`plans/mau.toml` knows it twice)."""

import polars as pl

from sosach.population.harm import injury

INJURIES = injury(__name__, "hamlet_ambiguous", "hamlet", {"hamlet": pl.lit("Xóm Giữa")}, weight=3)
