"""Single spaces between words and none around them."""

import polars as pl


def single_spaced(text: pl.Expr) -> pl.Expr:
    """The text with runs of spaces made one, and none at its ends. Odd spaces must be plain before (`composition`)."""
    return text.str.replace_all(" {2,}", " ").str.strip_chars(" ")
