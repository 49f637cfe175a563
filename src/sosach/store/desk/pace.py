"""How the work went, day by day: persons of whom something was found, and those all of whose findings are settled."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

import polars as pl

from sosach.campaign.forecast import Progress
from sosach.store.desk.going_back import GoingBack, going_back
from sosach.store.findings.overview import OPEN, overview
from sosach.store.log.models import Event

_CHUNK = 900


@dataclass(frozen=True, slots=True)
class Work:
    """How far a register is."""

    days: tuple[
        Progress, ...
    ]  # on which something happened, and the day that is looked at; none where nothing is wrong
    back: GoingBack

    @property
    def found(self) -> int:
        """Persons of whom something was found."""
        return self.days[-1].total if self.days else 0

    @property
    def open(self) -> int:
        """Those of them who are not finished."""
        return self.found - self.days[-1].done if self.days else 0


def work_on(register: str, on: date) -> Work:
    """How far a register is at the end of a day."""
    return Work(tuple(_days(register, on)), going_back(register, on))


def _days(register: str, on: date) -> list[Progress]:
    found, done = Counter[date](), Counter[date]()
    for first, last, still, persons in _persons(register):
        if first <= on:
            found[first] += persons
            if not still:
                done[max(first, last)] += persons
    if not found:
        return []
    days = sorted({day for day in (*found, *done) if day <= on} | {on})
    totals = accumulate(found[day] for day in days)
    finished = accumulate(done[day] for day in days)
    return [Progress(day, ready, total) for day, ready, total in zip(days, finished, totals, strict=True)]


def _persons(register: str) -> list[tuple[date, date, bool, int]]:
    """First day of a finding, day of the last step, whether one is open, and how many persons that is true of."""
    people = (
        overview(register)
        .group_by("person")
        .agg(
            pl.col("opened_on").min().alias("first"),
            pl.col("changed_by").max().alias("last"),
            OPEN.any().alias("still"),
        )
    )
    rows = people.group_by("first", "last", "still").len().rows()
    days = _days_of({last for _, last, _, _ in rows})
    return [(first, days[last], still, count) for first, last, still, count in rows]


def _days_of(operations: Collection[int]) -> dict[int, date]:
    """The day of each operation."""
    whole = sorted(operations)
    found: dict[int, date] = {}
    for start in range(0, len(whole), _CHUNK):
        found.update(Event.objects.filter(seq__in=whole[start : start + _CHUNK]).values_list("seq", "on"))
    return found
