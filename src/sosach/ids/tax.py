"""Tax code (mã số thuế, MST).

What: ten digits, the tenth a check digit over the nine before (weights 31, 29, 23, 19, 17, 13, 7, 5, 3, modulo 11), or
thirteen: a unit that depends on another carries the other's code, a hyphen and three digits.

Who issues it: the tax authority. The algorithm is that of python-stdnum (`stdnum.vn.mst`).

Status: since 1 July 2025 a natural person's tax code is the personal number (to be verified; Decree 252/2026 speaks of
both together), so a ten-digit code in a register of persons is an old one, and one in eleven rows of ten digits passes
the check by chance.

>>> compact("0099999998-001")
'0099999998001'
>>> validate("0099999998")
'0099999998'
>>> validate("0099999995")
Traceback (most recent call last):
    ...
sosach.ids.errors.ChecksumError: Số không khớp chữ số kiểm tra.
>>> format("0099999998001")
'0099999998-001'
"""

import polars as pl

from sosach.ids import number as numbers
from sosach.ids import separators
from sosach.text import rare

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_SHAPE = "^(?:[0-9]{10}|[0-9]{13})$"
_NOBODY = "^..0{7}|^.{10}000$"  # serial number or branch of zeros


def compacted(number: pl.Expr) -> pl.Expr:
    """The code without separators."""
    return separators.without(number)


def problem(compact: pl.Expr) -> pl.Expr:
    """`format`, `length`, `component` or `checksum`."""
    return numbers.first_problem(
        ("format", ~compact.str.contains("^[0-9]*$")),
        ("length", ~compact.str.contains(_SHAPE)),
        ("component", compact.str.contains(_NOBODY)),
        ("checksum", ~_tenth_follows(compact)),
    )


def has_check_digit(digits: pl.Expr) -> pl.Expr:
    """Whether ten digits are a possible code: the tenth follows from the others."""
    return digits.str.contains("^[0-9]{10}$") & ~digits.str.contains(_NOBODY) & _tenth_follows(digits)


def compact(number: str) -> str:
    """The code without separators."""
    return rare.scalar(compacted, number)


def validate(number: str) -> str:
    """The compact code.

    Raises:
        FormatError: something in it is no digit.
        LengthError: it has neither ten nor thirteen digits.
        ComponentError: its serial number or branch is all zeros.
        ChecksumError: the tenth digit does not follow from the others.
    """
    return numbers.validated(number, compacted, problem)


def is_valid(number: str) -> bool:
    """Whether it can be a tax code."""
    return numbers.passes(number, compacted, problem)


def format(number: str) -> str:
    """The code as it is printed, the branch behind a hyphen."""
    return rare.scalar(lambda text: compacted(text).str.replace("^([0-9]{10})([0-9]{3})$", "${1}-${2}"), number)


def _tenth_follows(digits: pl.Expr) -> pl.Expr:
    each = [digits.str.slice(place, 1).cast(pl.Int32, strict=False) for place in range(10)]
    total = pl.sum_horizontal(digit * weight for digit, weight in zip(each, _WEIGHTS, strict=False))
    return each[9] == 10 - total % 11
