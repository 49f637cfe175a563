"""Who may stand in a register twice: pairs with the reasons per fact, those that were decided left out.

The pairs are found anew when a fact has changed since, and remembered until then; a commune takes a second.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.findings.notices import refused
from sosach.linkage.duplicates import duplicates
from sosach.linkage.facts import facts_of
from sosach.linkage.reasons import reasons
from sosach.store.accounts.selectors import commune
from sosach.store.log.following import BRINGING, Following
from sosach.store.log.models import Event
from sosach.store.log.selectors import undone_operations
from sosach.store.registers import selectors
from sosach.store.registers.cleaned import clean
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import register_named

APART = "two_persons"  # the event that keeps a pair apart
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one person."""

    a: int
    b: int
    verdict: str  # `same`, `review`, `twins`
    reasons: tuple[str, ...]


def pairs(register: str, on: date) -> Sequence[Pair]:
    """The pairs of a register, the likeliest first."""
    known = _FOUND.now()
    if (register, on) not in known:
        known[register, on] = _found(register, on)
    found = known[register, on]
    gone = set(Person.objects.filter(register=register, left__gt="").values_list("id", flat=True))
    return [one for one in found if one.a not in gone and one.b not in gone]


def pair(register: str, a: int, b: int, on: date) -> Pair:
    """A pair.

    Raises:
        Refused: the two are none.
    """
    wanted = (min(a, b), max(a, b))
    found = next((one for one in pairs(register, on) if (one.a, one.b) == wanted), None)
    if found is None:
        raise refused("pair_none")
    return found


def kept_apart(register: str) -> Mapping[tuple[int, int], int]:
    """The pairs that are known to be two persons, with the operation that said so."""
    undone = undone_operations()
    told = Event.objects.filter(kind=APART).values_list("operation", "details")
    said = ((operation, json.loads(details)) for operation, details in told if operation not in undone)
    return {(one["a"], one["b"]): operation for operation, one in said if one["register"] == register}


# They are found anew when a fact of anybody has changed, or somebody has said that two records are two persons.
_FOUND = Following[dict[tuple[str, date], Sequence[Pair]]](
    dict, lambda known, news: None if news.persons or news.tells_of(BRINGING | {APART}) else known
)


def _found(register: str, on: date) -> Sequence[Pair]:
    known = register_named(register)
    frame = selectors.frame(known)
    if frame.height < _FEWEST:
        return ()
    facts = facts_of(clean(frame, known, on, commune(on)))
    people = facts["index"].to_list()
    places = {person: place for place, person in enumerate(people)}
    apart = [(places[a], places[b]) for a, b in kept_apart(register) if a in places and b in places]
    decided = pl.DataFrame(apart, schema={"a": pl.UInt32, "b": pl.UInt32}, orient="row").with_columns(
        same=pl.lit(False)
    )
    told = duplicates(facts, decided=decided).pairs.filter(pl.col("ground").ne_missing("decided"))
    order = {"same": 0, "review": 1, "twins": 2}
    ranked = told.sort(pl.col("verdict").cast(pl.String).replace_strict(order), -pl.col("probability"), "a", "b")
    words = reasons(ranked, facts, facts)
    return tuple(
        Pair(min(people[a], people[b]), max(people[a], people[b]), verdict, tuple(said))
        for (a, b, verdict), said in zip(ranked.select("a", "b", "verdict").iter_rows(), words, strict=True)
    )


def proposals(register: str) -> list[Event]:
    """The merges of a register that wait for a second person, the oldest first; also one's own."""
    return [one for one in merge_proposals() if json.loads(one.details)["register"] == register]


def merge_proposals() -> list[Event]:
    """All merges that wait for a second person, the oldest first."""
    ended = Event.objects.filter(kind__in=("merge_chosen", "merge_declined")).values_list("details", flat=True)
    gone = {json.loads(details)["proposal"] for details in ended} | undone_operations()
    return [one for one in Event.objects.filter(kind="merge_proposed").order_by("seq") if one.seq not in gone]
