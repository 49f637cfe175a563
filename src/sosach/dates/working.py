"""Working days: Monday to Friday without the days off that the caller knows (public holidays, days exchanged for
them)."""

from collections.abc import Collection
from datetime import date, timedelta

_SATURDAY = 5


def is_working_day(day: date, days_off: Collection[date], extra_days: Collection[date] = frozenset()) -> bool:
    """Whether offices work.

    Args:
        day: the day asked about.
        days_off: public holidays and days off in lieu.
        extra_days: Saturdays and Sundays on which offices work in exchange.
    """
    return day in extra_days or (day.weekday() < _SATURDAY and day not in days_off)


def next_working_day(day: date, days_off: Collection[date], extra_days: Collection[date] = frozenset()) -> date:
    """The day itself when offices work on it, else the first working day after it."""
    while not is_working_day(day, days_off, extra_days):
        day += timedelta(days=1)
    return day


def previous_working_day(day: date, days_off: Collection[date], extra_days: Collection[date] = frozenset()) -> date:
    """The day itself when offices work on it, else the last working day before it."""
    while not is_working_day(day, days_off, extra_days):
        day -= timedelta(days=1)
    return day
