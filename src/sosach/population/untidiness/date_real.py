"""The cell is a real date."""

import polars as pl

from sosach.population.harm import untidiness
from sosach.registers.field import Kind
from sosach.text.cells import DATE


def _real(date: pl.Expr) -> pl.Expr:
    return pl.lit(DATE) + date.str.split("/").list.reverse().list.join("-")


UNTIDINESS = untidiness(__name__, Kind.DATE, _real, share=0.15, when=lambda date: date.str.len_chars() == 10)
