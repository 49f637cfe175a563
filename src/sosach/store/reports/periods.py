"""The period of a report and its number: weeks close on Thursday at 17:00, months with the last such week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sosach.campaign.plan import Plan
from sosach.campaign.weeks import Week, local_day, monthly_cut_off, weekly_cut_off
from sosach.papers.police_sentences import PREFIXES

WEEKLY, MONTHLY, FINAL, ADHOC = KINDS = ("weekly", "monthly", "final", "adhoc")

_HALF_A_MONTH = timedelta(days=14)  # a report before the 15th tells of the month before


@dataclass(frozen=True, slots=True)
class Period:
    """What a report is of."""

    kind: str
    first_day: date
    cut_off: date
    label: str  # “2026-25”, “2026-06”

    @property
    def opens(self) -> date:
        """The cut-off before."""
        return self.first_day - timedelta(days=1)

    def number(self, registers: Sequence[str]) -> str:
        """“TE-2026-25”, “TE-BT-2026-25”; monthly and final reports hold both registers and say what they are."""
        told = {MONTHLY: ["TH"], FINAL: ["TK"], ADHOC: ["DX"]}.get(self.kind, [])
        whose = [PREFIXES[register] for register in registers] if self.kind in (WEEKLY, ADHOC) else []
        return "-".join([*told, *whose, self.label])


def period_of(kind: str, on: date, plan: Plan, *, first_day: date | None = None, last: date | None = None) -> Period:
    """The period of a report.

    Args:
        kind: one of `KINDS`.
        on: the day of the report.
        plan: of the campaign.
        first_day: of an extraordinary report; None: the campaign's first.
        last: the cut-off of the monthly report before; None: there is none.
    """
    starts = min(schedule.starts for schedule in plan.registers.values())
    if kind == WEEKLY:
        week = Week(local_day(weekly_cut_off(on)))
        return Period(kind, week.first_day, week.thursday, week.label)
    if kind == MONTHLY:
        cut_off = local_day(monthly_cut_off(on))
        return Period(kind, last + timedelta(days=1) if last else starts, cut_off, month_of(cut_off))
    if kind == FINAL:
        return Period(kind, starts, on, f"{on:%Y}")
    first = first_day or starts
    return Period(kind, first, on, f"{first:%Y%m%d}-{on:%Y%m%d}")


def month_of(cut_off: date) -> str:
    """The month that a monthly report of this cut-off tells of.

    >>> month_of(date(2026, 7, 9)), month_of(date(2026, 7, 30))
    ('2026-06', '2026-07')
    """
    return f"{cut_off - _HALF_A_MONTH:%Y-%m}"
