"""Ethnicity: the code of the group that a cell names, as offices, parents and old lists write it; never a guess.

Spellings with their marks come first (Mạ is not Mã), then without marks. A word that is neither may be a slip of a
group's name, if it can be the slip of one name only. Texts that may mean two groups are left to people: what two lists
number differently, old names that several groups share, the beginning of two names.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sosach.people.choices import either_of
from sosach.people.ethnic_words import Meaning, meaning, short_name, slips, started
from sosach.people.written import keys
from sosach.refdata.ethnicities import ethnicity_names, groups
from sosach.text import cells

STATES = pl.Enum(["good", "slip", "unknown", "ambiguous", "nationality"])

_Keys = Mapping[str, tuple[str, str]]  # of every word: its letters with marks and without

_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "value": pl.String,
    "state": STATES,
    "candidates": pl.String,
    "suggestion": pl.String,
}

_LABEL = r"(?:dân tộc|dan toc|d\.? ?tộc|dtoc|dt|tộc|toc|người|nguoi)"
_LABELS = re.compile(rf"^{_LABEL}\b[\s.:\-]*|\s+(?:tộc|toc)$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[()\[\]/,;:|+]|\s[-–]\s|\bhoặc\b|\bvà\b)\s*")
_CODE = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a cell says."""

    state: str
    codes: tuple[str, ...] = ()
    suggestion: str | None = None

    def row(self) -> tuple[str | None, str, str | None, str | None]:
        value = self.codes[0] if self.state in ("good", "slip") else None
        candidates = either_of(ethnicity_names()[code] for code in self.codes) if self.state == "ambiguous" else None
        return value, self.state, candidates, value if self.state == "slip" else self.suggestion


def read(given: pl.Series) -> pl.DataFrame:
    """The ethnic group of every cell.

    Returns:
        `value` (code of 1979, 55 foreigner, 56 undetermined), `state`, `candidates` (“Thổ hoặc Tày”, for people, where
        it may be read in several ways) and `suggestion` (a code).
    """
    texts = given.to_frame("text").select(cells.words(pl.col("text"))).to_series().to_list()
    words = list(dict.fromkeys(word for text in texts for word in _words(text)))
    key_of = dict(zip(words, keys(words), strict=True))
    return pl.DataFrame([_told(text, key_of).row() for text in texts], schema=_SCHEMA, orient="row")


def _words(text: str) -> list[str]:
    """The text, the text without labels, and its parts."""
    shorter = _without_labels(text)
    return [text, shorter, *_parts(shorter)]


def _parts(text: str) -> list[str]:
    return [_without_labels(part) for part in _BETWEEN.split(text) if part.strip()]


def _without_labels(text: str) -> str:
    return _LABELS.sub("", text).strip()


def _told(text: str, key_of: _Keys) -> _Told:
    _, shorter, *parts = _words(text)
    if found := _meaning(text, key_of) or _meaning(shorter, key_of):
        return _of(found)
    if len(parts) > 1 and (told := _of_parts([_meaning(part, key_of) for part in parts])):
        return told
    return _of_unknown(key_of[shorter][1])


def _meaning(words: str, key_of: _Keys) -> Meaning | None:
    return _of_code(words.zfill(2)) if _CODE.fullmatch(words) else meaning(*key_of[words])


def _of_code(code: str) -> Meaning | None:
    """A number means the group of one list or of the other; most numbers are two different groups there."""
    if code not in groups():
        return None
    of_2008 = [group.code for group in groups().values() if group.code_2008 == code]
    return Meaning(codes=tuple(dict.fromkeys((code, *of_2008))))


def _of(found: Meaning) -> _Told:
    if found.country:
        return _Told("nationality")
    if len(found.codes) > 1:
        return _Told("ambiguous", found.codes)
    return _Told("slip" if found.slip else "good", found.codes)


def _of_parts(meanings: list[Meaning | None]) -> _Told | None:
    """“Chăm (Champa)”, “Thổ (Tày)”, “04 - Hoa”: what all parts may mean; “Kinh/Tày”: one or the other."""
    named = [part for part in meanings if part and part.codes]
    if not named:
        return _Told("nationality") if all(part and part.country for part in meanings) else None
    together = set.intersection(*({*part.codes, *part.also} for part in named))
    if len(together) == 1:
        code = together.pop()
        return _Told("good", (code,)) if all(meanings) else _Told("unknown", suggestion=code)
    return _Told("ambiguous", tuple(dict.fromkeys(code for part in named for code in part.codes)))


def _of_unknown(bare: str) -> _Told:
    near = slips(bare)
    if near:
        return _Told("slip" if len(near) == 1 else "ambiguous", near)
    return _Told("unknown", suggestion=next(iter(started(bare)), short_name(bare)))
