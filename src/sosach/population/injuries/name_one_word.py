"""Only the given name was written, without the family's."""

import polars as pl

from sosach.population.harm import injury

_GIVEN = pl.col("full_name").str.split(" ").list.last()
_ALSO_SAID_OF_NEWBORNS = ("Anh", "Bé", "Con", "Em")

INJURIES = injury(
    __name__,
    "full_name_one_word",
    "full_name",
    {"full_name": _GIVEN},
    when=(pl.col("ethnicity") == "Kinh") & ~_GIVEN.is_in(_ALSO_SAID_OF_NEWBORNS),
    weight=3,
)
