"""How many persons a register holds on a day, and how that came about: before + new - those who left = now.

Somebody is counted who came in by the day and has not left: not merged with another record, not moved, not deceased,
and of the children not sixteen yet. Both days are counted by what is known today, so the figures always add up; what a
report said at its time it has kept itself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from django.db.models import Count, Q, QuerySet

from sosach.store.log.following import BRINGING, until
from sosach.store.registers.models import Person

# Why somebody is not counted; the first that applies.
REASONS = ("merged", "deceased", "moved", "turned_sixteen")


def movement(register: str, before: date, on: date) -> dict[str, int]:
    """The persons of a register on two days, and what lies between.

    Args:
        register: its name.
        before: the earlier day.
        on: the later day.

    Returns:
        `before` + `new` - `merged` - `deceased` - `moved` - `turned_sixteen` = `persons`; and `records`, which counts
        those who have left as well, but for merged ones.
    """
    return movements(register, [before, on])[0]


def movements(register: str, days: Sequence[date]) -> list[dict[str, int]]:
    """What lies between each of some days and the next one, as `movement` tells it.

    Args:
        register: its name.
        days: in their order, at least two.
    """
    persons = Person.objects.filter(register=register, left__in=("", "merged"))
    came = _came(register)
    return [
        _between(
            persons, before, on, {day: sum(n for entry, n in came.items() if entry <= day) for day in (before, on)}
        )
        for before, on in pairwise(days)
    ]


@until(BRINGING)
def _came(register: str) -> Mapping[date, int]:
    """How many came in on which day, merged ones too."""
    persons = Person.objects.filter(register=register, left__in=("", "merged"))
    came: Counter[date] = Counter()
    for _, entry, count in persons.order_by().values_list("left", "entered_on").annotate(count=Count("id")):
        came[entry] += count  # grouped as the index has them
    return came


def _between(persons: QuerySet[Person], before: date, on: date, came: Mapping[date, int]) -> dict[str, int]:
    gone = {reason: _gone(persons, reason, before, on) for reason in REASONS}
    told = {
        "before": came[before] - sum(one["before"] for one in gone.values()),
        "new": came[on] - came[before] - sum(one["new"] for one in gone.values()),
        **{reason: gone[reason]["lately"] for reason in REASONS},
        "persons": came[on] - sum(one["now"] for one in gone.values()),
        "records": came[on] - gone["merged"]["now"],
    }
    return {name: int(count) for name, count in told.items()}


def _gone(persons: QuerySet[Person], reason: str, before: date, on: date) -> dict[str, int]:
    """Who is not counted for a reason: on the earlier day, on the later one, on that day only, and of the new ones.

    The reason itself is looked up by an index; few have left, however many there are.
    """
    there_before, there_now = Q(entered_on__lte=before), Q(entered_on__lte=on)
    now, counted_before = _left(reason, on), ~_any(before)
    counts = {
        "before": Count("id", filter=there_before & _left(reason, before)),
        "now": Count("id", filter=there_now & now),
        "lately": Count("id", filter=there_before & counted_before & now),
        "new": Count("id", filter=there_now & ~there_before & now),
    }
    return persons.filter(_first(reason, on)).aggregate(**counts)


def _first(reason: str, on: date) -> Q:
    """Whom a reason concerns, whatever stands before it."""
    if reason == "merged":
        return Q(left="merged", left_on__lte=on)
    if reason == "turned_sixteen":
        return Q(sixteen_on__lte=on)
    return Q(status=reason, status_on__lte=on)


def _left(reason: str, on: date) -> Q:
    """Whom a reason concerns and none before it."""
    whole = _first(reason, on)
    for earlier in REASONS[: REASONS.index(reason)]:
        whole &= ~_first(earlier, on)
    return whole


def _any(on: date) -> Q:
    whole = _first(REASONS[0], on)
    for reason in REASONS[1:]:
        whole |= _first(reason, on)
    return whole
