"""What happens to a day of the campaign on which offices are closed: the rule of the plan, and the days it knows of.

Public holidays are those of `refdata.holidays`. What is decided later (days exchanged by decision) an office enters in
its plan. The rule is the campaign's own and is printed wherever it moves a day; it is no rule of law.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sosach.campaign.plan_table import Table
from sosach.dates import working
from sosach.findings.notices import refused
from sosach.refdata import holidays

DIRECTIONS: Mapping[str, str] = {
    "previous": "sang ngày làm việc liền trước",
    "next": "sang ngày làm việc liền sau",
    "same": "giữ nguyên ngày",
}


@dataclass(frozen=True, slots=True)
class SwappedDay:
    """A working day that becomes free in exchange for another one."""

    off: date
    work: date
    decision: str


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """Whither each kind of day moves, by `DIRECTIONS`."""

    send: str = "previous"  # lists leave earlier rather than lose a week
    back: str = "next"  # nobody hands over in an office that is closed
    weekly_report: str = "next"  # its figures close the evening before
    deadline: str = "previous"  # “before the 15th”: what is due on a Sunday is done on Friday
    swapped: tuple[SwappedDay, ...] = ()

    def is_working_day(self, day: date) -> bool:
        """Whether offices work.

        Raises:
            Refused: the holidays of that year are not known.
        """
        return working.is_working_day(day, *self._days(day))

    def moved(self, day: date, direction: str) -> date:
        """The day itself when offices work on it or it is to stay, else the nearest working day in that direction.

        Raises:
            Refused: the holidays of that year are not known.
        """
        days = self._days(day)
        if direction == "same":
            return day
        step = working.previous_working_day if direction == "previous" else working.next_working_day
        found = step(day, *days)
        self._days(found)  # the turn of the year may lead into one that is not known
        return found

    def later(self, day: date, count: int) -> date:
        """The day that lies a number of working days after another one."""
        for _ in range(count):
            day = self.moved(day + timedelta(days=1), "next")
        return day

    def reason(self, day: date) -> str:
        """Why offices are closed on that day."""
        swapped = next((swap.decision for swap in self.swapped if swap.off == day), None)
        if swapped:
            return f"nghỉ hoán đổi theo {swapped}"
        return holidays.days_off().get(day) or "cuối tuần"

    def _days(self, day: date) -> tuple[frozenset[date], frozenset[date]]:
        if day.year not in holidays.known_years():
            years = holidays.known_years()
            raise refused("calendar_year", value=day.year, first=years.start, last=years.stop - 1)
        free = frozenset(holidays.days_off()) | {swap.off for swap in self.swapped}
        worked = holidays.weekend_work() | {swap.work for swap in self.swapped}
        return free, worked


def read_holiday_rule(table: Table) -> HolidayRule:
    """The rule of a plan; what it leaves out is as `HolidayRule` says.

    Raises:
        Refused: something is not understood.
    """
    usual = HolidayRule()
    found = HolidayRule(
        send=table.maybe_choice("send", DIRECTIONS) or usual.send,
        back=table.maybe_choice("back", DIRECTIONS) or usual.back,
        weekly_report=table.maybe_choice("weekly_report", DIRECTIONS) or usual.weekly_report,
        deadline=table.maybe_choice("deadline", DIRECTIONS) or usual.deadline,
        swapped=tuple(_swapped(entry) for entry in table.tables("swapped")),
    )
    table.finish()
    return found


def _swapped(table: Table) -> SwappedDay:
    swap = SwappedDay(off=table.take("off", date), work=table.take("work", date), decision=table.take("decision", str))
    if swap.off == swap.work:
        raise table.wrong("work", swap.work, "ngày khác ngày nghỉ")
    table.finish()
    return swap
