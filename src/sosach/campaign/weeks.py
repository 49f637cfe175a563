"""The weeks of a campaign: they end on Thursday at 17:00 in Vietnam, when the figures of the weekly report close.

Vietnam's time has no summer time: seven hours ahead of UTC all year. Weeks carry the number of the ISO week (ISO 8601)
that their Thursday lies in, by which that numbering is defined.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
CUT_OFF = time(17)
_THURSDAY = 3


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week of reports, told by the Thursday on which it ends."""

    thursday: date

    @property
    def first_day(self) -> date:
        """The Friday on which it begins, as reports print it; what comes late on the Thursday before counts here."""
        return self.thursday - timedelta(days=6)

    @property
    def opens(self) -> datetime:
        """The cut-off of the week before, which is not in this week any more."""
        return self.closes - timedelta(days=7)

    @property
    def closes(self) -> datetime:
        """The cut-off, which is still in this week."""
        return datetime.combine(self.thursday, CUT_OFF, VIETNAM)

    @property
    def label(self) -> str:
        """Year and number: “2026-25”."""
        year, number, _ = self.thursday.isocalendar()
        return f"{year}-{number:02}"

    def following(self, count: int = 1) -> "Week":
        """A later week, or an earlier one for a negative count."""
        return Week(self.thursday + timedelta(weeks=count))

    def holds(self, moment: datetime) -> bool:
        """Whether a moment belongs to this week."""
        return self.opens < _aware(moment) <= self.closes


def week_of(moment: datetime) -> Week:
    """The week that a moment belongs to; Thursday 17:00 is the last one of its week.

    Args:
        moment: with its time zone.

    Raises:
        ValueError: the moment has none.

    >>> week_of(datetime(2026, 6, 18, 17, 0, 0, tzinfo=VIETNAM)).label
    '2026-25'
    >>> week_of(datetime(2026, 6, 18, 17, 0, 1, tzinfo=VIETNAM)).label
    '2026-26'
    """
    local = _aware(moment).astimezone(VIETNAM)
    week = week_of_day(local.date())
    return week if local <= week.closes else week.following()


def week_of_day(day: date) -> Week:
    """The week that a whole day is counted in: a Thursday in the week that it ends."""
    return Week(day + timedelta(days=(_THURSDAY - day.weekday()) % 7))


def weekly_cut_off(on: date) -> datetime:
    """17:00 of the last Thursday that is not later than a day."""
    return Week(on - timedelta(days=(on.weekday() - _THURSDAY) % 7)).closes


def monthly_cut_off(on: date) -> datetime:
    """The cut-off of a monthly report of that day: the last weekly one, so that months are made of whole weeks."""
    return weekly_cut_off(on)


def final_cut_off(on: date) -> datetime:
    """The cut-off of a closing or an extraordinary report: 17:00 of its own day."""
    return datetime.combine(on, CUT_OFF, VIETNAM)


def local_day(moment: datetime) -> date:
    """The day in Vietnam.

    Raises:
        ValueError: the moment has no time zone.
    """
    return _aware(moment).astimezone(VIETNAM).date()


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no time zone")
    return moment
