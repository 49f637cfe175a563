"""Working days: weekends, holidays, and Saturdays worked in exchange."""

from datetime import date

from sosach.dates.working import is_working_day, next_working_day, previous_working_day

NATIONAL_DAY = frozenset({date(2026, 9, 1), date(2026, 9, 2)})  # a Tuesday and a Wednesday


def test_weekends_are_free():
    assert is_working_day(date(2026, 6, 18), NATIONAL_DAY)
    assert not is_working_day(date(2026, 6, 20), NATIONAL_DAY)
    assert not is_working_day(date(2026, 6, 21), NATIONAL_DAY)


def test_holidays_are_free():
    assert not is_working_day(date(2026, 9, 2), NATIONAL_DAY)
    assert next_working_day(date(2026, 9, 1), NATIONAL_DAY) == date(2026, 9, 3)
    assert previous_working_day(date(2026, 9, 2), NATIONAL_DAY) == date(2026, 8, 31)


def test_a_working_day_is_its_own_next_and_previous():
    thursday = date(2026, 6, 18)
    assert next_working_day(thursday, NATIONAL_DAY) == previous_working_day(thursday, NATIONAL_DAY) == thursday


def test_days_off_that_touch_a_weekend():
    friday_off = frozenset({date(2026, 6, 19)})
    assert next_working_day(date(2026, 6, 19), friday_off) == date(2026, 6, 22)
    assert previous_working_day(date(2026, 6, 21), friday_off) == date(2026, 6, 18)


def test_a_saturday_worked_in_exchange():
    saturday = date(2026, 6, 20)
    assert is_working_day(saturday, NATIONAL_DAY, extra_days=frozenset({saturday}))
    assert next_working_day(saturday, NATIONAL_DAY, extra_days=frozenset({saturday})) == saturday
