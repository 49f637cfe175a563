"""The reports a plan asks for: who sends which one to whom, and before when.

Source: the plan, III.7. “Báo cáo tổng kết chiến dịch trước ngày 15 hàng tháng” is two things in one sentence: a report
every month, and one that closes the campaign. Such an entry has both kinds, and the calendar shows both.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import time

from sosach.campaign.days_in_words import WEEKDAYS
from sosach.campaign.plan_table import Table

KINDS: Mapping[str, str] = {"weekly": "báo cáo tuần", "monthly": "báo cáo tháng", "final": "báo cáo tổng kết"}


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """A report that is due again and again, or once at the end."""

    kinds: tuple[str, ...]  # of `KINDS`
    organisation: str  # key of the one that reports
    recipients: tuple[str, ...]  # keys
    via: tuple[str, ...]  # keys of those through whom it goes
    weekday: int | None  # of a weekly one; Monday is 0
    hour: time | None  # before which it is to be there
    before_day: int | None  # of the month; it is to be there before this day
    words: str | None  # the plan's own
    section: str | None


def read_reports(tables: Collection[Table], organisations: Collection[str]) -> tuple[ReportDuty, ...]:
    """The reports.

    Args:
        tables: of the plan.
        organisations: of the plan, by key.

    Raises:
        Refused: something is missing, or not understood.
    """
    return tuple(_report(table, organisations) for table in tables)


def _report(table: Table, organisations: Collection[str]) -> ReportDuty:
    kinds = table.choices("kinds", KINDS)
    weekly = kinds == ("weekly",)
    if not kinds or ("weekly" in kinds and not weekly):
        raise table.wrong("kinds", ", ".join(kinds), "[“weekly”], hoặc “monthly”, “final” hay cả hai")
    report = ReportDuty(
        kinds=kinds,
        organisation=table.choice("organisation", organisations),
        recipients=table.choices("recipients", organisations),
        via=table.choices("via", organisations),
        weekday=list(WEEKDAYS).index(table.choice("weekday", WEEKDAYS)) if weekly else None,
        hour=table.maybe("hour", time),
        before_day=None if weekly else table.take("before_day", int),
        words=table.maybe("words", str),
        section=table.maybe("section", str),
    )
    if report.before_day is not None and not 2 <= report.before_day <= 28:
        raise table.wrong("before_day", report.before_day, "ngày trong tháng từ 2 đến 28")
    table.finish()
    return report
