"""How many persons of whom something was found are finished, in hand, and not looked at: by hamlet; no persons in it.

Sums that hold in every row: found = settled + in hand + untouched.
"""

from dataclasses import dataclass

import polars as pl

from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import may
from sosach.store.findings.models import State
from sosach.store.findings.overview import OPEN, overview
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
    is_open = pl.col("state") == State.OPEN.value
    told = (
        overview(register)
        .group_by("hamlet")
        .agg(
            found=pl.col("person").n_unique(),
            left=pl.col("person").filter(OPEN).n_unique(),
            untouched=pl.col("person").filter(is_open).n_unique(),
        )
    )
    shares = [
        Share(
            one["hamlet"] or "",
            one["found"],
            one["found"] - one["left"],
            one["left"] - one["untouched"],
            one["untouched"],
        )
        for one in told.iter_rows(named=True)
        if may(actor, Right.SEE, one["hamlet"])
    ]
    return sorted(shares, key=lambda share: (share.settled - share.found, share.name))
