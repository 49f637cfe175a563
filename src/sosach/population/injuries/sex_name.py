"""The sex is wrong, and name and number both say so."""

import polars as pl

from sosach.population.harm import injury

_BOY = pl.col("sex") == "Nam"
_SURNAME = pl.col("full_name").str.split(" ").list.first()
_TELLING = pl.when(_BOY).then(pl.lit("Văn Dũng")).otherwise(pl.lit("Thị Hương"))

INJURIES = injury(
    __name__,
    "sex_name",
    "sex",
    {
        "full_name": pl.concat_str(_SURNAME, _TELLING, separator=" "),
        "sex": pl.when(_BOY).then(pl.lit("Nữ")).otherwise(pl.lit("Nam")),
    },
    when=pl.col("ethnicity") == "Kinh",
    weight=3,
)
