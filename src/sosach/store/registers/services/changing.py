"""A fact of a person changes by an event, and only here. The new value stands above what the files say.

with writing():
    operation = begin("decision", Act(actor=actor, on=on, source="decision", evidence=..., reason=...))
    change([NewValue(person=17, field="sex", value="female", raw="Nữ")], register, operation)
    recompute(register, {17}, operation=operation.number, on=on)      # sosach.store.findings.services
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from sosach.findings.notices import refused
from sosach.registers.register import Register
from sosach.store.accounts.selectors import plan
from sosach.store.log.act import Change
from sosach.store.log.selectors import last_change
from sosach.store.log.services import Operation
from sosach.store.registers import selectors
from sosach.store.registers.models import Person, Record
from sosach.store.registers.services import persons
from sosach.store.registers.sources import stands_above

Override = dict[str, Any]  # `value`, `raw`, `source`, `event`


@dataclass(frozen=True, slots=True, kw_only=True)
class NewValue:
    """A value to be set."""

    person: int
    field: str
    value: str | None  # cleaned; None empties the field
    raw: str | None  # as it is written; see `reading_values.given`
    evidence: str = ""  # of this value alone; empty: that of the operation


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


def change(values: Sequence[NewValue], register: Register, operation: Operation) -> tuple[NewValue, ...]:
    """Sets values above the files, one event each; within `writing()`. Versions are the caller's business (`claim`).

    A value whose source stands below that of what was set before is not set: an event `overruled` keeps it, and it is
    given back, to be shown to somebody who decides.
    """
    over = overrides_of({one.person for one in values})
    facts = selectors.facts({one.person for one in values})
    order = plan().precedence
    changes, held = [], []
    for number, one in enumerate(values, operation.next_event()):
        before = over[one.person].get(one.field)
        told: dict[str, Any] = {"raw": one.raw, "before": before}
        kind = "changed"
        if _is_held(one, before, lambda field, old: stands_above(field, old, operation.act.source, order)):
            kind, told = "overruled", {"raw": one.raw, "stands": before}
            held.append(one)
        else:
            over[one.person][one.field] = {
                "value": one.value,
                "raw": one.raw,
                "source": operation.act.source,
                "event": number,
            }
        changes.append(
            Change(
                kind=kind,
                person=one.person,
                field=one.field,
                old=facts[one.person].get(one.field),
                new=one.value,
                evidence=one.evidence,
                details=told,
            )
        )
    operation.record(*changes)
    write_overrides(over, register, operation)
    return tuple(held)


def _is_held(one: NewValue, before: Override | None, above: Callable[[str, str], bool]) -> bool:
    """Whether what was set before stays: it says something else, and its source stands above."""
    return before is not None and before["value"] != one.value and above(one.field, before["source"])


def write_overrides(over: Mapping[int, Mapping[str, Override]], register: Register, operation: Operation) -> None:
    """Keeps the overrides of persons, and what follows from them."""
    stored = selectors.stored(register, set(over))
    persons.rewrite(stored.values(), over, persons.deriving(register, operation.act.on))


def overrides_of(persons: set[int]) -> dict[int, dict[str, Override]]:
    """What stands above the files, person by person; an empty object where nothing does."""
    rows = Record.objects.filter(person_id__in=persons).values_list("person_id", "overrides")
    return {person: json.loads(text) for person, text in rows}
