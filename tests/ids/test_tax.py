"""Tax codes: the check digit, and how rarely chance passes it."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.ids import tax

WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def check_digit(nine: str) -> int:
    return 10 - sum(weight * int(digit) for weight, digit in zip(WEIGHTS, nine, strict=True)) % 11


def has_check_digit(digits: str) -> bool:
    return bool(pl.select(tax.has_check_digit(pl.lit(digits))).item())


@given(st.from_regex("[0-9]{2}[1-9][0-9]{6}", fullmatch=True))
def test_the_tenth_digit_is_the_one_of_the_formula(nine: str):
    right = check_digit(nine)
    passing = [d for d in range(10) if has_check_digit(f"{nine}{d}")]
    assert passing == ([right] if right < 10 else [])


@pytest.mark.parametrize("digits", ["009999999", "00999999981", "", "009999999x"])
def test_only_ten_digits_have_a_check_digit(digits: str):
    assert not has_check_digit(digits)


def test_branches_are_checked_like_their_unit():
    assert tax.is_valid("0099999998-001")
    assert not tax.is_valid("0099999998-000")
    assert not tax.is_valid("0099999995-001")
