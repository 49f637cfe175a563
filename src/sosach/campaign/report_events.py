"""The dates of the reports: every week, every month, and once at the end.

A weekly report is due for every week that has a day of the campaign in it; a monthly one before every 15th from the
beginning on until the campaign's last day is reported; the closing one before the first 15th after that day.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sosach.campaign.days_in_words import hour, long, short
from sosach.campaign.event import Event, EventKind
from sosach.campaign.plan import Plan
from sosach.campaign.register_events import why_moved
from sosach.campaign.report_duty import ReportDuty
from sosach.campaign.weeks import Week, monthly_cut_off, week_of_day


def report_events(plan: Plan, first: date, last: date) -> Iterator[Event]:
    """All dates of the reports.

    Args:
        plan: of the campaign.
        first: day of the campaign.
        last: day of the campaign, extensions taken into account.
    """
    for duty in plan.reports:
        if "weekly" in duty.kinds:
            yield from _weekly(plan, duty, first, last)
        if "monthly" in duty.kinds:
            yield from _monthly(plan, duty, first, last)
        if "final" in duty.kinds:
            yield _final(plan, duty, last)


def _weekly(plan: Plan, duty: ReportDuty, first: date, last: date) -> Iterator[Event]:
    week, end = week_of_day(first), week_of_day(last)
    while week <= end:
        day = _following(week, duty.weekday or 0)
        moved = plan.holidays.moved(day, plan.holidays.weekly_report)
        title = f"Báo cáo tuần gửi {_addressees(plan, duty)}{_before(duty.hour)}, số liệu chốt {_closed(week.closes)}"
        yield Event(
            key=f"{EventKind.WEEKLY_REPORT}/{duty.organisation}/{week.label}",
            day=moved,
            hour=duty.hour,
            kind=EventKind.WEEKLY_REPORT,
            title=title,
            organisation=duty.organisation,
            moved_from=day if moved != day else None,
            note=why_moved(plan, day, plan.holidays.weekly_report) if moved != day else None,
        )
        week = week.following()


def _following(week: Week, weekday: int) -> date:
    """The first such weekday after the week's Thursday."""
    return week.thursday + timedelta(days=(weekday - week.thursday.weekday() - 1) % 7 + 1)


def _monthly(plan: Plan, duty: ReportDuty, first: date, last: date) -> Iterator[Event]:
    named = _next_day_named(first, duty.before_day or 1)
    end = _next_day_named(last, duty.before_day or 1)
    while named <= end:
        yield _before_day(plan, duty, EventKind.MONTHLY_REPORT, named)
        named = _next_day_named(named, duty.before_day or 1)


def _final(plan: Plan, duty: ReportDuty, last: date) -> Event:
    return _before_day(plan, duty, EventKind.FINAL_REPORT, _next_day_named(last, duty.before_day or 1))


def _next_day_named(after: date, day: int) -> date:
    """The next day of a month with that number, later than a day."""
    if after.day < day:
        return after.replace(day=day)
    return (after.replace(day=1) + timedelta(days=31)).replace(day=day)


def _before_day(plan: Plan, duty: ReportDuty, kind: EventKind, named: date) -> Event:
    """A report due before a day: on the day before it, or where offices are closed on that, on the last they work."""
    day = named - timedelta(days=1)
    moved = plan.holidays.moved(day, plan.holidays.deadline)
    month = "" if kind is EventKind.FINAL_REPORT else f"/{named:%Y-%m}"
    title = f"{_NAMES[kind]} gửi {_addressees(plan, duty)}, trước ngày {short(named)}"
    if kind is EventKind.MONTHLY_REPORT:
        title += f", số liệu chốt {_closed(monthly_cut_off(moved))}"
    return Event(
        key=f"{kind}/{duty.organisation}{month}",
        day=moved,
        kind=kind,
        title=title,
        organisation=duty.organisation,
        moved_from=day if moved != day else None,
        note=why_moved(plan, day, plan.holidays.deadline) if moved != day else None,
        words=duty.words if len(duty.kinds) > 1 else None,
    )


_NAMES = {EventKind.MONTHLY_REPORT: "Báo cáo tháng", EventKind.FINAL_REPORT: "Báo cáo tổng kết chiến dịch"}


def _addressees(plan: Plan, duty: ReportDuty) -> str:
    recipients = ", ".join(plan.organisations[key].short for key in duty.recipients)
    via = ", ".join(plan.organisations[key].short for key in duty.via)
    return f"{recipients} (qua {via})" if via else recipients


def _before(moment: time | None) -> str:
    return f" trước {hour(moment)}" if moment else ""


def _closed(moment: datetime) -> str:
    return f"{hour(moment.time())} {long(moment.date())}"
