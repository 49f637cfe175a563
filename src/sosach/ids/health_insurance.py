"""Number of a health-insurance card (mã thẻ bảo hiểm y tế, BHYT) and the social-insurance code in it.

What: fifteen characters, two letters for the group of insured (TE children under six, HS pupils, HN poor, CN
near-poor, BT social protection ...), one digit for the share that is paid, two for the province, and the ten digits of
the social-insurance code (mã số BHXH). Cards printed since April 2021 show only those ten digits.

Who issues it: Vietnam Social Security. The parts are described from public programs and general knowledge, not from
the text of a decision, so only letters, digits and length are checked.

>>> compact("TE 1 27 2760970995")
'TE1272760970995'
>>> validate("te1272760970995")
'TE1272760970995'
>>> is_valid("2760970995")
True
>>> format("TE1272760970995")
'TE 1 27 2760970995'
"""

import polars as pl

from sosach.ids import number as numbers
from sosach.ids import separators
from sosach.text import cells, rare

STATES = pl.Enum(["good", "unreadable"])

TIDY = "^(?:[A-Z]{2}[0-9]{13}|[0-9]{10})$"

_ALLOWED = "^[A-Z]{0,2}[0-9]*$"
_CODE = "([0-9]{10})$"
_LOST_ZERO = "^[1-9][0-9]{8}$"  # the code's first two digits are a province's, 01 to 96
_LABEL = r"(?i)^(?:(?:s[ốo]|m[ãa]|th[ẻe]|bhyt|bhxh)[\s.:]+)+"


def compacted(number: pl.Expr) -> pl.Expr:
    """The number in capitals without label and separators."""
    return separators.without(number.str.replace(_LABEL, "")).str.to_uppercase()


def problem(compact: pl.Expr) -> pl.Expr:
    """`format` or `length`."""
    return numbers.first_problem(
        ("format", ~compact.str.contains(_ALLOWED)),
        ("length", ~compact.str.contains(TIDY)),
    )


def is_code_of(digits: pl.Expr, number: pl.Expr) -> pl.Expr:
    """Whether digits are the social-insurance code of this number, perhaps without its zero; false when unknown."""
    code = number.str.extract(_CODE, 1)
    return (digits.str.contains("^[0-9]{9,10}$") & (digits.str.zfill(10) == code)).fill_null(value=False)


def tidy(cell: pl.Expr) -> pl.Expr:
    """Whether the cell is a number that needs no reading."""
    return cell.str.contains(TIDY)


def read(column: pl.Series) -> pl.DataFrame:
    """Insurance numbers as they stand in a register.

    Args:
        column: marked strings without null.

    Returns:
        `value`: fifteen characters or ten digits, a zero that a number cell dropped put back; else null; `state`: good
        or unreadable.
    """
    cell = pl.col("cell")
    compact = compacted(cells.words(cell))
    lost = cells.marked(cell, cells.NUMBER) & compact.str.contains(_LOST_ZERO)
    whole = pl.when(lost).then(compact.str.zfill(10)).otherwise(compact).alias("whole")
    good = problem(pl.col("whole")).is_null()
    return (
        column.alias("cell")
        .to_frame()
        .select(whole)
        .select(
            pl.when(good).then("whole").alias("value"),
            pl.when(good).then(pl.lit("good")).otherwise(pl.lit("unreadable")).cast(STATES).alias("state"),
        )
    )


def compact(number: str) -> str:
    """The number in capitals without separators."""
    return rare.scalar(compacted, number)


def validate(number: str) -> str:
    """The compact number.

    Raises:
        FormatError: something in it is neither one of two letters in front nor a digit.
        LengthError: it has neither two letters and thirteen digits nor ten digits.
    """
    return numbers.validated(number, compacted, problem)


def is_valid(number: str) -> bool:
    """Whether it has the shape of a card's number or of the code."""
    return numbers.passes(number, compacted, problem)


def format(number: str) -> str:
    """The number in its parts: letters, share, province, code."""
    parts = "^([A-Z]{2})([0-9])([0-9]{2})([0-9]{10})$"
    return rare.scalar(lambda text: compacted(text).str.replace(parts, "${1} ${2} ${3} ${4}"), number)
