"""What is read from the log."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sosach.findings.notices import refused
from sosach.store.log.chain import SAID, START, Fault, walk, written_time
from sosach.store.log.models import Event

_CHUNK = 900


def head() -> tuple[int, str]:
    """Number and hash of the last event: what papers and backups carry."""
    last = Event.objects.order_by("-seq").values_list("seq", "hash").first()
    return last or (0, START)


def last_change(person: int) -> Event | None:
    """The last event about a person."""
    return Event.objects.filter(person=person).order_by("-seq").first()


def head_of(operation: int) -> Event:
    """The event that heads an operation.

    Raises:
        Refused: there is no such operation.
    """
    found = Event.objects.filter(seq=operation, operation=operation).first()
    if found is None:
        raise refused("operation_none", value=operation)
    return found


def undone_operations() -> set[int]:
    """The operations that were undone."""
    told = Event.objects.filter(kind="undo").values_list("details", flat=True)
    return {int(json.loads(details)["operation"]) for details in told}


def later_changes(events: Sequence[Event]) -> Iterator[Event]:
    """What has happened to the same fields of the same persons after some events, but for what was undone.

    In the order of the events, whatever follows each of them by its number.
    """
    if not events:
        return
    gone = undone_operations()
    told: dict[tuple[int | None, str], list[Event]] = defaultdict(list)
    persons, first = sorted({one.person for one in events if one.person is not None}), min(one.seq for one in events)
    for start in range(0, len(persons), _CHUNK):
        of = Event.objects.filter(person__in=persons[start : start + _CHUNK], kind__in=("changed", "agreed"))
        for later in of.filter(seq__gt=first).order_by("seq"):
            if later.operation not in gone:
                told[later.person, later.field].append(later)
    for event in events:
        yield from (later for later in told[event.person, event.field] if later.seq > event.seq)


def first_fault(printed: str | None = None) -> Fault | None:
    """Walks the whole chain.

    Args:
        printed: a hash (or its first digits) that stands on a paper; it must be one of the chain.
    """
    fault = walk(_written())
    if fault or not printed:
        return fault
    known = Event.objects.filter(hash__startswith=printed.lower()).exists()
    return None if known else Fault(head()[0] + 1, "cut")


def _written() -> Iterator[Mapping[str, Any]]:
    for event in Event.objects.order_by("seq").values(*SAID, "previous", "hash").iterator(chunk_size=5000):
        yield event | {"on": event["on"].isoformat(), "recorded_at": written_time(event["recorded_at"])}
