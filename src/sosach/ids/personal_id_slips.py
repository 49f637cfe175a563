"""Personal numbers with one digit too few or too many, put right where the row leaves one possibility.

The digits four to six tell sex, century and year of birth. Where one of them was dropped or typed twice, the row's sex
and year say which: of all ways to add or to take away one digit a single one agrees. A slip in the last six digits, or
one in the first three, leaves several ways open, and then nothing is told. What is told stays a suggestion in every
case: the row's own year may be the wrong one.
"""

import polars as pl

from sosach.ids.personal_id import prefix_is_known

_PARTS = r"^([0-9]{3})([0-9]{2}|[0-9]{4})([0-9]{6})$"  # place, what is left of sex and year, serial


def one_digit_off(digits: pl.Expr, *, sex: pl.Expr, birth_year: pl.Expr) -> pl.Expr:
    """The only number of twelve digits that agrees with the row and has one digit more or less; null unless it is one.

    Args:
        digits: eleven or thirteen digits; of any other length nothing is told.
        sex: `male` or `female`, null where unknown.
        birth_year: Int32, null where unknown.
    """
    told = _told(sex, birth_year)
    prefix, between, serial = (digits.str.extract(_PARTS, group) for group in (1, 2, 3))
    dropped = pl.any_horizontal(_without(told, place) == between for place in range(3))
    added = pl.any_horizontal(_without(between, place) == told for place in range(4))
    in_front = pl.when(digits.str.len_chars() == 11).then(digits.str.slice(2, 3)).otherwise(digits.str.slice(4, 3))
    elsewhere = (digits.str.slice(3, 3) == told) | (in_front == told)
    only = prefix_is_known(prefix) & (dropped | added) & ~elsewhere
    return pl.when(only).then(prefix + told + serial)


def _told(sex: pl.Expr, birth_year: pl.Expr) -> pl.Expr:
    """The digits four to six that sex and year ask for; null where one is unknown."""
    odd = pl.when(sex == "male").then(0).when(sex == "female").then(1)
    century = (birth_year - 1900) // 100
    return (century * 2 + odd).cast(pl.String) + (birth_year % 100).cast(pl.String).str.zfill(2)


def _without(text: pl.Expr, place: int) -> pl.Expr:
    return text.str.head(place) + text.str.slice(place + 1)
