"""How the work goes on if it goes on as it did: pace, the day on which it would be done, the pace that is needed.

A straight line through the last working days, no more: persons done per working day, counted over at most ten of them.
Persons who were found while the work ran are in the total of their day, so that a share never grows by a smaller base.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil

from sosach.campaign.holiday_rule import HolidayRule

FEWEST_DAYS = 3  # with fewer a forecast would be a guess
WINDOW = 10  # working days that the pace is counted over
_FURTHEST = 250  # working days, a year; later than that is no forecast


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work was in the evening of a day."""

    day: date
    done: int  # persons, cumulative
    total: int  # persons to be done, those found until that day


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the last days let expect."""

    pace: Fraction  # persons a working day
    remaining: int
    done_on: date | None  # None: not within a year at this pace
    needed: Fraction | None  # persons a working day to be done by the deadline; None: it is over
    in_time: bool


def forecast(progress: Sequence[Progress], due: date, rule: HolidayRule) -> Forecast | None:
    """What to expect; None with figures of fewer than three days, or of a weekend alone.

    Args:
        progress: one entry a day at most, in the order of days.
        due: the last day.
        rule: tells the working days.

    Raises:
        ValueError: the days are not in order.
    """
    days = [entry.day for entry in progress]
    if any(later <= earlier for earlier, later in pairwise(days)):
        raise ValueError("the days are not in order")
    if len(days) < FEWEST_DAYS or not _working_days(days[0] + timedelta(days=1), days[-1], rule):
        return None
    last = progress[-1]
    remaining = max(last.total - last.done, 0)
    pace = _pace(progress, rule)
    done_on = _done_on(last.day, remaining, pace, rule)
    left = _working_days(last.day + timedelta(days=1), due, rule)
    needed = Fraction(remaining, left) if left else (Fraction(0) if not remaining else None)
    return Forecast(pace, remaining, done_on, needed, done_on is not None and done_on <= due)


def _pace(progress: Sequence[Progress], rule: HolidayRule) -> Fraction:
    """Persons a working day from the first entry of the window to the last; never below nothing."""
    last = progress[-1]
    inside = [p for p in progress if _working_days(p.day + timedelta(days=1), last.day, rule) <= WINDOW]
    first = inside[0]
    worked = _working_days(first.day + timedelta(days=1), last.day, rule)
    return max(Fraction(last.done - first.done, worked), Fraction(0)) if worked else Fraction(0)


def _done_on(day: date, remaining: int, pace: Fraction, rule: HolidayRule) -> date | None:
    if not remaining:
        return day
    if not pace or remaining / pace > _FURTHEST:
        return None
    return rule.later(day, ceil(remaining / pace))


def _working_days(first: date, last: date, rule: HolidayRule) -> int:
    """The working days from one day to another, both counted; 0 where the second is earlier."""
    length = (last - first).days + 1
    return sum(rule.is_working_day(first + timedelta(days=number)) for number in range(length))
