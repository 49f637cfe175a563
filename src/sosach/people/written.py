"""How words of a list and words of a cell are compared: letters alone, with their marks and without.

Spaces, hyphens, apostrophes and full stops tell nothing in names of peoples and countries: `H'Mông`, `H Mông`, `Hmông`.
"""

from collections.abc import Sequence

import polars as pl

from sosach.text.folding import letters_key, search_key

_NO_LETTER = r"[^\p{L}\p{N}]"


def letters(text: pl.Expr) -> pl.Expr:
    """Small letters with their marks, every tone in one place, and nothing between them."""
    return letters_key(text).str.replace_all(_NO_LETTER, "")


def bare_letters(text: pl.Expr) -> pl.Expr:
    """Small letters without marks and nothing between them."""
    return search_key(text).str.replace_all(_NO_LETTER, "")


def keys(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Both keys of every text, in order: with marks and without."""
    frame = pl.DataFrame({"text": texts}, schema={"text": pl.String})
    return frame.select(letters(pl.col("text")).alias("letters"), bare_letters(pl.col("text")).alias("bare")).rows()
