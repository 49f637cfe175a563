"""What people have decided about pairs, and where those pairs stand in the lists at hand.

A decision knows its two persons by keys (`linkage.person_key`), so it holds in the next export too. One that fits no
pair any more is given back, to be told and not to be lost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from sosach.linkage.person_key import NOBODY, found_again, key_parts, parts_of


class Ruling(StrEnum):
    """What was decided."""

    ONE = "one"  # one person
    TWO = "two"  # two persons
    OPEN = "open"  # looked at, and still not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided of one pair."""

    one: str  # key of the person on the left, or of either within a register
    other: str
    ruling: Ruling
    note: str = ""
    about: str = ""  # the two persons in words, as they stood when it was decided

    @property
    def pair(self) -> frozenset[str]:
        """The pair, whichever of the two comes first."""
        return frozenset((self.one, self.other))


@dataclass(frozen=True, slots=True)
class Placed:
    """Decisions where they belong."""

    places: Sequence[tuple[int, int] | None]  # by decision: positions of the two; None: it fits no pair any more
    settled: pl.DataFrame  # `left`, `right` (positions) and `same`: for `links.linked`; `a`, `b` for `duplicates`


def together(old: Iterable[Decision], new: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions in force: a later one on the same pair replaces the earlier one."""
    kept = {decision.pair: decision for decision in old}
    for decision in new:
        kept[decision.pair] = decision
    return tuple(kept.values())


def placed(decisions: Sequence[Decision], left: pl.DataFrame, right: pl.DataFrame | None = None) -> Placed:
    """Where the pairs stand.

    Args:
        decisions: in force (`together`).
        left: facts of the left register (`linkage.facts`).
        right: of the right one; None for pairs within one register.
    """
    names = ("left", "right") if right is not None else ("a", "b")
    places: Places = []
    if decisions:
        one, other = _found(decisions, left, right)
        pairs = map(_pair if right is not None else _pair_within, one, other)
        places = _without_rivals(list(pairs), decisions, one_each=right is not None)
    rows = [
        (*pair, decision.ruling is Ruling.ONE)
        for pair, decision in zip(places, decisions, strict=True)
        if pair is not None and decision.ruling is not Ruling.OPEN
    ]
    schema = {names[0]: pl.UInt32, names[1]: pl.UInt32, "same": pl.Boolean}
    return Placed(places, pl.DataFrame(rows, schema=schema, orient="row"))


Found = list[tuple[int, ...]]
Places = list[tuple[int, int] | None]


def _found(decisions: Sequence[Decision], left: pl.DataFrame, right: pl.DataFrame | None) -> tuple[Found, Found]:
    """The rows that fit the persons of every decision."""
    ours = key_parts(left)
    theirs = ours if right is None else key_parts(right)
    one = found_again([parts_of(d.one) or NOBODY for d in decisions], ours)
    other = found_again([parts_of(d.other) or NOBODY for d in decisions], theirs)
    return one, other


def _pair(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, int] | None:
    return (one[0], other[0]) if len(one) == len(other) == 1 else None


def _pair_within(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, int] | None:
    """One person on two rows fits both of them with either key."""
    rows = sorted({*one, *other})
    if not one or not other or len(rows) != 2:
        return None
    return rows[0], rows[1]


def _without_rivals(pairs: list[tuple[int, int] | None], decisions: Sequence[Decision], *, one_each: bool) -> Places:
    """Of decisions about one pair the latest holds; so it does where two persons are taken for one and the same."""
    taken: set[tuple[str, int] | tuple[int, int]] = set()
    held: list[tuple[int, int] | None] = []
    for pair, decision in zip(reversed(pairs), reversed(decisions), strict=True):
        claims: set[tuple[str, int] | tuple[int, int]] = {pair} if pair else set()
        if pair and one_each and decision.ruling is Ruling.ONE:
            claims |= {("left", pair[0]), ("right", pair[1])}
        held.append(None if claims & taken else pair)
        taken |= claims
    return held[::-1]
