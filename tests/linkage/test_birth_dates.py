import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.linkage.birth_dates import LEVELS, compared

DATES = st.dates().map(lambda day: day.isoformat()).filter(lambda day: day >= "1900")
PARTIAL = st.one_of(DATES, DATES.map(lambda day: day[:7]), DATES.map(lambda day: day[:4]), st.none())


def level(one, other):
    return compared(pl.Series([one], dtype=pl.String), pl.Series([other], dtype=pl.String))[0]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2015-06-04", "2015-06-04", "same"),
        ("2015", "2015-06-04", "partial"),
        ("2015-06", "2015-06-04", "partial"),
        ("2015", "2015-06", "partial"),
        ("2015", "2015", "partial"),  # two of one year are not two of one day
        ("2015-06-04", "2015-04-06", "swapped"),
        ("2015-01-01", "2015-09-09", "guess"),
        ("2015-06-04", "2016-06-04", "digit"),
        ("2015-06-04", "2015-08-04", "digit"),
        ("2015-06-04", "2015-06-14", "digit"),
        ("2015-06-12", "2015-06-21", "digit"),
        ("2015-06-29", "2015-07-02", "near"),
        ("2015-12-30", "2016-01-02", "near"),
        ("2015-06-11", "2015-12-30", "year"),
        ("2015-06", "2015-07-01", "year"),
        ("2015-06-01", "2018-05-30", "years"),
        ("2015", "2018", "years"),
        ("2015", "2018-05-30", "years"),
        ("2015-06-01", "2018-07-31", "other"),
        ("2015", "2019", "other"),
        ("1999-12-31", "2015-06-04", "other"),
    ],
)
def test_differences_between_two_entries_of_one_date(one, other, expected):
    assert level(one, other) == expected
    assert level(other, one) == expected


@pytest.mark.parametrize(("one", "other"), [(None, "2015-06-04"), ("2015", None), (None, None)])
def test_a_date_that_is_not_known_says_nothing(one, other):
    assert level(one, other) is None


@given(PARTIAL, PARTIAL)
def test_every_pair_has_one_level_whichever_comes_first(one, other):
    told = level(one, other)
    assert told == level(other, one)
    assert (told is None) == (one is None or other is None)
    assert told is None or told in LEVELS


@settings(max_examples=30)
@given(DATES)
def test_a_date_is_itself(date):
    assert level(date, date) == "same"
    assert level(date[:7], date) == "partial"
