"""How often names are borne, and by whom: what is rare tells more, and a name may hint at the sex.

Counted in a public set of class lists (40,496 persons); an aid, not a fact about anybody. A name never decides the sex
of a person (men are called Thị, Anh is anybody's): it only asks for a second look, and only when the numbers are clear.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from sosach.refdata._table import table

# Below this many bearers a part of a name says nothing about the sex.
ENOUGH = 30

# Evidence is weakened by this many standard errors before it counts, so that few bearers never look like certainty.
_DOUBT = 1.645

_SMOOTHING = 0.5


@dataclass(frozen=True, slots=True)
class Frequency:
    """How many men and women bear a name."""

    name: str  # capitalised
    male: int
    female: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.male + self.female


def family_names() -> tuple[Frequency, ...]:
    """The family names, the most frequent first."""
    return tuple(_frequencies("family_names").values())


def middle_names() -> tuple[Frequency, ...]:
    """Whole middle names (“Thị Thu”), the most frequent first; an empty one stands for the people without."""
    return tuple(_frequencies("middle_names").values())


def given_names() -> tuple[Frequency, ...]:
    """The given names, the most frequent first."""
    return tuple(_frequencies("given_names").values())


def family_share(name: str) -> float:
    """The share of people with this family name, smoothed: never zero."""
    return _share(name, "family_names")


def middle_share(name: str) -> float:
    """The share of people with this whole middle name, smoothed: never zero."""
    return _share(name, "middle_names")


def given_share(name: str) -> float:
    """The share of people with this given name, smoothed: never zero."""
    return _share(name, "given_names")


@lru_cache(maxsize=100_000)
def female_share(middle: str, given: str) -> float | None:
    """The estimated share of women among people of this middle and given name; None when too little is known.

    The two parts are taken as independent witnesses, each weakened by its own uncertainty. So a share of 0.99 and more
    (or 0.01 and less) needs many bearers of at least one part, and no part that speaks clearly against it.

    Args:
        middle: the whole middle name, capitalised; `""` without one.
        given: the given name, capitalised.
    """
    parts = (_middle(middle), _frequencies("given_names").get(given, _NOBODY))
    told = [_evidence(part) for part in parts if part.total >= ENOUGH]
    return 1 / (1 + math.exp(-sum(told))) if told else None


_NOBODY = Frequency("", 0, 0)


@cache
def _frequencies(name: str) -> Mapping[str, Frequency]:
    rows = table(name).rows
    return MappingProxyType({word: Frequency(word, int(male), int(female)) for word, male, female in rows})


def _share(name: str, among: str) -> float:
    """A name that nobody bore counts as half a bearer."""
    bearers = _frequencies(among).get(name, _NOBODY).total
    return (bearers + _SMOOTHING) / (_everybody(among) + _SMOOTHING * (len(_frequencies(among)) + 1))


@cache
def _everybody(among: str) -> int:
    return sum(frequency.total for frequency in _frequencies(among).values())


def _middle(middle: str) -> Frequency:
    """The bearers of the middle name; of its first word when the whole is too rare (“Thị” in “Thị Thanh Tân”)."""
    if not middle:  # that there is none says nothing of the kind
        return _NOBODY
    known = _frequencies("middle_names")
    whole = known.get(middle, _NOBODY)
    return whole if whole.total >= ENOUGH else known.get(middle.partition(" ")[0], _NOBODY)


def _evidence(part: Frequency) -> float:
    """The logarithm of how much likelier a woman bears the name than a man, drawn to nothing by its uncertainty."""
    women, men = part.female + _SMOOTHING, part.male + _SMOOTHING
    told = math.log(women / men)
    doubt = _DOUBT * math.sqrt(1 / women + 1 / men)
    return math.copysign(max(abs(told) - doubt, 0.0), told)
