"""Which decisions are still to be brought into the national software, and what a later export says of the others.

Somebody has something to bring when a decision stands above the file, or the file does not have the person at all, and
no upload holds it. An upload counts when its workbook has its proof, or its line on the typing list was ticked.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sosach.campaign.confirmation import Taken
from sosach.papers.standing import Compared
from sosach.store.log.models import Event
from sosach.store.registers.models import Import, Person, Record
from sosach.store.upload.models import Fact, Upload

_CHUNK = 900
_COMPARED = {
    Taken.MISSING.value: Compared.MISSING,
    Taken.DIFFERENT.value: Compared.DIFFERENT,
    Taken.ACCEPTED.value: Compared.CONFIRMED,
}


@dataclass(frozen=True, slots=True)
class Uploads:
    """Persons by what became of their decisions."""

    pending: frozenset[int]  # something is not in any upload
    made: frozenset[int]  # something is in an upload
    compared: dict[int, Compared]  # a later export was laid beside it


def uploads(register: str, day: date) -> Uploads:
    """What stands at the end of a day."""
    wanted = _decided(register, day)
    held, compared = _uploaded(register, day)
    pending = {person for person, events in wanted.items() if events - held.get(person, set())}
    return Uploads(frozenset(pending), frozenset(held), compared)


def _decided(register: str, day: date) -> dict[int, set[int]]:
    """Per person the events that stand above the file; the number 0 for somebody whom the file does not have."""
    found: dict[int, set[int]] = defaultdict(set)
    told = Record.objects.filter(person__register=register).exclude(overrides="{}")
    for person, text in told.values_list("person_id", "overrides"):
        found[person] = {int(one["event"]) for one in json.loads(text).values()}
    days = _days(sorted({event for events in found.values() for event in events}))
    for person, events in found.items():
        found[person] = {event for event in events if days[event] <= day}
    for person in _newcomers(register):
        found[person].add(0)
    return found


def _days(events: list[int]) -> dict[int, date]:
    found: dict[int, date] = {}
    for start in range(0, len(events), _CHUNK):
        found |= dict(Event.objects.filter(seq__in=events[start : start + _CHUNK]).values_list("seq", "on"))
    return found


def _newcomers(register: str) -> list[int]:
    """Who came in by something else than an import and has stood in no file since."""
    people = dict(Person.objects.filter(register=register, left="").values_list("id", "seen_in"))
    imports = set(Import.objects.filter(register=register).values_list("operation", flat=True))
    return [person for person, seen_in in people.items() if seen_in not in imports]


def _uploaded(register: str, day: date) -> tuple[dict[int, set[int]], dict[int, Compared]]:
    facts = Fact.objects.filter(
        upload__register=register, upload__cancelled_by=None, upload__prepared_on__lte=day
    ).order_by("upload_id", "id")
    proven = set(Upload.objects.filter(register=register).exclude(proof="").values_list("operation", flat=True))
    columns = ("person_id", "event", "is_new", "typed", "typed_on", "taken", "confirmed_on", "upload_id")
    held: dict[int, set[int]] = defaultdict(set)
    said: dict[int, set[str]] = defaultdict(set)
    for person, event, is_new, typed, typed_on, taken, confirmed_on, upload in facts.values_list(*columns):
        if upload not in proven and not (typed == "done" and typed_on and typed_on <= day):
            continue
        held[person].update([0] if is_new else [], [event] if event is not None else [])
        if taken and confirmed_on and confirmed_on <= day:
            said[person].add(taken)
    return dict(held), {person: _worst(outcomes) for person, outcomes in said.items()}


def _worst(outcomes: set[str]) -> Compared:
    return next(compared for taken, compared in _COMPARED.items() if taken in outcomes)
