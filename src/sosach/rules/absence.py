"""Nothing stands where something should: an empty cell, or signs that only hold its place.

Rules named `*_missing` alone speak of such cells.
"""

import polars as pl

from sosach.rules.rule import Variant


def missing(field: str) -> pl.Expr:
    """Whether neither a value nor a fault was read.

    A formula that was never calculated shows nothing either, but that is its fault.
    """
    return pl.col(field).is_null() & pl.col(f"{field}__state").is_null()


def sentences(field: str, lacking: str, consequence: str) -> tuple[Variant, Variant]:
    """The two ways of saying it: a cell that only holds the place, and an empty one.

    Args:
        field: the field that is missing.
        lacking: the beginning of the sentence (“Chưa có ngày sinh”).
        consequence: its end, with the sign that joins it and the full stop (“, nên không tính được tuổi.”).
    """
    return (
        Variant(
            when=pl.col(f"{field}__raw").is_not_null(),
            message=f"{lacking}: ô “{{column}}” chỉ ghi “{{value}}”{consequence}",
        ),
        Variant(message=f"{lacking}: ô “{{column}}” để trống{consequence}"),
    )


def uncalculated(field: str) -> Variant:
    """The sentence for a formula that was never calculated: there is no text to quote."""
    return Variant(
        when=pl.col(f"{field}__raw").is_null(),
        message="Ô “{column}” có công thức chưa được tính nên không hiện gì.",
    )
