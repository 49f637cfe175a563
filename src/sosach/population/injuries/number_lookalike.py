"""Letters were typed that look like digits."""

import polars as pl

from sosach.population.harm import in_turn, number_injury

_LETTERS = {"0": "o", "1": "l"}

INJURIES = number_injury(
    __name__,
    "lookalike",
    lambda number: in_turn(pl.concat_str(pl.lit("O"), number.str.slice(1)), number.str.replace_many(_LETTERS)),
    weight=2,
)
