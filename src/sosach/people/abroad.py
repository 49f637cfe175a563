"""Whether the words of a record point abroad: a place in another country, a name in another language.

Asked to explain what would otherwise be odd (a number with a country's prefix), so it rather says yes once too often.
Names of one syllable are also names of villages and persons (Anh, Đức, Nga, Lào Cai): they count only as a part of
their own between commas, or after “nước”, “tại”, “ở”.
"""

import re
from functools import cache

import polars as pl

from sosach.refdata.countries import HOME, country_spellings
from sosach.text import rare
from sosach.text.folding import without_marks
from sosach.text.vietnamese import ONSETS, RIMES, SYLLABLE

_ABROAD = "nước ngoài"
_BEFORE = r"(?:^|[,;:()/–-]|\b(?:nước|tại|ở|bên|sang|từ))\s*"
_AFTER = r"\s*(?:$|[.,;:()/–-])"
_GAP = r"[^\p{L}\p{M}]"


def is_place_abroad(place: pl.Expr) -> pl.Expr:
    """Whether the words name another country."""
    return place.str.contains(_pattern())


def is_foreign_name(name: pl.Expr) -> pl.Expr:
    """Whether some word of the name is no Vietnamese syllable."""
    return ~name.str.contains(_vietnamese())


@cache
def _pattern() -> str:
    spellings = [spelling for spelling, name in country_spellings().items() if name != HOME]
    several = _any_of([spelling for spelling in spellings if " " in spelling] + [_ABROAD])
    one = _any_of([spelling for spelling in spellings if " " not in spelling])
    return rf"(?i)\b{several}\b|{_BEFORE}{one}{_AFTER}"


@cache
def _vietnamese() -> str:
    """Every word is a syllable, with its marks or, as some keyboards write, without any."""
    unmarked = f"{_any_of([*_bare(ONSETS), 'qu', 'gi'])}?{_any_of(_bare(RIMES))}"
    word = f"(?:{SYLLABLE}|{unmarked})"
    return rf"(?i)^{_GAP}*{word}(?:{_GAP}+{word})*{_GAP}*$"


def _bare(parts: list[str]) -> list[str]:
    return rare.scalar(without_marks, " ".join(parts)).split()


def _any_of(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"
