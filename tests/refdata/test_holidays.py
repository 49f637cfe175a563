"""Working days: Tết moves, a Saturday may be worked, and unknown years are not guessed."""

from datetime import date

import pytest

from sosach.refdata import holidays
from sosach.refdata._table import table


@pytest.mark.parametrize(
    "day",
    [date(2026, 2, 17), date(2026, 9, 2), date(2026, 4, 27), date(2026, 4, 30), date(2026, 6, 20), date(2027, 2, 8)],
)
def test_days_on_which_nobody_answers(day):
    assert not holidays.is_working_day(day)


@pytest.mark.parametrize("day", [date(2026, 6, 18), date(2026, 6, 24), date(2026, 2, 23), date(2025, 4, 26)])
def test_working_days_and_a_saturday_worked_in_exchange(day):
    assert holidays.is_working_day(day)


def test_holidays_have_names():
    assert holidays.days_off()[date(2026, 9, 2)] == "Quốc khánh"


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2031, 1, 1)])
def test_years_that_are_not_known_are_not_guessed(day):
    with pytest.raises(LookupError):
        holidays.is_working_day(day)


def test_the_table_of_swapped_days_tells_how_to_fill_it():
    swapped = table("swapped_days")
    assert swapped.columns == ("off", "work", "decision")
    assert "to fill in" in swapped.head["note"]


def test_a_worked_weekend_is_a_weekend():
    assert all(day.weekday() >= 5 for day in holidays.weekend_work())


def test_years_after_the_table_was_made_are_computed():
    assert holidays.is_forecast(2027)
    assert not holidays.is_forecast(2026)
