"""Categories of monthly social assistance as dated sets: Decree 20/2021/NĐ-CP with its amendments, and what follows it.

A set is a table of its own. Decree 335/2026/NĐ-CP (in force from 5 October 2026) has an empty one, because its text was
not seen; an official who has it fills it in, and nothing else has to change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from sosach.refdata._table import table, yes

SETS = ("benefits_20_2021", "benefits_335_2026")

DEGREES = {"very_severe": "đặc biệt nặng", "severe": "nặng", "mild": "nhẹ"}

_ANY = "*"


@dataclass(frozen=True, slots=True)
class Benefit:
    """A category of assistance."""

    key: str  # "5.6"; "5.1.b" with its point; "pension"
    label: str
    article: str
    age_from: int | None  # full years from which it is given
    age_below: int | None  # full years below which it is given
    degrees: tuple[str, ...]  # keys of DEGREES of which one is asked for; empty: no disability is asked for
    paid_to_carer: bool  # the household or person who cares draws it, and it is no benefit of the cared-for
    together: tuple[str, ...]  # keys, or beginnings of keys, that may lawfully be drawn as well; * any
    valid_from: date
    valid_to: date | None  # the last day
    sensitive: bool  # the name of the category tells of a disease
    verified: bool  # whether the text of the rule was seen

    def valid(self, on: date) -> bool:
        """Whether it was still given on that day; one that begins later counts: files may be newer than the day."""
        return self.valid_to is None or on <= self.valid_to


@dataclass(frozen=True, slots=True)
class Wording:
    """How offices write a category, and what this wording says beyond it."""

    text: str
    key: str
    age_from: int | None
    age_below: int | None
    degree: str | None  # key of DEGREES


@cache
def benefits() -> Mapping[str, Benefit]:
    """All categories of all sets by key.

    Raises:
        ValueError: a key stands twice.
    """
    found: dict[str, Benefit] = {}
    for name in SETS:
        for benefit in map(_benefit, table(name).records()):
            if benefit.key in found:
                raise ValueError(f"{name}: the key {benefit.key} stands twice")
            found[benefit.key] = benefit
    return MappingProxyType(found)


def _benefit(record: dict[str, str]) -> Benefit:
    return Benefit(
        key=record["key"],
        label=record["label"],
        article=record["article"],
        age_from=_number(record["age_from"]),
        age_below=_number(record["age_below"]),
        degrees=tuple(record["degrees"].split()),
        paid_to_carer=record["payee"] == "carer",
        together=tuple(record["together"].split()),
        valid_from=date.fromisoformat(record["valid_from"]),
        valid_to=date.fromisoformat(record["valid_to"]) if record["valid_to"] else None,
        sensitive=yes(record["sensitive"]),
        verified=yes(record["verified"]),
    )


def _number(value: str) -> int | None:
    return int(value) if value else None


@cache
def wordings() -> tuple[Wording, ...]:
    """All known wordings; the label of a category is one of them.

    A wording without limits of its own has those of its category.
    """
    own = [
        Wording(r["wording"], r["key"], _number(r["age_from"]), _number(r["age_below"]), r["degree"] or None)
        for r in table("benefit_wordings").records()
    ]
    written = {(wording.text, wording.key) for wording in own}
    labels = [Wording(b.label, b.key, None, None, None) for b in benefits().values() if (b.label, b.key) not in written]
    return tuple(own + labels)


@cache
def category_labels() -> Mapping[str, str]:
    """The printed label of every key."""
    return MappingProxyType({key: benefit.label for key, benefit in benefits().items()})


@cache
def lawful_pairs() -> frozenset[tuple[str, str]]:
    """The pairs of categories that one person may draw at once, each in both orders (Decree 20/2021 Art. 6(2))."""
    keys = benefits()
    return frozenset((a, b) for a in keys for b in keys if a != b and _together(keys[a], keys[b]))


def _together(one: Benefit, other: Benefit) -> bool:
    return _allows(one, other.key) or _allows(other, one.key)


def _allows(benefit: Benefit, key: str) -> bool:
    return any(given in (_ANY, key) or key.startswith(f"{given}.") for given in benefit.together)
