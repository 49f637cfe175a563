"""The calendar for people, as `campaign calendar` prints it: month by month, then what cannot work and its repairs."""

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap

from sosach.campaign.calendar import Calendar
from sosach.campaign.conflicts import Conflict
from sosach.campaign.event import Event
from sosach.campaign.holiday_rule import DIRECTIONS, HolidayRule
from sosach.campaign.plan import Plan

_WIDTH = 100
_INDENT = 25  # where titles begin: under the weekday, the day and the hour


def in_words(calendar: Calendar, plan: Plan) -> str:
    """The whole calendar, ready to print."""
    return "\n".join(_lines(calendar, plan))


def _lines(calendar: Calendar, plan: Plan) -> Iterator[str]:
    yield f"LỊCH CHIẾN DỊCH: {plan.unit.name}, {plan.unit.province}"
    if calendar.events:
        impossible = f"; {len(calendar.conflicts)} mốc không khả thi, xem cuối lịch" if calendar.conflicts else ""
        yield f"{len(calendar.events)} mốc{impossible}"
    else:
        yield "\nKế hoạch chưa ghi thời gian của sổ nào."
    for (year, month), events in groupby(calendar.events, key=lambda event: (event.day.year, event.day.month)):
        yield f"\nTháng {month} năm {year}"
        for event in events:
            yield from _event(event, plan)
    yield from _conflicts(calendar)
    if calendar.two_readings:
        yield f"\nKẾ HOẠCH NÓI HAI CÁCH: {len(calendar.two_readings)} điểm"
        for found in calendar.two_readings:
            section = f" (mục {found.section})" if found.section else ""
            yield from _paragraph(f"{found.message}{section}", "- ")
    yield from _holidays(calendar, plan.holidays)


def _event(event: Event, plan: Plan) -> Iterator[str]:
    weekday = "CN" if event.day.weekday() == 6 else f"T{event.day.weekday() + 2}"
    hour = event.hour.strftime("%H:%M") if event.hour else ""
    who = f" – {plan.organisations[event.organisation].short}" if event.organisation else ""
    head = f"  {weekday} {event.day:%d/%m/%Y}  {hour:5}"
    yield from wrap(f"{event.title}{who}", _WIDTH, initial_indent=f"{head:{_INDENT}}", subsequent_indent=" " * _INDENT)
    if event.note:
        yield from _paragraph(f"({event.note})", " " * _INDENT)


def _conflicts(calendar: Calendar) -> Iterator[str]:
    if not calendar.conflicts:
        if calendar.events:
            yield "\nMọi mốc của kế hoạch đều làm kịp."
        return
    yield f"\nMỐC KHÔNG KHẢ THI: {len(calendar.conflicts)}"
    for conflict in calendar.conflicts:
        yield from _paragraph(conflict.message, "- ")
        yield from _repairs(conflict)


def _repairs(conflict: Conflict) -> Iterator[str]:
    for number, repair in enumerate(conflict.repairs, 1):
        yield from _paragraph(f"Cách sửa {number}: {repair.message}.", "  ")
        if repair.until:
            yield f"    sosach campaign extend {conflict.register} --until {repair.until} --document SỐ --reason LÝ_DO"


def _holidays(calendar: Calendar, rule: HolidayRule) -> Iterator[str]:
    yield "\nQUY TẮC NGÀY NGHỈ"
    told = (
        f"Rơi vào ngày nghỉ thì ngày chuyển danh sách {DIRECTIONS[rule.send]}, ngày trả kết quả "
        f"{DIRECTIONS[rule.back]}, báo cáo tuần {DIRECTIONS[rule.weekly_report]}, các hạn {DIRECTIONS[rule.deadline]}."
    )
    yield from _paragraph(told, "- ")
    for year in calendar.uncertain_years:
        yield from _paragraph(f"Ngày nghỉ năm {year} mới là dự tính, xem lại khi có quyết định của Nhà nước.", "- ")


def _paragraph(text: str, mark: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
