"""The spreadsheet took the number for a quantity and dropped the zeros in front."""

import polars as pl

from sosach.population.harm import in_turn, number_injury
from sosach.text.cells import NUMBER


def _without_zeros(number: pl.Expr) -> pl.Expr:
    bare = number.str.strip_chars_start("0")
    return in_turn(NUMBER + bare, bare)


INJURIES = number_injury(__name__, "lost_zero", _without_zeros, weight=14)
