"""A later export of the national software compared with what was uploaded: what it took, what it did not."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from sosach.text.folding import letters_key

Person = int | str
Facts = Mapping[str, str | None]  # cleaned values by field


class Taken(StrEnum):
    """What the national software made of an uploaded fact."""

    ACCEPTED = "accepted"
    MISSING = "missing"  # the old value still stands, or nothing, or the person is not there
    DIFFERENT = "different"  # something else stands


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A fact that was uploaded; cleaned values."""

    person: Person
    field: str
    old: str | None
    new: str | None
    change: str


@dataclass(frozen=True, slots=True)
class Compared:
    """An uploaded fact beside what stands in the later export."""

    uploaded: Uploaded
    taken: Taken
    now: str | None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The outcome of a comparison."""

    facts: tuple[Compared, ...]

    def persons(self) -> Mapping[Taken, int]:
        """How many persons: each counts once, where one fact is different as different, else where one is missing."""
        found: dict[Person, set[Taken]] = defaultdict(set)
        for fact in self.facts:
            found[fact.uploaded.person].add(fact.taken)
        counted = Counter(
            next(taken for taken in (Taken.DIFFERENT, Taken.MISSING, Taken.ACCEPTED) if taken in told)
            for told in found.values()
        )
        return {taken: counted[taken] for taken in Taken}

    def counts(self) -> Mapping[Taken, int]:
        """How many facts."""
        counted = Counter(fact.taken for fact in self.facts)
        return {taken: counted[taken] for taken in Taken}

    @property
    def complete(self) -> bool:
        """Whether everything was accepted."""
        return all(fact.taken is Taken.ACCEPTED for fact in self.facts)


def confirmed(uploaded: Sequence[Uploaded], later: Mapping[Person, Facts]) -> Confirmation:
    """Compares every uploaded fact.

    Args:
        uploaded: of one fact the last upload only.
        later: the persons of the later export with their facts; who is not in it is left out.
    """
    same = _same(uploaded, later)
    return Confirmation(tuple(_compared(one, later.get(one.person), same) for one in uploaded))


def _compared(one: Uploaded, facts: Facts | None, same: Mapping[str, str]) -> Compared:
    now = facts.get(one.field) if facts is not None else None
    if facts is not None and _key(now, one.field, same) == _key(one.new, one.field, same):
        return Compared(one, Taken.ACCEPTED, now)
    unchanged = now is None or _key(now, one.field, same) == _key(one.old, one.field, same)
    return Compared(one, Taken.MISSING if unchanged else Taken.DIFFERENT, now)


def _key(value: str | None, field: str, same: Mapping[str, str]) -> str | None:
    return same.get(value, value) if value is not None and field.endswith("name") else value


def _same(uploaded: Sequence[Uploaded], later: Mapping[Person, Facts]) -> Mapping[str, str]:
    """Names by what is no difference of spelling: capitals, and where the tone stands."""
    names = {value for one in uploaded if one.field.endswith("name") for value in (one.old, one.new) if value}
    names |= {
        value for one in uploaded if one.field.endswith("name") and (value := later.get(one.person, {}).get(one.field))
    }
    distinct = pl.Series("name", sorted(names), dtype=pl.String)
    return dict(zip(distinct, distinct.to_frame().select(letters_key(pl.col("name"))).to_series(), strict=True))
