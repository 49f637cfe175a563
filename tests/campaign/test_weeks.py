"""Weeks of reports end on Thursday at 17:00 in Vietnam."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.weeks import (
    VIETNAM,
    Week,
    final_cut_off,
    local_day,
    monthly_cut_off,
    week_of,
    week_of_day,
    weekly_cut_off,
)

THURSDAY = date(2026, 6, 18)


def vietnam(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 6, day, hour, minute, second, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("moment", "label"),
    [
        pytest.param(vietnam(18, 16, 59, 59), "2026-25", id="a second before the cut-off"),
        pytest.param(vietnam(18, 17), "2026-25", id="at the cut-off"),
        pytest.param(vietnam(18, 17, 0, 1), "2026-26", id="a second after it"),
        pytest.param(vietnam(18, 23, 59), "2026-26", id="late on Thursday"),
        pytest.param(vietnam(19, 0), "2026-26", id="midnight"),
        pytest.param(datetime(2026, 6, 18, 10, 0, tzinfo=UTC), "2026-25", id="told in UTC, at the cut-off"),
        pytest.param(datetime(2026, 6, 17, 17, 30, tzinfo=UTC), "2026-25", id="half past midnight, Wednesday in UTC"),
    ],
)
def test_moment_belongs_to_the_week_that_ends_at_the_next_cut_off(moment, label):
    assert week_of(moment).label == label
    assert week_of(moment).holds(moment)


def test_clock_without_a_zone_is_no_moment():
    with pytest.raises(ValueError, match="time zone"):
        week_of(datetime(2026, 6, 18, 17))  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        local_day(datetime(2026, 6, 18, 17))  # noqa: DTZ001


def test_report_of_half_past_midnight_is_of_the_new_day():
    assert local_day(datetime(2026, 6, 18, 17, 30, tzinfo=UTC)) == date(2026, 6, 19)


@pytest.mark.parametrize(
    ("on", "closes"),
    [
        (date(2026, 6, 17), date(2026, 6, 11)),
        (date(2026, 6, 18), date(2026, 6, 18)),
        (date(2026, 6, 19), date(2026, 6, 18)),
        (date(2026, 7, 1), date(2026, 6, 25)),
    ],
)
def test_weekly_cut_off_is_seventeen_o_clock_of_the_last_thursday(on, closes):
    assert weekly_cut_off(on) == datetime(closes.year, closes.month, closes.day, 17, tzinfo=VIETNAM)


def test_monthly_figures_close_with_the_last_week():
    assert monthly_cut_off(date(2026, 7, 14)) == datetime(2026, 7, 9, 17, tzinfo=VIETNAM)


def test_final_figures_close_on_their_own_day():
    assert final_cut_off(date(2026, 7, 31)) == datetime(2026, 7, 31, 17, tzinfo=VIETNAM)


def test_printed_period_runs_from_friday_to_thursday():
    week = Week(THURSDAY)
    assert (week.first_day, week.thursday) == (date(2026, 6, 12), THURSDAY)


def test_week_at_the_turn_of_the_year_has_the_year_of_its_thursday():
    assert week_of_day(date(2027, 1, 1)).label == "2027-01"
    assert week_of_day(date(2026, 12, 31)).label == "2026-53"


MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@given(MOMENTS)
def test_every_moment_lies_in_exactly_one_week(moment):
    week = week_of(moment)
    assert [week.following(n).holds(moment) for n in (-1, 0, 1)] == [False, True, False]


@given(MOMENTS)
def test_weeks_follow_one_another_without_a_gap(moment):
    week = week_of(moment)
    assert week.following().opens == week.closes
    assert week.closes - week.opens == timedelta(days=7)


@given(st.dates(date(2025, 1, 1), date(2030, 12, 31)))
def test_cut_off_of_a_day_is_never_later_than_the_day(on):
    closes = weekly_cut_off(on)
    assert timedelta(0) <= on - closes.date() < timedelta(days=7)
    assert week_of(closes).closes == closes
