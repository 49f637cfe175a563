"""Ages: on the day itself, one day before, born on 29 February, and with a birth date that lacks its day."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.dates import partial
from sosach.dates.age import age_on, age_range, birthday, birthdays, sixteen_on, whole_years

DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(2010, 6, 18), date(2026, 6, 17), 15),
        (date(2010, 6, 18), date(2026, 6, 18), 16),
        (date(2010, 12, 31), date(2026, 1, 1), 15),
        (date(1948, 2, 29), date(2023, 2, 28), 74),
        (date(1948, 2, 29), date(2023, 3, 1), 75),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
        (date(2026, 6, 19), date(2026, 6, 18), -1),
        (date(2026, 6, 18), date(2026, 6, 18), 0),
    ],
)
def test_whole_years(born, on, age):
    assert age_on(born, on) == age
    assert pl.select(whole_years(pl.lit(born), on)).item() == age
    assert pl.select(whole_years(pl.lit(born), pl.lit(on))).item() == age


@pytest.mark.parametrize(
    ("born", "sixteen"),
    [
        (date(2010, 6, 18), date(2026, 6, 18)),
        (date(2008, 2, 29), date(2024, 2, 29)),
        (date(2084, 2, 29), date(2100, 3, 1)),
    ],
)
def test_the_day_of_sixteen(born, sixteen):
    assert birthday(born, 16) == sixteen
    assert pl.select(sixteen_on(pl.lit(born))).item() == sixteen


def test_a_birthday_that_most_years_lack():
    assert birthday(date(1948, 2, 29), 75) == date(2023, 3, 1)
    assert pl.select(birthdays(pl.lit(date(1948, 2, 29)), 75)).item() == date(2023, 3, 1)


def test_years_may_differ_from_row_to_row():
    frame = pl.DataFrame({"born": [date(2010, 6, 18), date(1948, 2, 29)], "years": [16, 75]})
    answer = frame.select(birthdays(pl.col("born"), pl.col("years")))["born"].to_list()
    assert answer == [date(2026, 6, 18), date(2023, 3, 1)]


@pytest.mark.parametrize(
    ("value", "ages"),
    [("2010", (15, 16)), ("2010-06", (15, 16)), ("2010-05", (16, 16)), ("2010-06-18", (16, 16)), (None, (None, None))],
)
def test_ages_of_partial_dates_are_a_range(value, ages):
    born = pl.lit(value, dtype=pl.String)
    least, greatest = age_range(partial.low(born), partial.high(born), date(2026, 6, 18))
    assert pl.select(least.alias("least"), greatest.alias("greatest")).row(0) == ages


@given(DAYS, st.integers(0, 120))
def test_a_year_is_complete_on_the_birthday_and_not_a_day_before(born, years):
    day = birthday(born, years)
    assert age_on(born, day) == years
    assert age_on(born, date.fromordinal(day.toordinal() - 1)) == years - 1
    assert pl.select(birthdays(pl.lit(born), years)).item() == day


@given(DAYS, DAYS)
def test_columns_count_as_single_values_do(born, on):
    assert pl.select(whole_years(pl.lit(born), on)).item() == age_on(born, on)
