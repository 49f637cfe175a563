"""Category of social assistance: the key of the rule that a wording means, on a reference day.

Offices write the words of the decree, shorter ones, the article, or abbreviations. A wording that is none of the known
ones is left open; the nearest category may be offered, never taken. What a wording says beyond its category (a child,
an elderly person, a degree of disability) is told with it, for the checks of age and degree.

Source: Decree 20/2021/NĐ-CP Arts 5, 18-20, with its amendments (`sosach.refdata.benefits`).
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

import polars as pl
from rapidfuzz import fuzz, process

from sosach.refdata.benefits import Wording, benefits, wordings
from sosach.text import cells
from sosach.text.folding import search_key

STATES = pl.Enum(["good", "unknown", "ended"])

_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "value": pl.String,
    "state": STATES,
    "age_from": pl.Int64,
    "age_below": pl.Int64,
    "degree": pl.String,
    "suggestion": pl.String,
}

_SHORT = {
    "nkt": "nguoi khuyet tat",
    "nct": "nguoi cao tuoi",
    "te": "tre em",
    "tekt": "tre em khuyet tat",
    "kt": "khuyet tat",
    "ktn": "khuyet tat nang",
    "ktdbn": "khuyet tat dac biet nang",
    "dbn": "dac biet nang",
    "db": "dac biet",
    "hn": "ho ngheo",
    "hcn": "ho can ngheo",
    "tcht": "tro cap huu tri",
    "tchtxh": "tro cap huu tri xa hoi",
    "htxh": "huu tri xa hoi",
    "xh": "xa hoi",
    "gd": "gia dinh",
    "tc": "tro cap",
}
# Words that are left out or added without another meaning. Never `duoi`, `khong`, `hoac`: they make the category.
_FILLING = frozenset(
    ("nguoi", "doi", "tuong", "la", "thuoc", "dien", "loai", "nhom", "dang", "huong", "duoc", "tu", "du", "tren", "tro",
     "len", "hang", "thang", "cho", "cua", "cap", "muc")
)  # fmt: skip
# What stands before the wording and says nothing: a number, “đối tượng”, “trợ cấp”.
_BEFORE = re.compile(r"^(?:(?:doi tuong(?: la)?|loai|dien|huong|tro cap xa hoi(?: hang thang)?(?: doi voi| cho)?) )+")
_ARTICLE = re.compile(r"^(?:(?:diem (?P<point>[a-z]) )?khoan (?P<clause>\d)(?: dieu 5)?|k(?P<short>\d))$")
_POINT_DD = re.compile(r"\b[đd]i[ểe]m đ\b", re.IGNORECASE)
_NEAR = 90.0


def read(given: pl.Series, *, on: date) -> pl.DataFrame:
    """The category of every cell.

    Args:
        given: the cells.
        on: the day on which the category must still have been given.

    Returns:
        `value` (key), `state`, `age_from` and `age_below` (full years of age for which this wording is meant, null
        where it is not tied to an age), `degree` (of disability, as a key of `refdata.benefits.DEGREES`) and
        `suggestion` (the key of the nearest wording when none is known).
    """
    frame = given.alias("text").to_frame().select(text=cells.words(pl.col("text")), key=wording_key(pl.col("text")))
    return pl.DataFrame([_told(text, key, on) for text, key in frame.rows()], schema=_SCHEMA, orient="row")


def wording_key(text: pl.Expr) -> pl.Expr:
    """Words without marks, punctuation and leading zeros of numbers."""
    words = search_key(cells.words(text)).str.replace_all(r"[^a-z0-9]+", " ").str.strip_chars(" ")
    words = words.str.replace_all(r"\b(?P<age>\d{2}) ?t(?:uoi)?\b", "${age} tuoi")
    return words.str.replace_all(r"\b0+(?P<figure>\d)", "${figure}")


def _told(text: str, key: str, on: date) -> tuple[str | None, str, int | None, int | None, str | None, str | None]:
    found = _known(key) or _of_article(text, key)
    if not found:
        return None, "unknown", None, None, None, _nearest(key)
    living = [wording for wording in found if benefits()[wording.key].valid(on)]
    chosen = (living or found)[-1]
    benefit = benefits()[chosen.key]
    age_from = benefit.age_from if chosen.age_from is None else chosen.age_from
    age_below = benefit.age_below if chosen.age_below is None else chosen.age_below
    return chosen.key, "good" if living else "ended", age_from, age_below, chosen.degree, None


def _known(key: str) -> tuple[Wording, ...]:
    for words in dict.fromkeys((key, _in_full(key), _BEFORE.sub("", _in_full(key)))):
        if found := _by_key().get(words):
            return found
    return _by_words().get(_in_any_order(_in_full(key)), ())


def _in_any_order(words: str) -> tuple[str, ...]:
    """The words that mean something, in one order: “Khuyết tật nặng - NCT” has those of “NCT khuyết tật nặng”."""
    return tuple(sorted(word for word in words.split(" ") if word not in _FILLING))


def _in_full(key: str) -> str:
    return " ".join(_SHORT.get(word, word) for word in key.split(" "))


def _of_article(text: str, key: str) -> tuple[Wording, ...]:
    """“5.6” and “Điểm a khoản 5 Điều 5”; đ and d are two points of the law."""
    if text.casefold() in benefits():
        return (_plain(text.casefold()),)
    article = _ARTICLE.match(key)
    if article is None:
        return ()
    point = article["point"]
    if point == "d" and _POINT_DD.search(text):
        point = "đ"
    clause = f"5.{article['clause'] or article['short']}"
    whole = f"{clause}.{point}" if point else clause
    return (_plain(whole),) if whole in benefits() else ()


def _plain(key: str) -> Wording:
    return Wording(benefits()[key].label, key, None, None, None)


def _nearest(key: str) -> str | None:
    """The category whose wording is much like this one, if only one category is."""
    words = _in_full(key)
    near = process.extract(words, _by_key().keys(), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=None)
    keys = {wording.key for known, _, _ in near for wording in _by_key()[known]}
    return keys.pop() if len(keys) == 1 else None


@cache
def _by_key() -> Mapping[str, tuple[Wording, ...]]:
    """The wordings by their words; a wording that two sets of rules share has the newer one last."""
    found: dict[str, tuple[Wording, ...]] = {}
    for wording, key in zip(wordings(), _keys(wording.text for wording in wordings()), strict=True):
        rest = tuple(other for other in found.get(key, ()) if other.key != wording.key)
        found[key] = tuple(sorted((*rest, wording), key=lambda w: benefits()[w.key].valid_from))
    return found


@cache
def _by_words() -> Mapping[tuple[str, ...], tuple[Wording, ...]]:
    """The wordings by their words in any order, where those of one category and one kind of person alone have them."""
    found: dict[tuple[str, ...], list[Wording]] = {}
    for key, known in _by_key().items():
        found.setdefault(_in_any_order(_in_full(key)), []).extend(known)
    return {words: tuple(same) for words, same in found.items() if words and len(set(map(_meaning, same))) == 1}


def _meaning(wording: Wording) -> tuple[str, int | None, int | None, str | None]:
    return wording.key, wording.age_from, wording.age_below, wording.degree


def _keys(texts: Iterable[str]) -> list[str]:
    return pl.DataFrame({"text": list(texts)}).select(wording_key(pl.col("text"))).to_series().to_list()
