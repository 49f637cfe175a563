"""Dates as precise as their source: `1938`, `1938-06`, `1938-06-04` (ISO 8601), as text.

The elderly are often registered with a year of birth alone, and that is their official birth date; a day is never made
up. Where a calculation needs days, a partial date stands for all the days from `low` to `high`.
"""

from typing import Literal

import polars as pl

Precision = Literal["year", "month", "day"]
PRECISIONS = pl.Enum(["year", "month", "day"])


def low(value: pl.Expr) -> pl.Expr:
    """The first day that a partial date may mean (pl.Date)."""
    return (value + "-01-01").str.head(10).str.to_date("%Y-%m-%d")


def high(value: pl.Expr) -> pl.Expr:
    """The last day that a partial date may mean (pl.Date)."""
    first = low(value)
    year_end = first.dt.offset_by("1y").dt.offset_by("-1d")
    length = value.str.len_bytes()
    return pl.when(length == 4).then(year_end).when(length == 7).then(first.dt.month_end()).otherwise(first)


def precision(value: pl.Expr) -> pl.Expr:
    """How precise a partial date is (`PRECISIONS`)."""
    length = value.str.len_bytes()
    words = pl.when(length == 4).then(pl.lit("year")).when(length == 7).then(pl.lit("month")).when(length == 10)
    return words.then(pl.lit("day")).cast(PRECISIONS)


def year(value: pl.Expr) -> pl.Expr:
    """The year of a partial date (pl.Int32)."""
    return value.str.head(4).cast(pl.Int32)


def shown(value: pl.Expr) -> pl.Expr:
    """A partial date as files and screens show it: `04/06/1938`, `06/1938`, `1938`."""
    month_year = pl.format("{}/{}", value.str.slice(5, 2), value.str.head(4))
    day = pl.format("{}/{}/{}", value.str.slice(8, 2), value.str.slice(5, 2), value.str.head(4))
    length = value.str.len_bytes()
    return pl.when(length == 10).then(day).when(length == 7).then(month_year).otherwise(value)
