"""The status was never filled in: nothing is known against the person."""

import polars as pl

from sosach.population.harm import untidiness
from sosach.registers.field import Kind

UNTIDINESS = untidiness(__name__, Kind.STATUS, lambda _: pl.lit(None, pl.String), share=0.03)
