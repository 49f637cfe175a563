"""Degrees of disability as offices write them, and which categories ask for one (Decree 20/2021/NĐ-CP, Art. 5(6))."""

import polars as pl

from sosach.refdata.benefits import benefits
from sosach.text.folding import search_key

WITH_A_DEGREE = tuple(sorted(key for key, benefit in benefits().items() if benefit.degrees))


def degree(words: pl.Expr) -> pl.Expr:
    """The degree that words name, as a key of `refdata.benefits.DEGREES`; null where they name none or several."""
    plain = search_key(words)
    very_severe = plain.str.contains(r"dac biet nang|\bdbn\b")
    severe = plain.str.replace_all("dac biet nang", "").str.contains(r"\bnang\b")
    mild = plain.str.contains(r"\bnhe\b")
    only = very_severe.cast(pl.Int8) + severe.cast(pl.Int8) + mild.cast(pl.Int8) == 1
    named = (
        pl.when(very_severe).then(pl.lit("very_severe")).when(severe).then(pl.lit("severe")).otherwise(pl.lit("mild"))
    )
    return pl.when(only).then(named)
