"""A child of the register has become sixteen; the number says so too."""

import polars as pl

from sosach.population.harm import injury

_DATE, _NUMBER = pl.col("birth_date"), pl.col("personal_id")

INJURIES = injury(
    __name__,
    "age_sixteen",
    "birth_date",
    {
        "birth_date": pl.concat_str(_DATE.str.head(6), pl.lit("2009")),
        "personal_id": pl.concat_str(_NUMBER.str.head(4), pl.lit("09"), _NUMBER.str.slice(6)),
    },
    when=_DATE.str.ends_with("/2010"),  # so near that parents and brothers and sisters stay of a believable age
    registers=("children",),
    weight=6,
)
