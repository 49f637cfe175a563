"""The month stands before the day, as some computers write it."""

import polars as pl

from sosach.population.harm import injury

_PARTS = pl.col("birth_date").str.split("/")
_DAY, _MONTH, _YEAR = (_PARTS.list.get(place, null_on_oob=True) for place in range(3))

INJURIES = injury(
    __name__,
    "birth_date_month_first",
    "birth_date",
    {"birth_date": pl.concat_str(_MONTH, _DAY, _YEAR, separator="/")},
    when=_DAY.cast(pl.Int32, strict=False).is_between(13, 31) & _YEAR.is_not_null(),
    weight=3,
)
