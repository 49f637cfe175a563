"""The calendar for other programs: the object that `campaign calendar --json` prints.

Keys and kinds are a promise to scripts: they may be added to, their meaning never changes.
"""

from collections.abc import Mapping

from sosach.campaign.calendar import Calendar
from sosach.campaign.conflicts import Conflict, Repair
from sosach.campaign.cycles import Cycle
from sosach.campaign.event import Event


def as_json(calendar: Calendar) -> Mapping[str, object]:
    """`events` and `conflicts`, and beside them where the plan says two things; days are ISO, hours `HH:MM`."""
    return {
        "events": [_event(event) for event in calendar.events],
        "conflicts": [_conflict(conflict) for conflict in calendar.conflicts],
        "two_readings": [
            {
                "section": found.section,
                "register": found.register,
                "dates": [day.isoformat() for day in found.days],
                "message": found.message,
            }
            for found in calendar.two_readings
        ],
        "uncertain_years": list(calendar.uncertain_years),
    }


def _event(event: Event) -> Mapping[str, object]:
    return {
        "date": event.day.isoformat(),
        "time": event.hour.strftime("%H:%M") if event.hour else None,
        "kind": event.kind.value,
        "register": event.register,
        "organisation": event.organisation,
        "title": event.title,
        "moved_from": event.moved_from.isoformat() if event.moved_from else None,
        "note": event.note,
        "words": event.words,
        "key": event.key,
    }


def _conflict(conflict: Conflict) -> Mapping[str, object]:
    return {
        "kind": conflict.kind,
        "register": conflict.register,
        "due": conflict.due.isoformat(),
        "earliest": conflict.earliest.isoformat(),
        "message": conflict.message,
        "repairs": [_repair(repair) for repair in conflict.repairs],
    }


def _repair(repair: Repair) -> Mapping[str, object]:
    return {
        "kind": repair.kind,
        "until": repair.until.isoformat() if repair.until else None,
        "cycles": [_cycle(cycle) for cycle in repair.cycles],
        "message": repair.message,
    }


def _cycle(cycle: Cycle) -> Mapping[str, str]:
    return {"send": cycle.send.isoformat(), "back": cycle.back.isoformat()}
