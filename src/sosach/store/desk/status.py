"""How far the campaign is: figures that count persons, register by register.

Weeks close on Thursday (`campaign.weeks`); the week that runs on a day begins after the Thursday before it, and its
persons add up: last week + new - merged - deceased - moved - turned sixteen = now. A whole day belongs to one week.
"""

import shutil
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from sosach.campaign.extension import due
from sosach.campaign.forecast import Forecast, forecast
from sosach.campaign.weeks import week_of_day
from sosach.store.accounts.selectors import campaign, extensions, plan
from sosach.store.civil.models import Alone, Extract, Pair
from sosach.store.desk.back_up import last_backup
from sosach.store.desk.late import late, late_reports
from sosach.store.desk.pace import Work, work_on
from sosach.store.findings import selectors as findings
from sosach.store.police import selectors as police
from sosach.store.registers import selectors as persons
from sosach.store.registers.counting import movements
from sosach.store.reports.people import standings
from sosach.store.start import current
from sosach.store.visits import selectors as visits

_WEEKS = 4  # that have closed, before the one that runs
_READ_IN_PASSING = 20_000  # records
_REGISTERS = ("children", "beneficiaries")  # those of the campaign; births stand beside children


def status_of(on: date) -> dict[str, Any]:
    """The figures of `campaign status --json`."""
    known, last = campaign(), last_backup()
    works = {name: work_on(name, on) for name in _REGISTERS if persons.imports(name)}
    return {
        "unit": {"code": known.unit_code, "name": known.unit_name, "province": known.province},
        "on": on.isoformat(),
        "registers": {name: _register(name, on, work) for name, work in works.items()},
        "civil": _civil(),
        "visits": asdict(visits.figures(on)),
        "overdue": _overdue(on, works),
        "last_backup": last and {"on": last.on.isoformat(), "file": last.file},
        "disk_free_mb": shutil.disk_usage(current().folder).free >> 20,
    }


def _register(name: str, on: date, work: Work) -> dict[str, Any]:
    *before, running = _weeks(name, on)
    asked, back = police.figures(name, on), work.back
    return {
        "persons": running["persons"],
        "people": _people(name, running["persons"], on),
        "records": running.pop("records"),
        "week": running,
        "weeks_before": before,
        "waiting": len(persons.waiting_rows(name)),
        "groups": findings.persons_by_group(name),
        "findings": findings.findings_by_state(name),
        "at_police": asked.at_police,
        "returned": asked.returned,
        "conflicts": asked.conflicts,
        "next_step": asked.next_step,
        "ready_to_upload": len(back.ready),
        "uploaded": back.uploaded,
        "confirmed": back.confirmed,
        "reopened": back.reopened,
        **_deadline(name, on, work),
    }


def _people(name: str, records: int, on: date) -> int:
    """The persons behind the records, as reports count them: somebody may draw two benefits in two rows, or none any
    more. Of a register without such rows, and of one too large to be read in passing, the records."""
    if name != "beneficiaries" or records > _READ_IN_PASSING:
        return records
    return sum(one.held for one in standings(name, on, ()).standings.values())


def _weeks(name: str, on: date) -> list[dict[str, Any]]:
    """The weeks before, as far back as somebody was in the register, and last the one that runs."""
    running = week_of_day(on)
    weeks = [running.following(count) for count in range(-_WEEKS, 1)]
    opens = [week.first_day - timedelta(days=1) for week in weeks]
    told = movements(name, [*opens, on])
    found = [
        {"label": week.label, "from": day.isoformat(), "until": week.thursday.isoformat()} | one
        for week, day, one in zip(weeks, opens, told, strict=True)
    ]
    return [*([one for one in found[:-1] if one["persons"]]), found[-1]]


def _deadline(name: str, on: date, work: Work) -> dict[str, Any]:
    known = plan()
    if name not in known.registers:
        return {}
    day = due(known, name, extensions())
    expected = forecast(work.days, day, known.holidays) if work.days else None
    return {"due": day.isoformat(), "days_left": (day - on).days, "forecast": _forecast(work, expected)}


def _forecast(work: Work, expected: Forecast | None) -> dict[str, Any] | None:
    if not work.days:
        return None
    told: dict[str, Any] = {"done": work.found - work.open, "found": work.found}
    if expected is None:
        return told | {"pace": None, "done_on": None, "needed": None, "in_time": None}
    return told | {
        "pace": round(float(expected.pace), 1),
        "done_on": expected.done_on and expected.done_on.isoformat(),
        "needed": None if expected.needed is None else round(float(expected.needed), 1),
        "in_time": expected.in_time,
    }


def _civil() -> dict[str, Any] | None:
    """The comparison with the births book, as far as it can be counted without reading everybody."""
    last = Extract.objects.order_by("-operation").first()
    if last is None:
        return None
    pairs = Pair.objects.all()
    alone = Alone.objects.filter(person__left="")
    return {
        "compared_on": last.compared_on.isoformat(),
        "same": pairs.filter(sure=True).count(),
        "review": pairs.filter(sure=False).count(),
        "only_in_births": alone.filter(person__register="births").count(),
        "only_in_register": alone.filter(person__register="children").count(),
    }


def _overdue(on: date, works: Mapping[str, Work]) -> list[dict[str, Any]]:
    """What should have been done before this day, the longest overdue first."""
    found = [
        {
            "kind": one.duty.value,
            "organisation": one.organisation,
            "register": one.register,
            "place": one.place,
            "due": one.due.isoformat(),
            "days": (on - one.due).days,
            "open": one.open,
            "total": one.total,
        }
        for one in late(on, works)
        if one.due < on
    ]
    reports = [
        {
            "kind": f"report_{one.kind}",
            "organisation": one.organisation,
            "due": one.due.isoformat(),
            "days": (on - one.due).days,
        }
        for one in late_reports(on)
    ]
    return sorted([*found, *reports], key=lambda one: (one["due"], one["kind"], one.get("place") or ""))
