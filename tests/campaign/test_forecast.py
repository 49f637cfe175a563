"""When the work would be done if it goes on as it did."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.forecast import WINDOW, Progress, forecast
from sosach.campaign.holiday_rule import HolidayRule

RULE = HolidayRule()
MONDAY = date(2026, 6, 8)
DUE = date(2026, 6, 18)


def days(*done: int, total: int = 100, first: date = MONDAY) -> list[Progress]:
    return [Progress(first + timedelta(days=n), count, total) for n, count in enumerate(done)]


def test_two_days_are_too_few():
    assert forecast(days(0, 10), DUE, RULE) is None


def test_three_days_of_one_weekend_are_no_pace():
    assert forecast(days(0, 10, 20, first=date(2026, 6, 12)), DUE, RULE) is None


def test_steady_pace_leaps_over_the_weekend():
    found = forecast(days(0, 10, 20, 30, 40), DUE, RULE)  # Monday to Friday
    assert found is not None
    assert (found.pace, found.remaining) == (Fraction(10), 60)
    assert found.done_on == date(2026, 6, 22)  # Monday: six working days after Friday the 12th
    assert not found.in_time
    assert found.needed == Fraction(60, 4)


def test_pace_that_suffices_is_in_time():
    found = forecast(days(0, 20, 40, 60, 80), DUE, RULE)
    assert found is not None
    assert (found.done_on, found.in_time) == (date(2026, 6, 15), True)


def test_nothing_done_has_no_end():
    found = forecast(days(5, 5, 5), DUE, RULE)
    assert found is not None
    assert (found.pace, found.done_on, found.in_time) == (0, None, False)


def test_end_that_is_more_than_a_year_away_is_no_forecast():
    found = forecast(days(0, 1, 1, total=100_000), DUE, RULE)
    assert found is not None
    assert found.done_on is None


def test_what_was_undone_is_no_negative_pace():
    found = forecast(days(9, 8, 7), DUE, RULE)
    assert found is not None
    assert found.pace == 0


def test_deadline_that_is_over_needs_no_pace():
    found = forecast(days(0, 10, 20), date(2026, 6, 9), RULE)
    assert found is not None
    assert found.needed is None


def test_work_that_is_done_is_done():
    found = forecast(days(0, 50, 100), DUE, RULE)
    assert found is not None
    assert (found.remaining, found.done_on, found.needed, found.in_time) == (0, date(2026, 6, 10), 0, True)


def test_only_the_last_working_days_count():
    slow = [Progress(date(2026, 6, 1) + timedelta(days=n), 0, 1000) for n in range(7)]
    quick = [Progress(date(2026, 6, 8) + timedelta(days=n), 10 * (n + 1), 1000) for n in range(19)]
    found = forecast(slow + quick, date(2026, 7, 31), RULE)
    assert found is not None
    assert found.pace == Fraction(quick[-1].done - quick[4].done, WINDOW)


def test_days_out_of_order_are_a_mistake():
    with pytest.raises(ValueError, match="order"):
        forecast(list(reversed(days(0, 1, 2))), DUE, RULE)


@given(
    st.lists(st.integers(0, 30), min_size=3, max_size=25),
    st.integers(0, 2000),
    st.dates(date(2026, 5, 1), date(2026, 12, 31)),
)
def test_expected_day_is_worked_suffices_and_the_day_before_would_not(steps, more, due):
    done = [sum(steps[: n + 1]) for n in range(len(steps))]
    progress = [Progress(MONDAY + timedelta(days=n), count, done[-1] + more) for n, count in enumerate(done)]
    found = forecast(progress, due, RULE)
    assert found is not None
    assert found.remaining == more
    if found.done_on is None or not more:
        return
    assert RULE.is_working_day(found.done_on)
    last = progress[-1].day
    worked = sum(RULE.is_working_day(last + timedelta(days=n)) for n in range(1, (found.done_on - last).days + 1))
    assert worked * found.pace >= more > (worked - 1) * found.pace
    assert found.in_time == (found.done_on <= due)
