"""What is read of imports and persons."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl

from sosach.findings.notices import refused
from sosach.registers.catalogue import registers
from sosach.registers.register import Register
from sosach.store.registers.frames import base_frame, overridden
from sosach.store.registers.laying import Stored
from sosach.store.registers.models import Import, Person, Record, WaitingRow

_CHUNK = 900  # numbers in one `IN`


def register_named(name: str) -> Register:
    """The register of this name.

    Raises:
        Refused: there is none.
    """
    found = registers().get(name)
    if found is None:
        raise refused("register_none", value=name, candidates=", ".join(registers()))
    return found


def imports(register: str) -> list[Import]:
    """The imports of a register that hold, the latest first."""
    return list(Import.objects.filter(register=register, undone_by=None).order_by("-operation"))


def known_fields(register: str) -> frozenset[str]:
    """The fields that some file of the register has."""
    told = Import.objects.filter(register=register, undone_by=None).values_list("headings", flat=True)
    return frozenset(name for headings in told for name in json.loads(headings))


def person_named(register: str, who: str | int) -> Person:
    """A person by record code, or by number where somebody was chosen on a page: not everybody has a code.

    Raises:
        Refused: there is nobody, or several have the code.
    """
    if isinstance(who, str):
        return person_by_code(register, who)
    found = Person.objects.filter(id=who, register=register, left="").first()
    if found is None:
        raise refused("person_none", value="")
    return found


def person_by_code(register: str, code: str) -> Person:
    """The person with a record code.

    Raises:
        Refused: nobody has it, or several have.
    """
    found = list(Person.objects.filter(register=register, record_code=code, left="")[:2])
    if len(found) != 1:
        raise refused("person_twice" if found else "person_none", value=code)
    return found[0]


def stored(register: Register, persons: Collection[int] | None = None) -> dict[int, Stored]:
    """What the files say of all persons, or of some; merged ones too, for files name them still."""
    columns = ("person_id", "person__sheet", "person__row", "raw", "cells")
    return {row[0]: row for row in _records(register, persons, columns)}


def overrides(register: Register, persons: Collection[int] | None = None) -> dict[int, dict[str, Any]]:
    """What overrides the files: per person, field to `value`, `raw`, `source`, `event`."""
    rows = _records(register, persons, ("person_id", "overrides"))
    return {person: json.loads(text) for person, text in rows if text != "{}"}


def frame(register: Register, persons: Collection[int] | None = None) -> pl.DataFrame:
    """The current frame: what holds for everybody in the register, or for some, ready for cleaning and rules."""
    columns = ("person_id", "person__sheet", "person__row", "raw", "cells", "overrides", "person__left")
    rows = [row for row in _records(register, persons, columns) if not row[6]]
    over = ((row[0], json.loads(row[5])) for row in rows if row[5] != "{}")
    written = {person: {name: one["raw"] for name, one in told.items()} for person, told in over}
    return overridden(base_frame((row[:5] for row in rows), register, known_fields(register.name)), written)


def facts(persons: Collection[int]) -> dict[int, Mapping[str, str]]:
    """The cleaned values of persons."""
    found: dict[int, Mapping[str, str]] = {}
    for some in _chunks(persons):
        for person, text in Record.objects.filter(person_id__in=some).values_list("person_id", "facts"):
            found[person] = json.loads(text)
    return found


def statuses(persons: Collection[int]) -> dict[int, tuple[str | None, date]]:
    """The status of persons, and since when it is what it is."""
    found: dict[int, tuple[str | None, date]] = {}
    for some in _chunks(persons):
        for person, status, since in Person.objects.filter(id__in=some).values_list("id", "status", "status_on"):
            found[person] = (status, since)
    return found


def _records(
    register: Register, persons: Collection[int] | None, columns: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    if persons is None:
        every = Record.objects.filter(person__register=register.name).exclude(person__left="withdrawn")
        yield from every.values_list(*columns)
        return
    # Numbers find persons; asked for the register too, SQLite would walk through all of it for every chunk.
    for some in _chunks(persons):
        told = Record.objects.filter(person_id__in=some).values_list("person__register", "person__left", *columns)
        yield from (row[2:] for row in told if row[0] == register.name and row[1] != "withdrawn")


def _chunks(numbers: Iterable[int]) -> Iterator[list[int]]:
    whole = sorted(numbers)
    return (whole[i : i + _CHUNK] for i in range(0, len(whole), _CHUNK))


def waiting_rows(register: str | None = None) -> list[WaitingRow]:
    """The rows of which somebody has to say whose they are, in the order of the file."""
    rows = WaitingRow.objects.filter(answer="").select_related("candidate").order_by("operation", "index")
    return list(rows if register is None else rows.filter(register=register))


def waiting_row(number: int) -> WaitingRow:
    """A doubtful row.

    Raises:
        Refused: there is none of this number.
    """
    found = WaitingRow.objects.filter(id=number).select_related("candidate").first()
    if found is None:
        raise refused("waiting_none", value=number)
    return found


def answers(register: str) -> dict[str, int | None]:
    """What was said of doubtful rows, by fingerprint: whose they are, None: nobody's."""
    told = WaitingRow.objects.filter(register=register, answer__in=("same", "new", "none")).order_by("id")
    return dict(told.values_list("fingerprint", "person"))


def not_in(operation: int, register: str, persons: Collection[int] | None = None) -> dict[int, int]:
    """The persons of a register, or of some, who do not stand in an import's file, and the import in which they stood
    last."""
    if persons is None:
        others = Person.objects.filter(register=register).exclude(seen_in=operation).exclude(left="withdrawn")
        return dict(others.values_list("id", "seen_in"))
    found: dict[int, int] = {}
    for some in _chunks(persons):
        for person, of, left, seen_in in Person.objects.filter(id__in=some).values_list(
            "id", "register", "left", "seen_in"
        ):
            if of == register and left != "withdrawn" and seen_in != operation:
                found[person] = seen_in
    return found


def merged(register: str) -> set[int]:
    """The persons whose record was found to be another one's."""
    return set(Person.objects.filter(register=register, left="merged").values_list("id", flat=True))
