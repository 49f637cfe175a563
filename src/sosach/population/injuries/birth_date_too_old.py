"""A date of birth makes the person older than people become."""

import polars as pl

from sosach.population.harm import injury

_DATE, _NUMBER = pl.col("birth_date"), pl.col("personal_id")

INJURIES = injury(
    __name__,
    "birth_date_too_old",
    "birth_date",
    {
        "birth_date": pl.concat_str(_DATE.str.head(-4), pl.lit("1904")),
        "personal_id": pl.concat_str(_NUMBER.str.head(4), pl.lit("04"), _NUMBER.str.slice(6)),
    },
    when=pl.col("category").str.contains("hưu trí") & ~_DATE.str.starts_with("29/02"),
    registers=("beneficiaries",),
    weight=2,
)
