"""Ages in whole years, for birth dates that may be known to the year only.

Somebody completes a year of life on the birthday. Born on 29 February, a common year has no such day; the year is then
complete on 1 March, when every day of it has surely passed. This is practice, not a quoted law: the texts read say “từ
đủ 16 tuổi” and no more, and for sixteen it makes no difference before 2100, since sixteen years later there is a 29
February.
"""

from datetime import date

import polars as pl

SIXTEEN = 16  # years; who has completed them is no child any more (Law on Children 102/2016, Art. 1)
_LEAP_DAY = 229


def birthday(born: date, years: int) -> date:
    """The day on which somebody completes so many years.

    >>> birthday(date(2010, 6, 18), 16)
    datetime.date(2026, 6, 18)
    """
    year = born.year + years
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def age_on(born: date, on: date) -> int:
    """Whole years on a day; negative before birth."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def whole_years(born: pl.Expr, on: date | pl.Expr) -> pl.Expr:
    """Whole years from a day of birth (pl.Date) to a day (pl.Int32); negative before birth."""
    day = on if isinstance(on, pl.Expr) else pl.lit(on)
    before_birthday = _day_of_year(day) < _day_of_year(born)
    return day.dt.year() - born.dt.year() - before_birthday.cast(pl.Int32)


def age_range(low: pl.Expr, high: pl.Expr, on: date | pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """The least and the greatest age on a day that a partial birth date allows (see `partial.low` and
    `partial.high`)."""
    return whole_years(high, on), whole_years(low, on)


def birthdays(born: pl.Expr, years: int | pl.Expr) -> pl.Expr:
    """The day on which somebody completes so many years (pl.Date), from a day of birth (pl.Date)."""
    by = f"{years}y" if isinstance(years, int) else pl.format("{}y", years)
    same = born.dt.offset_by(by)
    # The offset ends on 28 February where the year has no 29th.
    missed = (_day_of_year(born) == _LEAP_DAY) & (_day_of_year(same) != _LEAP_DAY)
    return pl.when(missed).then(same.dt.offset_by("1d")).otherwise(same)


def sixteen_on(born: pl.Expr) -> pl.Expr:
    """The day from which a child is no longer under sixteen (pl.Date), from a day of birth (pl.Date)."""
    return birthdays(born, SIXTEEN)


def _day_of_year(day: pl.Expr) -> pl.Expr:
    """Month and day as one number that can be compared (618 for 18 June)."""
    return day.dt.month().cast(pl.Int32) * 100 + day.dt.day()
