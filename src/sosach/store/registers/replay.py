"""The current values once more, from the log and the snapshots alone: what the tables must agree with.

It is also how an import is undone: the log is told again without it.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from sosach.store.log.chain import canonical
from sosach.store.log.models import Event
from sosach.store.log.selectors import undone_operations
from sosach.store.registers.matching import KNOWN, NEW
from sosach.store.registers.snapshots import snapshot


@dataclass(slots=True)
class Told:
    """A person as the log tells."""

    since: int
    seen_in: int
    sheet: str
    row: int
    raw: str
    cells: str
    overrides: dict[str, dict[str, Any]] = field(default_factory=dict)


def replay(register: str, without: Collection[int] = ()) -> dict[int, Told]:
    """Everybody in a register, by number; persons whose import does not hold are not there.

    Args:
        register: its name.
        without: imports to leave out besides those that were undone.

    Raises:
        Refused: a snapshot is gone or was altered.
    """
    left_out = undone_operations() | set(without)
    rows: dict[int, dict[str, Any]] = {}  # what the imports say of themselves
    persons: dict[int, Told] = {}
    for event in Event.objects.order_by("seq").iterator(chunk_size=5000):
        if event.operation in left_out:
            continue
        if event.kind == "import":
            details = json.loads(event.details)
            if details["register"] == register:
                rows[event.operation] = details
                _take_in(persons, event.operation, details)
        elif event.kind == "joined" and event.person is not None:
            _join(persons, event, rows)
        elif event.kind == "met" and event.person is not None:
            _meet(persons, event, register)
        elif event.person in persons:
            _apply(persons[event.person], event)
    return persons


def _join(persons: dict[int, Told], event: Event, imports: dict[int, dict[str, Any]]) -> None:
    """A doubtful row was found to be a person's."""
    told = json.loads(event.details)
    taken = imports.get(told["import"])
    if taken is None or event.person is None:
        return
    row = snapshot(taken["snapshot"]).row(told["index"], named=True)
    said = (told["import"], row["sheet"], row["row"], row["raw"], row["cells"])
    if event.person in persons:
        stand_anew(persons[event.person], said, frozenset(taken["fields"]))
    else:
        persons[event.person] = Told(event.operation, *said)


def _meet(persons: dict[int, Told], event: Event, register: str) -> None:
    """Somebody who is in no file was met, and what was written down of them came in as a row."""
    told = json.loads(event.details)
    if told["register"] == register and event.person is not None:
        row = snapshot(told["snapshot"]).row(told["index"], named=True)
        said = (event.operation, event.operation, row["sheet"], row["row"], row["raw"], row["cells"])
        persons[event.person] = Told(*said)


def _take_in(persons: dict[int, Told], operation: int, details: dict[str, Any]) -> None:
    fields = frozenset(details["fields"])
    for ending, person, sheet, row, raw, cells in _rows(details["snapshot"]):
        if ending == NEW:
            persons[person] = Told(operation, operation, sheet, row, raw, cells)
        elif ending == KNOWN and person in persons:
            stand_anew(persons[person], (operation, sheet, row, raw, cells), fields)


def stand_anew(told: Told, row: tuple[int, str, int, str, str], fields: frozenset[str]) -> None:
    """A person stands in a newer file; what that file has no column for stays."""
    told.seen_in, told.sheet, told.row, raw, cells = row
    told.raw, told.cells = merged(told.raw, raw, fields), merged(told.cells, cells, fields)


def merged(before: str, after: str, fields: Collection[str]) -> str:
    """The values of a newer row, and of the older one what the newer file has no column for."""
    kept = {name: value for name, value in json.loads(before).items() if name not in fields}
    return canonical(kept | json.loads(after)) if kept else after


def _rows(sha256: str) -> Iterator[tuple[Any, ...]]:
    return snapshot(sha256).select("ending", "person", "sheet", "row", "raw", "cells").iter_rows()


def _apply(told: Told, event: Event) -> None:
    details = json.loads(event.details)
    if event.kind == "agreed":
        told.overrides.pop(event.field, None)
    elif event.kind == "changed" and event.source != "import":
        told.overrides[event.field] = {
            "value": event.new,
            "raw": details["raw"],
            "source": event.source,
            "event": event.seq,
        }
    elif event.kind == "undone" and "override" in details:
        told.overrides.pop(event.field, None)
        if details["override"] is not None:
            told.overrides[event.field] = details["override"]
