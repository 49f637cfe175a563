"""How persons are written: what files and overrides say, and what follows from it, always together."""

from collections.abc import Iterable, Mapping
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
from sosach.store.registers.values import SEARCHED, Deriving, current, derived


def next_person() -> int:
    """The number that the next new person gets; numbers are never given twice."""
    return (Person.objects.aggregate(last=Max("id"))["last"] or 0) + 1


def deriving(register: Register, on: date) -> Deriving:
    """What cleaning must know of a register as it is now."""
    return Deriving(register, selectors.known_fields(register.name), commune(on), on)


def insert(stored: list[Stored], typed: pl.DataFrame, register: Register, *, seen_in: int, since: int) -> None:
    """Writes new persons.

    Args:
        stored: what the file says of them.
        typed: their typed frame, `index` being the person.
        register: whose persons they are.
        seen_in: the import in whose file they stand.
        since: the operation by which they come in.
    """
    values = derived(typed, {}, register)
    places = {person: (sheet, row) for person, sheet, row, _, _ in stored}
    said = {person: (raw, cells) for person, _, _, raw, cells in stored}
    columns = ("id", "register", "version", "left", "since", "seen_in", "sheet", "row", *SEARCHED)
    facts = (register.name, 1, "", since, seen_in)
    bulk.insert(Person, columns, ((v.person, *facts, *places[v.person], *v.found_by) for v in values))
    columns = ("person_id", "raw", "cells", "overrides", "facts")
    bulk.insert(Record, columns, ((v.person, *said[v.person], "{}", v.facts) for v in values))


def rewrite(stored: Iterable[Stored], overrides: Mapping[int, Mapping[str, Any]], how: Deriving) -> None:
    """Writes what holds for known persons now.

    Args:
        stored: what the files say of them.
        overrides: what stands above the files, of those who have anything.
        how: what cleaning must know.
    """
    rows = list(stored)
    over = {person: overrides.get(person, {}) for person, *_ in rows}
    said = {person: (raw, cells) for person, _, _, raw, cells in rows}
    values = derived(current(rows, over, how), over, how.register)
    columns = ("raw", "cells", "overrides", "facts")
    texts = ((*said[v.person], canonical(over[v.person]), v.facts, v.person) for v in values)
    bulk.update(Record, "person_id", columns, texts)
    bulk.update(Person, "id", SEARCHED, ((*v.found_by, v.person) for v in values))


def place(rows: Iterable[tuple[int, str, int, int]]) -> None:
    """Writes where known persons stand: the import, sheet and row, and the person."""
    bulk.update(Person, "id", ("seen_in", "sheet", "row"), rows)
