"""Old identity-card number (số chứng minh nhân dân, CMND).

What: nine digits without a check digit; the first two, sometimes three, tell the provincial police that issued it.
From 2012 to 2016 some provinces issued cards with twelve digits, which are personal numbers.

Who issued it: the provincial police, from the age of 14. Somebody who moved to another province got another number, so
one person may have had several.

Status: of use at the latest until 31 December 2024 (Law on Identity 26/2023/QH15, Article 46; the text was not at
hand, to be verified). In a register of today it is a key for finding a person, never an acceptable number.

Provinces 01 to 09 have a zero in front, which a number cell of a spreadsheet drops: eight digits are such a number.

>>> compact("125.128.429")
'125128429'
>>> validate("125128429")
'125128429'
>>> is_valid("12512842")
False
>>> format("125128429")
'125 128 429'
"""

import polars as pl

from sosach.ids import number as numbers
from sosach.ids import separators
from sosach.text import cells, rare

STATES = pl.Enum(["good", "length"])

_SHAPE = "^(?:[0-9]{9}|[0-9]{12})$"
_LOST_ZERO = "^[1-9][0-9]{7}$"
_LABEL = r"(?i)^(?:(?:s[ốo]|cmnd|cmtnd|cmt)[\s.:]*)+"


def compacted(number: pl.Expr) -> pl.Expr:
    """The number without label and separators."""
    return separators.without(number.str.replace(_LABEL, ""))


def problem(compact: pl.Expr) -> pl.Expr:
    """`format` or `length`."""
    return numbers.first_problem(
        ("format", ~compact.str.contains("^[0-9]*$")),
        ("length", ~compact.str.contains(_SHAPE)),
    )


def read(column: pl.Series) -> pl.DataFrame:
    """Old numbers as they stand in a register.

    Args:
        column: marked strings without null.

    Returns:
        `value`: nine or twelve digits, eight with their zero put back; else null; `state`: good or length.
    """
    compact = compacted(cells.words(pl.col("cell")))
    whole = pl.when(compact.str.contains(_LOST_ZERO)).then(compact.str.zfill(9)).otherwise(compact).alias("whole")
    good = problem(pl.col("whole")).is_null()
    return (
        column.alias("cell")
        .to_frame()
        .select(whole)
        .select(
            pl.when(good).then("whole").alias("value"),
            pl.when(good).then(pl.lit("good")).otherwise(pl.lit("length")).cast(STATES).alias("state"),
        )
    )


def compact(number: str) -> str:
    """The number without label and separators."""
    return rare.scalar(compacted, number)


def validate(number: str) -> str:
    """The compact number.

    Raises:
        FormatError: something in it is no digit.
        LengthError: it has neither nine nor twelve digits.
    """
    return numbers.validated(number, compacted, problem)


def is_valid(number: str) -> bool:
    """Whether it is nine or twelve digits."""
    return numbers.passes(number, compacted, problem)


def format(number: str) -> str:
    """The number in groups of three."""
    return rare.scalar(lambda text: compacted(text).str.replace_all("([0-9]{3})", "${1} ").str.strip_chars(), number)
