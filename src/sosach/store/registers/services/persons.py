"""How persons are written: what files and overrides say, and what follows from it, always together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
from django.db.models import Max

from sosach.registers.register import Register
from sosach.store import bulk
from sosach.store.accounts.selectors import commune
from sosach.store.log.chain import canonical
from sosach.store.registers import selectors
from sosach.store.registers.laying import Stored
from sosach.store.registers.models import Person, Record
from sosach.store.registers.values import SEARCHED, STATUS, Derived, Deriving, current, derived


def next_person() -> int:
    """The number that the next new person gets; numbers are never given twice."""
    return (Person.objects.aggregate(last=Max("id"))["last"] or 0) + 1


def deriving(register: Register, on: date) -> Deriving:
    """What cleaning must know of a register as it is now."""
    return Deriving(register, selectors.known_fields(register.name), commune(on), on)


@dataclass(frozen=True, slots=True)
class Entry:
    """How new persons come in."""

    seen_in: int  # the import in whose file they stand
    since: int  # the operation by which they come in
    on: date


def insert(stored: list[Stored], typed: pl.DataFrame, register: Register, entry: Entry) -> None:
    """Writes new persons.

    Args:
        stored: what the file says of them.
        typed: their typed frame, `index` being the person.
        register: whose persons they are.
        entry: how they come in.
    """
    values = derived(typed, {}, register)
    places = {person: (sheet, row) for person, sheet, row, _, _ in stored}
    said = {person: (raw, cells) for person, _, _, raw, cells in stored}
    told = ("register", "version", "left", "since", "seen_in", "entered_on", "status_on")
    columns = ("id", *told, "sheet", "row", *SEARCHED)
    facts = (register.name, 1, "", entry.since, entry.seen_in, entry.on, entry.on)
    bulk.insert(Person, columns, ((v.person, *facts, *places[v.person], *v.found_by) for v in values))
    texts = ("person_id", "raw", "cells", "overrides", "facts")
    bulk.insert(Record, texts, ((v.person, *said[v.person], "{}", v.facts) for v in values))


def rewrite(stored: Iterable[Stored], overrides: Mapping[int, Mapping[str, Any]], how: Deriving) -> None:
    """Writes what holds for known persons now.

    Args:
        stored: what the files say of them.
        overrides: what stands above the files, of those who have anything.
        how: what cleaning must know.
    """
    rows = list(stored)
    if not rows:
        return
    over = {person: overrides.get(person, {}) for person, *_ in rows}
    said = {person: (raw, cells) for person, _, _, raw, cells in rows}
    values = derived(current(rows, over, how), over, how.register)
    columns = ("raw", "cells", "overrides", "facts")
    texts = ((*said[v.person], canonical(over[v.person]), v.facts, v.person) for v in values)
    bulk.update(Record, "person_id", columns, texts)
    days = _status_days(values, how.on)
    found = ((*v.found_by, days[v.person], v.person) for v in values)
    bulk.update(Person, "id", (*SEARCHED, "status_on"), found)


def _status_days(values: list[Derived], on: date) -> dict[int, date]:
    """Since when the status of persons is what it is."""
    before = selectors.statuses([one.person for one in values])
    now = {one.person: one.found_by[STATUS] for one in values}
    return {person: since if status == now[person] else on for person, (status, since) in before.items()}


def place(rows: Iterable[tuple[int, str, int, int]]) -> None:
    """Writes where known persons stand: the import, sheet and row, and the person."""
    bulk.update(Person, "id", ("seen_in", "sheet", "row"), rows)
