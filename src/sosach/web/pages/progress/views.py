"""How far the campaign is: figures, the burn-up against the deadline, hamlets, groups, organisations; no persons."""

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from sosach.campaign.calendar import calendar
from sosach.campaign.extension import due
from sosach.campaign.forecast import forecast
from sosach.campaign.forecast_words import in_words
from sosach.campaign.icalendar import as_icalendar
from sosach.campaign.reminder import Duty, Late, reminders
from sosach.findings.finding import GROUP_LABELS, Group
from sosach.registers.catalogue import registers
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.accounts.selectors import extensions, plan
from sosach.store.desk.back_up import last_backup
from sosach.store.desk.late import late, late_reports
from sosach.store.desk.pace import Work, work_on
from sosach.store.desk.progress_by import Share, by_hamlet
from sosach.store.findings.selectors import persons_by_group
from sosach.store.log.act import Actor
from sosach.store.police import selectors as police
from sosach.store.registers.models import Import
from sosach.store.reports.selectors import snapshots
from sosach.web.frame.clock import now
from sosach.web.frame.page import page
from sosach.web.frame.rail import NOT_FOR
from sosach.web.frame.signed_in import Desk
from sosach.web.pages.progress.burn_up import burn_up

_NOT_FOR = {role for role, names in NOT_FOR.items() if "progress" in names}
_DAYS_SHOWN = 8
_REPORTS_SHOWN = 4

DUTY_WORDS = {
    Duty.RETURN: "Trả danh sách",
    Duty.VISIT: "Rà soát tại hộ",
    Duty.COMPARE: "Đối chiếu hộ tịch",
    Duty.UPDATE: "Cập nhật lên phần mềm",
}


@page("tien-do", name="progress", right=Right.COUNT)
def progress(request: Desk) -> HttpResponse:
    """The whole picture as far as the role goes; the police have figures of their own on their page."""
    if request.actor.role in _NOT_FOR:
        raise Http404
    known, actor, on = plan(), request.actor, request.today
    may = ROLES[actor.role]
    taken = set(Import.objects.filter(undone_by=None).values_list("register", flat=True))
    names = [name for name in known.registers if name in taken and name in registers()]
    works = {name: work_on(name, on) for name in names}
    duties = late(on, works)
    reminds = actor.hamlets is None and bool(may & {Right.DECIDE, Right.REPORT})
    told = {
        "section": "progress",
        "registers": [_register(name, works[name], actor, on) for name in names],
        "duties": [
            _duty(one, on) for one in sorted(duties, key=lambda one: (one.due, one.organisation, one.place or ""))
        ],
        "late_reports": late_reports(on),
        "reminders": _reminders(duties, on) if reminds else [],
        "reminds": reminds,
        "reports": snapshots("weekly")[:_REPORTS_SHOWN],
        "conflicts": calendar(known, extensions()).conflicts,
        "may_open": Right.REPORT in may,
        "backup": last_backup(),
    }
    return render(request, "progress/progress.html", told)


@page("lich", name="calendar", right=Right.COUNT)
def calendar_page(request: Desk) -> HttpResponse:
    """Every date of the plan, what cannot work, where the plan says two things."""
    known = plan()
    found = calendar(known, extensions())
    months = [
        {"label": f"Tháng {month} năm {year}", "events": [_event(one, request.today) for one in events]}
        for (year, month), events in groupby(found.events, key=lambda event: (event.day.year, event.day.month))
    ]
    told = {"section": "progress", "months": months, "conflicts": found.conflicts, "readings": found.two_readings}
    return render(request, "progress/calendar.html", told)


@page("lich/tep", name="calendar_file", right=Right.COUNT)
def calendar_file(request: Desk) -> HttpResponse:
    """The calendar for telephones and computers; no persons in it."""
    content = as_icalendar(calendar(plan(), extensions()), plan(), now())
    name = {"Content-Disposition": 'attachment; filename="lich-chien-dich.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=name)


def _event(one: Any, on: date) -> dict[str, Any]:
    who = plan().organisations.get(one.organisation or "")
    return {"event": one, "who": who.short if who else "", "past": one.day < on, "today": one.day == on}


def _register(name: str, work: Work, actor: Actor, on: date) -> dict[str, Any]:
    known = plan()
    until = due(known, name, extensions())
    expected = forecast(work.days, until, known.holidays) if work.days else None
    done = work.found - work.open
    hamlets = by_hamlet(name, actor)
    return {
        "register": registers()[name],
        "found": work.found,
        "done": done,
        "left": work.open,
        "share": _percent(done, work.found),
        "due": until,
        "days_left": (until - on).days,
        "sentence": in_words(expected, until) if work.days else "",
        "in_time": expected.in_time if expected else None,
        "drawing": burn_up(work.days, known.registers[name].starts, until, expected),
        "days": list(reversed(work.days))[:_DAYS_SHOWN],
        "hamlets": [_row(share) for share in hamlets],
        "sum": _row(_summed(hamlets)) if hamlets else None,
        "groups": _groups(persons_by_group(name)),
        "ready": len(work.back.ready),
        "confirmed": work.back.confirmed,
        "uploaded": work.back.uploaded,
        "police": police.figures(name, on),
    }


def _row(share: Share) -> dict[str, Any]:
    return {"share": share, "name": share.name or "Chưa ghi thôn", "percent": _percent(share.settled, share.found)}


def _summed(shares: list[Share]) -> Share:
    return Share(
        "Cộng",
        sum(one.found for one in shares),
        sum(one.settled for one in shares),
        sum(one.in_hand for one in shares),
        sum(one.untouched for one in shares),
    )


def _groups(told: Mapping[str, Mapping[str, int]]) -> list[dict[str, Any]]:
    return [
        {
            "label": GROUP_LABELS[Group(name)],
            "found": counted["open"] + counted["settled"],
            "settled": counted["settled"],
            "open": counted["open"],
        }
        for name, counted in told.items()
    ]


def _percent(part: int, whole: int) -> str:
    """One decimal with a comma; nothing of nothing is no share."""
    return f"{part / whole * 100:.1f} %".replace(".", ",") if whole else ""


def _duty(one: Late, on: date) -> dict[str, Any]:
    days = (one.due - on).days
    if days < 0:
        state = ("late", "late", f"Quá hạn {-days} ngày")
    else:
        state = ("due" if days <= 2 else "todo", "clock", f"Còn {days} ngày" if days else "Hạn hôm nay")
    return {
        "organisation": plan().organisations[one.organisation].short,
        "what": DUTY_WORDS[one.duty],
        "place": one.place or "",
        "register": registers()[one.register].label,
        "late": one,
        "state": state,
    }


def _reminders(duties: list[Late], on: date) -> list[dict[str, str]]:
    known = plan()
    return [
        {"key": key, "name": known.organisations[key].name, "text": text}
        for key, text in reminders(known, duties, on).items()
    ]
