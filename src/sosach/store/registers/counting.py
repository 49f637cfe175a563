"""How many persons a register holds on a day, and how that came about: before + new - those who left = now.

Somebody is counted who came in by the day and has not left: not merged with another record, not moved, not deceased,
and of the children not sixteen yet. Both days are counted by what is known today, so the figures always add up; what a
report said at its time it has kept itself.
"""

from datetime import date

from django.db.models import Count, Q

from sosach.store.registers.models import Person

# Why somebody is not counted; the first that applies.
REASONS = ("merged", "deceased", "moved", "turned_sixteen")

_AGED_OUT = "aged_out"


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
    gone_before, gone_now = _reasons(before), _reasons(on)
    there_before, there_now = Q(entered_on__lte=before), Q(entered_on__lte=on)
    away_before, away_now = _any(gone_before), _any(gone_now)
    counts = {
        "before": Count("id", filter=there_before & ~away_before),
        "new": Count("id", filter=there_now & ~there_before & ~away_now),
        "persons": Count("id", filter=there_now & ~away_now),
        "records": Count("id", filter=there_now & ~gone_now["merged"]),
    }
    counted = there_before & ~away_before
    for reason in REASONS:
        counts[reason] = Count("id", filter=counted & gone_now[reason])
    told = Person.objects.filter(register=register).exclude(left="withdrawn").aggregate(**counts)
    return {name: int(told[name]) for name in ("before", "new", *REASONS, "persons", "records")}


def _reasons(on: date) -> dict[str, Q]:
    """Per reason, who is not counted because of it on a day."""
    known = Q(status_on__lte=on)
    first = {
        "merged": Q(left="merged", left_on__lte=on),
        "deceased": known & Q(status="deceased"),
        "moved": known & Q(status="moved"),
        "turned_sixteen": Q(sixteen_on__lte=on) | (known & Q(status=_AGED_OUT)),
    }
    earlier = Q(pk__in=[])
    reasons = {}
    for reason in REASONS:
        reasons[reason] = first[reason] & ~earlier
        earlier |= first[reason]
    return reasons


def _any(reasons: dict[str, Q]) -> Q:
    whole = Q(pk__in=[])
    for reason in reasons.values():
        whole |= reason
    return whole
