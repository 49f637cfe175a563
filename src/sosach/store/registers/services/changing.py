"""A fact of a person changes by an event, and only here. The new value stands above what the files say.

with writing():
    operation = begin("decision", Act(actor=actor, on=on, source="decision", evidence=..., reason=...))
    change([NewValue(person=17, field="sex", value="female", raw="Nữ")], register, operation)
    recompute(register, {17}, operation=operation.number, on=on)      # sosach.store.findings.services
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from sosach.findings.notices import refused
from sosach.registers.register import Register
from sosach.store.log.act import Change
from sosach.store.log.selectors import last_change
from sosach.store.log.services import Operation
from sosach.store.registers import selectors
from sosach.store.registers.models import Person, Record
from sosach.store.registers.services import persons

Override = dict[str, Any]  # `value`, `raw`, `source`, `event`


@dataclass(frozen=True, slots=True, kw_only=True)
class NewValue:
    """A value to be set."""

    person: int
    field: str
    value: str | None  # cleaned; None empties the field
    raw: str | None  # as it is written; see `reading_values.given`


def claim(person: Person, seen: int | None) -> None:
    """Makes sure that a person is still as the caller saw it: compare and set of the version.

    Args:
        person: whose facts are about to change.
        seen: the version that the caller decided on; None: the one that is there.

    Raises:
        Refused: somebody else was quicker; tells who and what.
    """
    wanted = person.version if seen is None else seen
    if Person.objects.filter(id=person.id, version=wanted).update(version=F("version") + 1):
        return
    last = last_change(person.id)
    who, field = (last.actor, last.field) if last else ("", "")
    raise refused("person_changed", value=person.record_code or person.full_name or "", actor=who, field=field)


def change(values: Sequence[NewValue], register: Register, operation: Operation) -> None:
    """Sets values above the files, one event each; within `writing()`. Versions are the caller's business (`claim`)."""
    over = overrides_of({one.person for one in values})
    facts = selectors.facts({one.person for one in values})
    first = operation.next_event()
    changes = []
    for number, one in enumerate(values, first):
        before = over[one.person].get(one.field)
        over[one.person][one.field] = {
            "value": one.value,
            "raw": one.raw,
            "source": operation.act.source,
            "event": number,
        }
        changes.append(
            Change(
                kind="changed",
                person=one.person,
                field=one.field,
                old=facts[one.person].get(one.field),
                new=one.value,
                details={"raw": one.raw, "before": before},
            )
        )
    operation.record(*changes)
    write_overrides(over, register, operation)


def write_overrides(over: Mapping[int, Mapping[str, Override]], register: Register, operation: Operation) -> None:
    """Keeps the overrides of persons, and what follows from them."""
    stored = selectors.stored(register, set(over))
    persons.rewrite(stored.values(), over, persons.deriving(register, operation.act.on))


def overrides_of(persons: set[int]) -> dict[int, dict[str, Override]]:
    """What stands above the files, person by person; an empty object where nothing does."""
    rows = Record.objects.filter(person_id__in=persons).values_list("person_id", "overrides")
    return {person: json.loads(text) for person, text in rows}
