"""A slip of the typing makes a syllable that no Vietnamese word has."""

import polars as pl

from sosach.population.harm import in_turn, injury

_WITH_SLIP = pl.concat_str("full_name", in_turn("x", "q", "nm"))

INJURIES = injury(
    __name__,
    "full_name_syllable",
    "full_name",
    {"full_name": _WITH_SLIP},
    when=pl.col("ethnicity") == "Kinh",
    weight=4,
)
