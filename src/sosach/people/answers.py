"""Cells that choose one of a few values in free words: the first value whose pattern is found is meant.

Patterns are regular expressions over small letters with marks, every tone in one place (`letters_key`: xoá, khoẻ); a
text without any mark is held against the same patterns without theirs.
"""

import unicodedata
from collections.abc import Iterable, Sequence

import polars as pl

from sosach.text.folding import letters_key, search_key

_D = str.maketrans("đĐ", "dD")
NOT_ASCII = r"[^\x00-\x7f]"

Meanings = Sequence[tuple[str, str]]  # value and pattern


def bare(pattern: str) -> str:
    """The pattern without the marks of its letters."""
    return "".join(c for c in unicodedata.normalize("NFD", pattern) if not unicodedata.combining(c)).translate(_D)


def says(text: pl.Expr, pattern: str) -> pl.Expr:
    """Whether the pattern is found in the text, with marks or, where the text has none at all, without."""
    unmarked = ~text.str.contains(NOT_ASCII) & search_key(text).str.contains(bare(pattern))
    return letters_key(text).str.contains(pattern) | unmarked


def coded(text: pl.Expr, values: Iterable[str]) -> pl.Expr:
    """The value itself where it stands there as records.parquet holds it; null elsewhere."""
    return pl.when(text.is_in(list(values))).then(text)


def meant(text: pl.Expr, meanings: Meanings) -> pl.Expr:
    """The first value whose pattern is found; null when none is."""
    value = pl.lit(None, dtype=pl.String)
    for name, pattern in reversed(meanings):
        value = pl.when(says(text, pattern)).then(pl.lit(name)).otherwise(value)
    return value
