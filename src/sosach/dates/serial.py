"""Dates that a spreadsheet counts as days: the systems of 1900 and 1904.

In the 1900 system day 1 is 1900-01-01 and the program believes that 1900 was a leap year, so day 60 is a 29 February
that never was and every later day is one too high (ECMA-376 part 1, 18.17.4). In the 1904 system day 0 is 1904-01-01.
"""

from datetime import date, timedelta

import polars as pl

_BEFORE_LEAP_DAY = date(1899, 12, 31)
_AFTER_LEAP_DAY = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
LEAP_DAY = 60  # the day that never was
LAST = 2_958_465  # 9999-12-31 in the 1900 system
LAST_1904 = LAST - 1462  # the same day in the 1904 system


def from_1900(serial: int) -> date | None:
    """The date of a day's number in the 1900 system; null for 60 and for what is no date.

    >>> from_1900(46191)
    datetime.date(2026, 6, 18)
    """
    if not 1 <= serial <= LAST or serial == LEAP_DAY:
        return None
    return (_BEFORE_LEAP_DAY if serial < LEAP_DAY else _AFTER_LEAP_DAY) + timedelta(days=serial)


def to_1900(day: date) -> int | None:
    """The number of a date in the 1900 system; null before 1900."""
    if day <= _BEFORE_LEAP_DAY:
        return None
    number = (day - _AFTER_LEAP_DAY).days
    return number if number > LEAP_DAY else number - 1


def from_1904(serial: int) -> date | None:
    """The date of a day's number in the 1904 system; null for what is no date."""
    return _EPOCH_1904 + timedelta(days=serial) if 0 <= serial <= LAST_1904 else None


def to_1904(day: date) -> int | None:
    """The number of a date in the 1904 system; null before 1904."""
    return (day - _EPOCH_1904).days if day >= _EPOCH_1904 else None


def dates_1900(serial: pl.Expr) -> pl.Expr:
    """The dates of whole numbers in the 1900 system; null where `from_1900` is."""
    number = serial.cast(pl.Int64)
    epoch = pl.when(number < LEAP_DAY).then(pl.lit(_BEFORE_LEAP_DAY)).otherwise(pl.lit(_AFTER_LEAP_DAY))
    possible = number.is_between(1, LAST) & (number != LEAP_DAY)
    return pl.when(possible).then(epoch + pl.duration(days=number))


def dates_1904(serial: pl.Expr) -> pl.Expr:
    """The dates of whole numbers in the 1904 system; null where `from_1904` is."""
    number = serial.cast(pl.Int64)
    return pl.when(number.is_between(0, LAST_1904)).then(pl.lit(_EPOCH_1904) + pl.duration(days=number))
