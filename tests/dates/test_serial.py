"""Counts of days: both systems, the leap year that never was, and the way there and back."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.dates.serial import LAST, LAST_1904, dates_1900, dates_1904, from_1900, from_1904, to_1900, to_1904


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (60, None),  # 29/02/1900 never was
        (61, date(1900, 3, 1)),
        (42065, date(2015, 3, 2)),
        (46191, date(2026, 6, 18)),
        (LAST, date(9999, 12, 31)),
        (0, None),
        (-1, None),
        (LAST + 1, None),
    ],
)
def test_days_of_the_1900_system(serial, day):
    assert from_1900(serial) == day
    assert pl.select(dates_1900(pl.lit(serial))).item() == day


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (0, date(1904, 1, 1)),
        (44729, date(2026, 6, 18)),
        (LAST_1904, date(9999, 12, 31)),
        (-1, None),
        (LAST_1904 + 1, None),
    ],
)
def test_days_of_the_1904_system(serial, day):
    assert from_1904(serial) == day
    assert pl.select(dates_1904(pl.lit(serial))).item() == day


def test_an_empty_cell_is_no_day():
    empty = pl.lit(None, dtype=pl.Int64)
    assert pl.select(dates_1900(empty)).item() is None
    assert pl.select(dates_1904(empty)).item() is None


@given(st.dates(date(1900, 1, 1), date(9999, 12, 31)))
def test_dates_come_back_from_1900(day):
    assert from_1900(to_1900(day)) == day


@given(st.dates(date(1904, 1, 1), date(9999, 12, 31)))
def test_dates_come_back_from_1904_and_the_systems_are_four_years_apart(day):
    assert from_1904(to_1904(day)) == day
    assert to_1900(day) - to_1904(day) == 1462


def test_dates_before_the_systems_began():
    assert to_1900(date(1899, 12, 31)) is None
    assert to_1904(date(1903, 12, 31)) is None
