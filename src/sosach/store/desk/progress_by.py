"""How many persons of whom something was found are finished, in hand, and not looked at: by hamlet; no persons in it.

Sums that hold in every row: found = settled + in hand + untouched.
"""

from dataclasses import dataclass

from django.db.models import Count, Q

from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import may
from sosach.store.findings.models import Finding, State
from sosach.store.log.act import Actor


@dataclass(frozen=True, slots=True)
class Share:
    """The persons of one hamlet."""

    name: str  # empty: none stands there
    found: int
    settled: int
    in_hand: int  # somebody else has to answer
    untouched: int


def by_hamlet(register: str, actor: Actor) -> list[Share]:
    """The hamlets that an actor may see persons of, those with the most left first."""
    open_ones = Q(state=State.OPEN)
    told = (
        Finding.objects.filter(register=register, person__left="")
        .values("person__hamlet")
        .annotate(
            found=Count("person", distinct=True),
            left=Count("person", distinct=True, filter=open_ones | Q(state=State.WAITING)),
            untouched=Count("person", distinct=True, filter=open_ones),
        )
        .order_by("person__hamlet")
    )
    shares = [
        Share(
            one["person__hamlet"] or "",
            one["found"],
            one["found"] - one["left"],
            one["left"] - one["untouched"],
            one["untouched"],
        )
        for one in told
        if may(actor, Right.SEE, one["person__hamlet"])
    ]
    return sorted(shares, key=lambda share: (share.settled - share.found, share.name))
