"""What was read once is brought up to date by what the log says since, instead of being read anew for every page.

Every change of the tables is part of an operation, and every operation begins with an event; so the number of the last
event tells whether something read before still holds, and its hash that it was read from this very log.
"""

import json
from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import wraps
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

from django.conf import settings
from django.db import connection

from sosach.store.log.models import Event
from sosach.store.log.selectors import head

T = TypeVar("T")
P = ParamSpec("P")

# Operations that bring persons in or take them out, many at a time, some of them without an event of their own.
BRINGING = frozenset({"import", "row_answer", "visits_answer", "met_answer"})

MOST = 2_000  # events that are followed one by one; after more of them everything is read anew


@dataclass(frozen=True, slots=True)
class News:
    """What has happened since."""

    operations: tuple[tuple[int, str], ...]  # number and kind; of an `undo` the kind of what was undone
    persons: frozenset[int]  # whom an event names

    def tells_of(self, kinds: Container[str]) -> bool:
        """Whether there is an operation of certain kinds, or one that undoes such a one."""
        return any(kind in kinds for _, kind in self.operations)


class Following(Generic[T]):
    """Something read from the database, as it is at this moment; one for the whole process, whatever the thread."""

    def __init__(self, read: Callable[[], T], renew: Callable[[T, News], T | None]) -> None:
        """Reads nothing yet.

        Args:
            read: reads it.
            renew: brings it up to date; None where it must be read anew. What it was given it leaves as it is.
        """
        self._read, self._renew, self._lock = read, renew, Lock()
        self._home = ""
        self._mark = (0, "")
        self._known: T | None = None

    def now(self) -> T:
        """As the last operation has left it; within a transaction as that has left it so far, which is not kept."""
        if connection.in_atomic_block:
            return self._read()
        with self._lock:
            mark = head()  # before anything else is read: what follows is at least as new
            known = self._brought_up(mark)
            if known is None:
                known = self._read()
            self._home, self._mark, self._known = str(settings.SOSACH_HOME), mark, known
            return known

    def _brought_up(self, mark: tuple[int, str]) -> T | None:
        if self._known is None or self._home != str(settings.SOSACH_HOME):
            return None
        if mark == self._mark:
            return self._known
        told = news(*self._mark)
        return None if told is None else self._renew(self._known, told)


def until(kinds: Container[str]) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """What a function has answered is answered again until an operation of certain kinds, or the undoing of one.

    Args:
        kinds: of all operations that can change the answer.
    """

    def remembering(asked: Callable[P, T]) -> Callable[P, T]:
        answers = Following[dict[object, T]](dict, lambda known, told: None if told.tells_of(kinds) else known)

        @wraps(asked)
        def remembered(*args: P.args, **named: P.kwargs) -> T:
            known = answers.now()
            key = (args, tuple(sorted(named.items())))
            if key not in known:
                known[key] = asked(*args, **named)
            return known[key]

        return remembered

    return remembering


def news(seq: int, known_hash: str) -> News | None:
    """What the log says since an event; None: too much, or it is another log.

    Args:
        seq: number of the event.
        known_hash: its hash.
    """
    columns = ("seq", "hash", "operation", "kind", "person", "details")
    rows = list(Event.objects.filter(seq__gte=seq).order_by("seq").values_list(*columns)[: MOST + 2])
    if not rows or rows[0][:2] != (seq, known_hash) or len(rows) > MOST + 1:
        return None
    heads = tuple(
        (number, _kind(kind, details)) for number, _, operation, kind, _, details in rows[1:] if number == operation
    )
    return News(heads, frozenset(person for *_, person, _ in rows[1:] if person is not None))


def _kind(kind: str, details: str) -> str:
    return str(json.loads(details)["undone"]) if kind == "undo" else kind
