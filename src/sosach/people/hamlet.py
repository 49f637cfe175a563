"""Hamlets: the name as it stands, a key for comparison, and which hamlet of the commune's list it is.

Offices put Thôn, Xóm, Làng, Khu, Tổ dân phố before a name or leave it out, and number hamlets in Arabic or Roman
figures.
In one commune “Thôn 1” and “Tổ dân phố 1” may be two hamlets, and so may “Đông” and “Đồng”: a name that fits one hamlet
of the list with its kind and its marks is that one, and only when there is none is less looked at.

Source: Decree 185/2026/NĐ-CP (thôn in xã, tổ dân phố in phường; other names may be kept).
"""

from collections.abc import Sequence

import polars as pl

from sosach.people.choices import either_of
from sosach.text.folding import letters_key, search_key

STATES = pl.Enum(["good"])
MATCH_STATES = pl.Enum(["good", "unknown", "ambiguous"])

# How the kinds are written, with their marks and without.
_KINDS = {
    "to dan pho": ("tổ dân phố", "to dan pho", "tdp", "t d p"),
    "khu dan cu": ("khu dân cư", "khu dan cu", "kdc"),
    "khu pho": ("khu phố", "khu pho", "kp"),
    "thon": ("thôn", "thon", "t"),
    "xom": ("xóm", "xom", "x"),
    "lang": ("làng", "lang"),
    "ban": ("bản", "ban"),
    "buon": ("buôn", "buon"),
    "plei": ("plei", "plây", "pley"),
    "phum": ("phum",),
    "soc": ("sóc", "soc"),
    "ap": ("ấp", "ap"),
    "khom": ("khóm", "khom"),
    "khoi": ("khối", "khoi"),
    "cum": ("cụm", "cum"),
    "khu": ("khu",),
    "to": ("tổ", "to"),
    "doi": ("đội", "doi"),
}
_KIND_OF = {written: kind for kind, every in _KINDS.items() for written in every}
_ANY_KIND = "|".join(sorted(_KIND_OF, key=len, reverse=True))

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_FIGURE_OF = {roman: str(figure) for figure, roman in enumerate(_ROMAN, 1)}

# What follows is no part of the hamlet's name. Words only with their marks: a hamlet may be called Xa.
_AWAY = r"\s*(?:[,;(]|\s-\s|\b(?:xã|phường|thị trấn|huyện)\b).*$"

_MATCHED: dict[str, pl.DataType | type[pl.DataType]] = {
    "match": pl.String,
    "match_state": MATCH_STATES,
    "candidates": pl.String,
}


def read(given: pl.Series) -> pl.DataFrame:
    """The hamlet of every cell.

    Returns:
        `value` (the text), `state` (always good) and `key` (without kind, marks and Roman figures; for comparison).
    """
    keys = _plain(given).select(key=search_key(_named(pl.col("plain")))).to_series()
    return pl.DataFrame(
        {"value": given, "state": pl.repeat("good", given.len(), dtype=STATES, eager=True), "key": keys}
    )


def match(given: pl.Series, hamlets: Sequence[str]) -> pl.DataFrame:
    """Which hamlet of a commune's list every text names.

    Args:
        given: hamlets as they were read.
        hamlets: the list; a name that stands in it twice belongs to two hamlets.

    Returns:
        `match` (the name in the list, null unless it is one), `match_state` (good, unknown, ambiguous) and `candidates`
        (the hamlets it may be, for people).
    """
    wanted, listed = _levels(given), _levels(pl.Series(hamlets, dtype=pl.String))
    by_level = [_index(column.to_list(), hamlets) for column in listed]
    answers = [_answer(next(filter(None, map(dict.get, by_level, keys)), [])) for keys in wanted.rows()]
    return pl.DataFrame(answers, schema=_MATCHED, orient="row")


def _answer(found: list[str]) -> tuple[str | None, str, str | None]:
    if len(found) > 1:
        return None, "ambiguous", either_of(found)
    return (found[0], "good", None) if found else (None, "unknown", None)


def _index(keys: list[str], hamlets: Sequence[str]) -> dict[str, list[str]]:
    """The hamlets of every key; a numbered one also by its number alone."""
    found: dict[str, list[str]] = {}
    for key, name in zip(keys, hamlets, strict=True):
        found.setdefault(key, []).append(name)
        *kind, figure = key.split(" ")
        if kind and figure.isdigit():
            found.setdefault(figure, []).append(name)
    return found


def _levels(texts: pl.Series) -> pl.DataFrame:
    """What is compared, from all that stands there to the bare name without marks."""
    plain, kind = pl.col("plain"), pl.col("plain").str.extract(rf"^({_ANY_KIND}) \S")
    rest = plain.str.slice(kind.str.len_chars() + 1)
    one_kind = pl.format("{} {}", kind.replace(_KIND_OF), rest)
    frame = _plain(texts).with_columns(of_a_kind=pl.when(kind.is_null()).then(plain).otherwise(one_kind))
    # A number means nothing without its kind: Xóm 2 is not Thôn 2.
    numbered = pl.col("of_a_kind").str.contains(r" \d+$")
    frame = frame.with_columns(named=pl.when(numbered).then("of_a_kind").otherwise(_named(plain)))
    unmarked = search_key(pl.col("of_a_kind", "named")).name.suffix("_unmarked")
    return frame.select("whole", "of_a_kind", "named", unmarked)


def _plain(texts: pl.Series) -> pl.DataFrame:
    """`whole` (the text as a key) and `plain`: its words and plain figures only, without what follows the name."""
    frame = texts.alias("text").to_frame().select(whole=letters_key(pl.col("text")))
    inside = pl.col("whole").str.replace(_AWAY, "")
    nothing_left = inside.str.contains(rf"^(?:{_ANY_KIND})?$")
    frame = frame.with_columns(plain=pl.when(nothing_left).then("whole").otherwise(inside))
    words = pl.col("plain").str.replace_all(r"[^\p{L}\p{N}']+", " ").str.strip_chars(" ")
    parted = words.str.replace(r"^(?P<kind>\p{L}+)(?P<figure>\d+)$", "${kind} ${figure}")
    frame = frame.with_columns(plain=parted.str.replace(r" 0+(?P<figure>\d+)$", " ${figure}"))
    roman = pl.col("plain").str.extract(rf" ({'|'.join(_ROMAN)})$")
    figured = pl.col("plain").str.head(-roman.str.len_chars().cast(pl.Int64)) + roman.replace(_FIGURE_OF)
    return frame.with_columns(plain=pl.when(roman.is_null()).then("plain").otherwise(figured))


def _named(key: pl.Expr) -> pl.Expr:
    """Without the kinds before the name; a name that is nothing but a kind stays."""
    return key.str.replace(rf"^(?:(?:{_ANY_KIND}) )+", "")
