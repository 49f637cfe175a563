"""Other words for boy and girl."""

import polars as pl

from sosach.population.harm import in_turn, untidiness
from sosach.registers.field import Kind


def _words(sex: pl.Expr) -> pl.Expr:
    boy = in_turn("Trai", "NAM", "nam", "M", "Nam ")
    girl = in_turn("Gái", "nữ", "Nu", "F", "NỮ")
    return pl.when(sex == "Nam").then(boy).otherwise(girl)


UNTIDINESS = untidiness(__name__, Kind.SEX, _words, share=0.08)
