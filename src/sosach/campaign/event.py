"""One date of a campaign: what happens, who does it, and why it does not lie where the plan put it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class EventKind(StrEnum):
    """What happens; within a day in this order."""

    PHASE_START = "phase_start"
    POLICE_RETURN = "police_return"
    POLICE_SEND = "police_send"
    UPDATE_DUE = "update_due"
    WEEKLY_REPORT = "weekly_report"
    MONTHLY_REPORT = "monthly_report"
    FINAL_REPORT = "final_report"
    PHASE_END = "phase_end"


@dataclass(frozen=True, slots=True)
class Event:
    """A date that the plan implies."""

    key: str  # the same however often the event is moved
    day: date
    kind: EventKind
    title: str
    register: str | None = None
    organisation: str | None = None  # key of the one that acts
    hour: time | None = None  # before which it is to be done
    moved_from: date | None = None  # the day that the plan means, where offices are closed on it or it was extended
    note: str | None = None  # why it was moved
    words: str | None = None  # the plan's own, where it can be read in more than one way


def in_order(events: list[Event]) -> tuple[Event, ...]:
    """The events by day, and within a day by what happens."""
    kinds = list(EventKind)
    return tuple(sorted(events, key=lambda e: (e.day, kinds.index(e.kind), e.register or "", e.key)))
