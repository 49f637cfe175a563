"""What one word may mean as the name of an ethnic group: the group's own name, an old name, a slip, a country.

Names with their marks come first, names of groups before names of old lists, and a country only where no group is named
so: Lào and Thái are groups, Thái Lan is a country.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import polars as pl
from rapidfuzz.distance import OSA

from sosach.people.nationality import countries_by_letters, countries_without_marks
from sosach.people.written import keys
from sosach.refdata.ethnicities import FOREIGNER, UNDETERMINED, Spelling, contested, spellings
from sosach.text.folding import search_key

# A shorter word without marks, or with wrong ones, may be anything: “Ma”, “Lu”.
_LEAST = 3

# One letter more or less makes another word of a shorter name: only a letter typed twice is a slip of Dao or Hoa.
_LEAST_FOR_SLIPS = 4

# Words that say there is nothing, one letter from the name of a group (Kháng).
_NOTHING = frozenset({"khong"})

_Index = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word means."""

    codes: tuple[str, ...] = ()  # several: it may be any of these groups
    also: tuple[str, ...] = ()  # groups that old lists call so besides
    slip: bool = False  # understood, but written wrongly
    country: bool = False


def meaning(letters: str, bare: str) -> Meaning | None:
    """The meaning of a word by its letters with marks and without; None when it has none."""
    return _with_marks(letters) or _begun(bare) or _without_marks(letters, bare)


def _with_marks(letters: str) -> Meaning | None:
    if letters in _contested():
        return Meaning(_contested()[letters])
    if codes := _official().get(letters):
        return Meaning(codes, also=_old().get(letters, ()))
    if codes := _old().get(letters):
        return Meaning(codes)
    return Meaning(country=True) if letters in countries_by_letters() else None


def _begun(bare: str) -> Meaning | None:
    """The first word of several names: La (Chí, Ha, Hủ), Sán (Chay, Dìu)."""
    codes = started(bare)
    return Meaning(codes) if len(codes) > 1 else None


def _without_marks(letters: str, bare: str) -> Meaning | None:
    if len(bare) < _LEAST:
        return None
    wrong = letters != bare
    codes = _official_bare().get(bare, ())
    if wrong or not codes:
        codes = tuple(dict.fromkeys((*codes, *_old_bare().get(bare, ()))))
    country = bare in countries_without_marks()
    if codes:
        return None if country and not _official_bare().get(bare) else Meaning(codes, slip=wrong)
    return Meaning(country=True) if country else None


def slips(bare: str) -> tuple[str, ...]:
    """The groups whose name becomes this word by one slip: a letter more, less, other, or two swapped.

    A short name is offered beside others, but only a letter typed twice makes it the only one.
    """
    if len(bare) < _LEAST or bare in _NOTHING:
        return ()
    near = {name: codes for name, codes in _official_bare().items() if OSA.distance(bare, name, score_cutoff=1) == 1}
    found = tuple(dict.fromkeys(code for codes in near.values() for code in codes))
    if len(found) > 1 or any(len(name) >= _LEAST_FOR_SLIPS or _doubled(bare, name) for name in near):
        return found
    return ()


def _doubled(bare: str, name: str) -> bool:
    return any(bare == name[: i + 1] + name[i:] for i in range(len(name)))


def started(bare: str) -> tuple[str, ...]:
    """The groups whose name of several words begins with this one."""
    return _beginnings().get(bare, ())


def short_name(bare: str) -> str | None:
    """The group of a short name without its marks (“Ma”), to be offered, never taken."""
    codes = _official_bare().get(bare, ())
    return codes[0] if len(codes) == 1 and len(bare) < _LEAST else None


@cache
def _official() -> _Index:
    return _index((letters, spelling) for (letters, _), spelling in _known() if spelling.official)


@cache
def _official_bare() -> _Index:
    return _index((bare, spelling) for (_, bare), spelling in _known() if spelling.official)


@cache
def _old() -> _Index:
    """Old names, those left out that are another group's name without its marks: Tay is Tày, not Thái."""
    rest = ((ks, s) for ks, s in _known() if not s.official and ks[0] not in _official_bare())
    return _index((letters, spelling) for (letters, _), spelling in rest) | _shared()


@cache
def _old_bare() -> _Index:
    """Old names without marks, those left out that are another group's name: nobody means Thổ by Mường."""
    taken = _official().keys() | _official_bare().keys() - _contested().keys()
    rest = ((ks, s) for ks, s in _known() if not s.official and ks[0] not in taken)
    return _index((bare, spelling) for (_, bare), spelling in rest)


@cache
def _shared() -> _Index:
    """Old names that are another group's name to the letter: Tày were called Thổ."""
    rest = ((ks, s) for ks, s in _known() if not s.official and ks[0] in _official())
    return _index((letters, spelling) for (letters, _), spelling in rest)


@cache
def _contested() -> _Index:
    return {letters: codes for (letters, _), codes in zip(keys(list(contested())), contested().values(), strict=True)}


@cache
def _beginnings() -> _Index:
    found: dict[str, list[str]] = {}
    texts = [spelling.text for spelling in spellings()]
    whole = pl.Series("text", texts).to_frame().select(search_key(pl.col("text"))).to_series()
    for bare, spelling in zip(whole, spellings(), strict=True):
        first, _, rest = bare.replace("-", " ").partition(" ")
        if spelling.official and rest and spelling.code not in (*found.setdefault(first, []), FOREIGNER, UNDETERMINED):
            found[first].append(spelling.code)
    return {first: tuple(sorted(codes)) for first, codes in found.items()}


@cache
def _known() -> tuple[tuple[tuple[str, str], Spelling], ...]:
    return tuple(zip(keys([spelling.text for spelling in spellings()]), spellings(), strict=True))


def _index(entries: Iterable[tuple[str, Spelling]]) -> _Index:
    found: dict[str, list[str]] = {}
    for key, spelling in entries:
        if spelling.code not in found.setdefault(key, []):
            found[key].append(spelling.code)
    return {key: tuple(codes) for key, codes in found.items()}
