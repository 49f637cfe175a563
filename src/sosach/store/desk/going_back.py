"""How many persons are on their way back into the national software: ready, prepared, taken.

Only persons about whom an event tells something are looked at, so that a province's register costs no more than the
work that was done on it. What `upload prepare` will write is told by `upload.ready`; here it is counted for status.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q

from sosach.campaign.confirmation import Taken
from sosach.store.log.models import Event
from sosach.store.registers.models import Import, Person, Record
from sosach.store.upload.models import Fact

_CHUNK = 900


@dataclass(frozen=True, slots=True)
class GoingBack:
    """Persons by how far their settled values have come."""

    ready: frozenset[int]  # something is in no upload yet
    uploaded: int  # something was prepared
    confirmed: int  # a later export has all of it
    reopened: int  # a later export lacks some of it, or shows something else


def going_back(register: str, on: date) -> GoingBack:
    """What stands at the end of a day."""
    counted = _prepared(register, on)
    return GoingBack(_ready(register, on), **counted)


def _prepared(register: str, on: date) -> dict[str, int]:
    facts = Fact.objects.filter(upload__register=register, upload__cancelled_by=None, upload__prepared_on__lte=on)
    later = facts.filter(person=OuterRef("person"), field=OuterRef("field"), upload__gt=OuterRef("upload"))
    known = Q(confirmed_on__lte=on)
    by_person = facts.filter(~Exists(later), event__isnull=False).values("person")
    told = by_person.annotate(
        all=Count("id"),
        good=Count("id", filter=known & Q(taken=Taken.ACCEPTED.value)),
        bad=Count("id", filter=known & Q(taken__in=(Taken.MISSING.value, Taken.DIFFERENT.value))),
    )
    return {
        "uploaded": told.count(),
        "confirmed": told.filter(good=F("all")).count(),
        "reopened": told.filter(bad__gt=0).count(),
    }


def _ready(register: str, on: date) -> frozenset[int]:
    """Persons with a value above the last file, or in no file at all, that no upload holds."""
    held = _held(register, on)
    found = set()
    for some in _chunks(_touched(on)):
        told = Record.objects.filter(person__in=some, person__register=register, person__left="")
        for person, text in told.exclude(overrides="{}").values_list("person_id", "overrides"):
            if {int(one["event"]) for one in json.loads(text).values()} - held[person]:
                found.add(person)
    return frozenset(found | {person for person in _met(register, on) if 0 not in held[person]})


def _touched(on: date) -> list[int]:
    """The persons about whom something else than a file has told something."""
    told = Event.objects.filter(person__isnull=False, on__lte=on, kind="changed").exclude(source="import")
    return sorted(person for person in told.values_list("person", flat=True).distinct() if person is not None)


def _met(register: str, on: date) -> set[int]:
    """The persons who stand in no file."""
    files = Import.objects.filter(register=register).values("operation")
    people = Person.objects.filter(register=register, left="").exclude(seen_in__in=files)
    return {person for person, entered_on in people.values_list("id", "entered_on") if entered_on <= on}


def _held(register: str, on: date) -> defaultdict[int, set[int]]:
    """The events that uploads hold, person by person; the number 0 for somebody whom the software did not have."""
    held: defaultdict[int, set[int]] = defaultdict(set)
    facts = Fact.objects.filter(upload__register=register, upload__cancelled_by=None, upload__prepared_on__lte=on)
    for person, event, is_new in facts.values_list("person_id", "event", "is_new"):
        held[person].update([0] if is_new else [], [] if event is None else [event])
    return held


def _chunks(numbers: Collection[int]) -> Iterator[list[int]]:
    whole = sorted(numbers)
    return (whole[i : i + _CHUNK] for i in range(0, len(whole), _CHUNK))
