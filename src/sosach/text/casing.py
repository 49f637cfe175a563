"""Names written as names: the first letter of every part a capital, the rest small.

Registers hold names in capitals, in small letters and mixed. What is in name case already stays untouched, so that the
inner capital of `McDonald` survives. After an apostrophe, a hyphen or a full stop a new part begins, as the names of
the peoples of the highlands are written: `H'Nghệ`, `K'Brăm`, `Y Ê-Ban`. Whichever apostrophe was typed is kept.
"""

import polars as pl

# Letters by their nature but apostrophes by their use: Unicode would see one word in `hʼnghệ`.
_LETTER_APOSTROPHES = {"ʼ": "\ue0f0", "ʻ": "\ue0f1", "ʽ": "\ue0f2"}
_BACK = {mark: apostrophe for apostrophe, mark in _LETTER_APOSTROPHES.items()}

_PART = r"\p{Lu}(?:\p{Ll}+(?:\p{Lu}\p{Ll}+)*)?"
_WORD = rf"{_PART}(?:['’ʼʻʽ‘`´′.\-]{_PART})*[.,]?"
NAME_CASE = rf"^{_WORD}(?: {_WORD})*$"


def is_name_case(name: pl.Expr) -> pl.Expr:
    """Whether a single-spaced, composed name is written as names are."""
    return name.str.contains(NAME_CASE)


def as_name(name: pl.Expr) -> pl.Expr:
    """The name with the first letter of every part a capital.

    Args:
        name: composed (NFC) and single-spaced.
    """
    marked = name.str.replace_many(_LETTER_APOSTROPHES).str.to_titlecase().str.replace_many(_BACK)
    return pl.when(is_name_case(name)).then(name).otherwise(marked)
