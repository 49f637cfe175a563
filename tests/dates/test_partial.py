"""Partial dates: as precise as the source, and every day they may mean."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.dates import partial


def of(expression, value):
    return pl.select(expression(pl.lit(value, dtype=pl.String))).item()


@pytest.mark.parametrize(
    ("value", "low", "high", "precision", "shown"),
    [
        ("1938", date(1938, 1, 1), date(1938, 12, 31), "year", "1938"),
        ("1938-06", date(1938, 6, 1), date(1938, 6, 30), "month", "06/1938"),
        ("1938-06-04", date(1938, 6, 4), date(1938, 6, 4), "day", "04/06/1938"),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "month", "02/1900"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month", "02/2016"),
        ("2015-12", date(2015, 12, 1), date(2015, 12, 31), "month", "12/2015"),
        (None, None, None, None, None),
    ],
)
def test_what_a_partial_date_means(value, low, high, precision, shown):
    assert of(partial.low, value) == low
    assert of(partial.high, value) == high
    assert of(partial.precision, value) == precision
    assert of(partial.shown, value) == shown
    assert of(partial.year, value) == (low.year if low else None)


def test_a_day_is_never_made_up():
    assert of(partial.shown, "1938") != of(partial.shown, "1938-01-01")


@given(st.dates(date(1850, 1, 1), date(2100, 12, 31)), st.sampled_from([4, 7, 10]))
def test_the_day_lies_between_low_and_high(day, length):
    value = day.isoformat()[:length]
    assert of(partial.low, value) <= day <= of(partial.high, value)
    assert of(partial.low, value).isoformat().startswith(value)
    assert of(partial.high, value).isoformat().startswith(value)
