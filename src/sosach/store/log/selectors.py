"""What is read from the log."""

from collections.abc import Iterator, Mapping
from typing import Any

from sosach.store.log.chain import SAID, START, Fault, walk, written_time
from sosach.store.log.models import Event


def head() -> tuple[int, str]:
    """Number and hash of the last event: what papers and backups carry."""
    last = Event.objects.order_by("-seq").values_list("seq", "hash").first()
    return last or (0, START)


def last_change(person: int) -> Event | None:
    """The last event about a person."""
    return Event.objects.filter(person=person).order_by("-seq").first()


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
