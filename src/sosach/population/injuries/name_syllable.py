"""A key pressed twice, or one of the typing method that was left over, makes a syllable that nobody can read."""

import polars as pl

from sosach.population.harm import in_turn, injury

_NAME, _SURNAME = pl.col("full_name"), "Nguyễn"

INJURIES = injury(
    __name__,
    "full_name_syllable",
    "full_name",
    {"full_name": in_turn("Nguyễnn", "Nguyễnx", "Nguyeễn") + _NAME.str.slice(len(_SURNAME))},
    when=_NAME.str.starts_with(_SURNAME + " "),
    weight=4,
)
