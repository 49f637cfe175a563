"""The hash chain: SHA-256 over the hash before and the event's canonical JSON.

Canonical means sorted keys, no spaces, letters as they are in composed form (RFC 8785 in spirit; there are no floating
numbers in events). Whoever changes, removes or inserts an event breaks the chain at that place; whoever makes it anew
to its end has another head than the one printed on the papers.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

START = "0" * 64  # stands before the first event

# Everything that an event says, in the names of its columns.
SAID = (
    "seq",
    "operation",
    "kind",
    "person",
    "field",
    "old",
    "new",
    "source",
    "evidence",
    "reason",
    "actor",
    "role",
    "on",
    "recorded_at",
    "details",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the chain breaks."""

    seq: int  # the first event that does not fit
    why: str  # `missing`, `altered` or `cut` (the head is not the one that was printed)


def canonical(value: object) -> str:
    """The one way of writing a value as JSON."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def written_time(moment: datetime) -> str:
    """A moment as the chain writes it, to the microsecond, in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def link(previous: str, said: Mapping[str, Any]) -> str:
    """The hash of an event.

    Args:
        previous: hash of the event before.
        said: the columns `SAID`; `on` and `recorded_at` as ISO texts.
    """
    text = f"{previous}\n{canonical({name: said[name] for name in SAID})}"
    return hashlib.sha256(text.encode()).hexdigest()


def walk(events: Iterable[Mapping[str, Any]]) -> Fault | None:
    """The first fault of a chain from its first event on, or None.

    Args:
        events: in order of `seq`, with `SAID`, `previous` and `hash`.
    """
    previous, expected = START, 1
    for event in events:
        if event["seq"] != expected:
            return Fault(expected, "missing")
        if event["previous"] != previous or event["hash"] != link(previous, event):
            return Fault(expected, "altered")
        previous, expected = event["hash"], expected + 1
    return None
