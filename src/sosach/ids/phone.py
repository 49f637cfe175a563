"""Telephone number (số điện thoại).

What: mobile numbers have ten digits and begin with 03, 05, 07, 08 or 09; landlines have ten or eleven and begin with
02. Before 2018 mobile numbers had eleven digits and began with 01: still seen in old lists, reachable under another
number.

Who issues it: the telecom companies, out of the ranges of the national numbering plan. The ranges here are from general
knowledge, not from the text of the plan; nothing is called wrong because of them.

The country code +84 stands for the zero in front, and a number cell of a spreadsheet drops that zero; both are read
back.

>>> compact("+84 9990.12345")
'0999012345'
>>> validate("0999 012 345")
'0999012345'
>>> is_valid("0412345678")
False
>>> format("0999012345")
'0999 012 345'
"""

import polars as pl

from sosach.ids import number as numbers
from sosach.ids import separators
from sosach.text import cells, rare

STATES = pl.Enum(["good", "unreadable"])

TIDY = "^(?:0[35789][0-9]{8}|02[0-9]{8,9})$"

_MOBILE = "^0[35789][0-9]{8}$"
_RANGES = "^(?:0[35789][0-9]{8}|02[0-9]{8,9}|01[0-9]{9})$"
_LENGTHS = "^[0-9]{10,11}$"
_BARE = "^0[1-9][0-9]{8,9}$"
_COUNTRY = r"^\(?(?:\+|00)84\)?[\s.\-]*(?:\(?0\)?)?"
_COUNTRY_AS_NUMBER = "^84([35789][0-9]{8})$"
_LOST_ZERO = "^[35789][0-9]{8}$"
_SEVERAL = r"\s*(?:[/;,|&\n]| - | – |\bvà\b|\bhoặc\b)\s*"
_LABEL = r"(?i)^(?:s[đd]t|[đd]t|đi[ệe]n tho[ạa]i|tel|zalo|s[ốo])[\s.:]*"


def compacted(number: pl.Expr) -> pl.Expr:
    """The number without separators, the country code as a zero."""
    bare = number.str.strip_chars(" '’`").str.replace(_COUNTRY, "0")
    return separators.without(bare).str.replace(_COUNTRY_AS_NUMBER, "0${1}")


def problem(compact: pl.Expr) -> pl.Expr:
    """`format`, `length` or, outside the ranges in use, `component`."""
    return numbers.first_problem(
        ("format", ~compact.str.contains("^[0-9]*$")),
        ("length", ~compact.str.contains(_LENGTHS)),
        ("component", ~compact.str.contains(_RANGES)),
    )


def is_mobile(digits: pl.Expr) -> pl.Expr:
    """Whether digits are a mobile number, also with the country code or without the zero.

    Nine digits that begin with 3 may as well be a CMND (01 to 38) and are not taken for a telephone number.
    """
    return digits.str.contains(f"{_MOBILE}|{_COUNTRY_AS_NUMBER}|^[5789][0-9]{{8}}$")


def tidy(cell: pl.Expr) -> pl.Expr:
    """Whether the cell is a number that needs no reading."""
    return cell.str.contains(TIDY)


def read(column: pl.Series) -> pl.DataFrame:
    """Telephone numbers as they stand in a register.

    Args:
        column: marked strings without null.

    Returns:
        `value`: the numbers of the cell as digits, a comma and a space between; null when one has too few or too many
        digits; `state`: good, or unreadable, which includes digits outside the ranges in use.
    """
    frame = column.alias("cell").to_frame().with_row_index("place")
    bare = column.str.contains(_BARE)
    parts = [_of_digits(frame.filter(bare)), _of_anything(frame.filter(~bare))]
    return pl.concat(parts).sort("place").drop("place")


def _of_digits(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells with one number and nothing else, as most are."""
    return frame.select("place", pl.col("cell").alias("value"), _state(problem(pl.col("cell")).is_null()))


def _of_anything(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells with several numbers, labels, separators or a country code."""
    one = (
        cells.words(pl.col("cell")).str.replace(_LABEL, "").str.replace_all(_SEVERAL, "\n").str.split("\n").alias("one")
    )
    each = frame.select("place", one).explode("one").filter(pl.col("one").str.contains("[0-9]"))
    compact = compacted(pl.col("one").str.replace(_LABEL, ""))
    restored = pl.when(compact.str.contains(_LOST_ZERO)).then(pl.concat_str(pl.lit("0"), compact)).otherwise(compact)
    each = each.select("place", restored.alias("compact")).with_columns(problem(pl.col("compact")).alias("problem"))
    of_cell = each.group_by("place", maintain_order=True).agg(
        pl.col("compact").unique(maintain_order=True).str.join(", ").alias("value"),
        (pl.col("problem").is_null() | (pl.col("problem") == "component")).all().alias("digits"),
        pl.col("problem").is_null().all().alias("good"),
    )
    answers = frame.join(of_cell, on="place", how="left", maintain_order="left")
    return answers.select("place", pl.when("digits").then("value").alias("value"), _state(pl.col("good")))


def _state(good: pl.Expr) -> pl.Expr:
    return pl.when(good).then(pl.lit("good")).otherwise(pl.lit("unreadable")).cast(STATES).alias("state")


def compact(number: str) -> str:
    """The number without separators, the country code as a zero."""
    return rare.scalar(compacted, number)


def validate(number: str) -> str:
    """The compact number.

    Raises:
        FormatError: something in it is no digit.
        LengthError: it has fewer than ten digits or more than eleven.
        ComponentError: it begins with digits outside the ranges in use.
    """
    return numbers.validated(number, compacted, problem)


def is_valid(number: str) -> bool:
    """Whether it lies in the ranges in use."""
    return numbers.passes(number, compacted, problem)


def format(number: str) -> str:
    """The number in groups of four, three and three."""
    groups = "^([0-9]{4})([0-9]{3})([0-9]{3,4})$"
    return rare.scalar(lambda text: compacted(text).str.replace(groups, "${1} ${2} ${3}"), number)
