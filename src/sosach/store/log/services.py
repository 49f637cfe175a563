"""How an event is written. Call within `writing()`: then event and change are one transaction, and numbers have no gap.

act = Act(actor=actor, on=on, source="decision", evidence="Giấy khai sinh số 12/2015", reason="Gõ nhầm")
operation = begin("decision", act)
operation.record(Change(kind="changed", person=17, field="sex", old="male", new="female"))
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sosach.store.log.act import Act, Change
from sosach.store.log.chain import canonical, link, written_time
from sosach.store.log.models import Event
from sosach.store.log.selectors import head


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that is being done; its number is what `undo` takes."""

    number: int
    act: Act

    def next_event(self) -> int:
        """The number that the next event will get."""
        return head()[0] + 1

    def record(self, *changes: Change) -> None:
        """Adds events to the end of the log."""
        _append(self.act, self.number, changes)


def begin(kind: str, act: Act, **details: Any) -> Operation:
    """Starts an operation with the event that heads it."""
    number = head()[0] + 1
    _append(act, number, [Change(kind=kind, details=details)])
    return Operation(number, act)


def _append(act: Act, operation: int, changes: Iterable[Change]) -> None:
    last, previous = head()
    recorded = datetime.now(UTC)  # the only look at the clock, for the log alone
    events = []
    for number, change in enumerate(changes, last + 1):
        said = _said(act, change) | {"seq": number, "operation": operation}
        texts = {"on": act.on.isoformat(), "recorded_at": written_time(recorded)}
        own = link(previous, said | texts)
        events.append(Event(**said, on=act.on, recorded_at=recorded, previous=previous, hash=own))
        previous = own
    Event.objects.bulk_create(events, batch_size=1000)


def _said(act: Act, change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "person": change.person,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "source": act.source,
        "evidence": change.evidence or act.evidence,
        "reason": act.reason,
        "actor": act.actor.name,
        "role": act.actor.role,
        "details": canonical(dict(change.details)),
    }
