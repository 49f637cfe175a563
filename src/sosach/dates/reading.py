"""Reads dates as offices write them: `value` (a partial ISO date), `state`, and a `suggestion` where only one is
possible.

Day always comes before month. Where only the order month, day gives a date, that date is suggested and nothing is set.
A year of two digits is set and said: 00 to 29 means 2000 to 2029, 30 to 99 means 1930 to 1999, the rule that
spreadsheets follow themselves. Years outside 1850 to 2100 are no years of this calendar (2558 is the Buddhist year of
2015): impossible, and nothing is guessed. A count of days in a number cell is a date; the same digits as text are only
suggested.
"""

import polars as pl

from sosach.dates.serial import dates_1900
from sosach.dates.written import DAY_COUNT, NO_DATE, written
from sosach.text import cells

DATE_STATES = pl.Enum(
    ["good", "unreadable", "impossible", "month_first", "two_digit_year", "serial_text", "error_cell"]
)

_FIRST_YEAR, _LAST_YEAR = 1850, 2100
_PIVOT = 30  # the first two-digit year of the last century

_YEAR, _MONTH, _DAY = pl.col("year"), pl.col("month"), pl.col("day")
_STATE = pl.col("state")


def read(cells_: pl.Series) -> pl.DataFrame:
    """What distinct cells say as dates.

    Args:
        cells_: distinct, non-null marked strings, plain text otherwise.

    Returns:
        One row per cell in the same order: `value` (null unless good or two_digit_year), `state` (`DATE_STATES`, null
        for a placeholder), `suggestion` (ISO, only with month_first and serial_text).
    """
    cell = pl.col("cell")
    frame = cells_.alias("cell").to_frame().with_columns(written(cell).alias("text"))
    frame = frame.with_columns(_parts(pl.col("text"))).with_columns(_state(cell, pl.col("text")).alias("state"))
    is_set = _STATE.is_in(["good", "two_digit_year"])
    return frame.select(
        pl.when(is_set).then(_iso(_YEAR, _MONTH, _DAY)).alias("value"),
        "state",
        _suggestion(pl.col("text")).alias("suggestion"),
    )


def with_century(year: pl.Expr) -> pl.Expr:
    """The year that two digits mean."""
    return year + pl.when(year < _PIVOT).then(2000).otherwise(1900)


def is_year(year: pl.Expr) -> pl.Expr:
    """Whether a year can stand in a register."""
    return year.is_between(_FIRST_YEAR, _LAST_YEAR)


def _parts(text: pl.Expr) -> list[pl.Expr]:
    """`year` (with its century), `month` and `day` as numbers (0: not known), and how the year was written."""
    pieces = text.str.split_exact("/", 2)
    first, second, third = (pieces.struct.field(f"field_{i}") for i in range(3))
    year_first, only_year = first.str.len_bytes() == 4, second.is_null()
    written_year = pl.when(year_first).then(first).otherwise(pl.coalesce(third, second))
    month = pl.when(third.is_not_null() | year_first).then(second).otherwise(first)
    day = pl.when(year_first).then(third).when(third.is_not_null()).then(first)
    year = written_year.cast(pl.Int32, strict=False)
    short = written_year.str.len_bytes() == 2
    return [
        pl.when(short).then(with_century(year)).otherwise(year).alias("year"),
        pl.when(only_year).then(0).otherwise(month.cast(pl.Int32, strict=False)).fill_null(0).alias("month"),
        day.cast(pl.Int32, strict=False).fill_null(0).alias("day"),
        short.alias("short"),
        year_first.alias("year_first"),
    ]


def _state(cell: pl.Expr, text: pl.Expr) -> pl.Expr:
    broken = cells.marked(cell, cells.ERROR) | cells.marked(cell, cells.UNCACHED)
    nothing = (text == "") | ((_YEAR == 0) & (_MONTH == 0) & (_DAY == 0))
    readable = pl.when("short").then(pl.lit("two_digit_year")).otherwise(pl.lit("good"))
    month_first = ~pl.col("year_first") & (_MONTH > 0) & _exists(_DAY, _MONTH)
    state = (
        pl.when(broken)
        .then(pl.lit("error_cell"))
        .when(nothing)
        .then(pl.lit(None))
        .when(text.str.starts_with(DAY_COUNT))
        .then(pl.lit("serial_text"))
        .when(text == NO_DATE)
        .then(pl.lit("unreadable"))
        .when(_exists(_MONTH, _DAY))
        .then(readable)
        .when(month_first)
        .then(pl.lit("month_first"))
        .otherwise(pl.lit("impossible"))
    )
    return state.cast(DATE_STATES)


def _exists(month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """Whether the calendar has it: a year, a year and a month, or a day."""
    full = _iso(_YEAR, month, day).str.to_date("%Y-%m-%d", strict=False).is_not_null()
    return is_year(_YEAR) & (full | ((day == 0) & month.is_between(0, 12)))


def _iso(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """As precise as it is known."""
    months = pl.format("{}-{}", year, _two_digits(month))
    days = pl.format("{}-{}", months, _two_digits(day))
    return pl.when(day > 0).then(days).when(month > 0).then(months).otherwise(year.cast(pl.String))


def _two_digits(number: pl.Expr) -> pl.Expr:
    return number.cast(pl.String).str.zfill(2)


def _suggestion(text: pl.Expr) -> pl.Expr:
    counted = dates_1900(text.str.strip_prefix(DAY_COUNT).cast(pl.Int64, strict=False)).dt.to_string("%Y-%m-%d")
    swapped = pl.when(_STATE == "month_first").then(_iso(_YEAR, _DAY, _MONTH))
    return pl.when(_STATE == "serial_text").then(counted).otherwise(swapped)
