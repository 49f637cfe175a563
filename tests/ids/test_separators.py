"""Signs between digits that mean nothing."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.ids import separators
from sosach.text import rare

NUMBER = "027215600001"


@pytest.mark.parametrize(
    "text",
    [
        "027 215 600 001",
        "027.215.600.001",
        "027,215,600,001",
        "027-215-600-001",
        "027–215–600–001",
        "027_215_600_001",
        "'027215600001",
        "’027215600001",
        "`027215600001",
        "“027215600001”",
        "027\u00a0215\u202f600\u2009001",
        "\u200b027215600001\ufeff",
        "\u200e027215600001\u200f",
        "027\t215\n600\r\n001",
        "(027)215600001",
        "027215600001.0",
        "027215600001,00",
    ],
)
def test_separators_are_left_out(text: str):
    assert rare.scalar(separators.without, text) == NUMBER


@pytest.mark.parametrize("text", ["027*215", "027/215", "027x215", "027+215", "027|215"])
def test_signs_that_mean_something_stay(text: str):
    assert rare.scalar(separators.without, text) == text


def test_a_group_of_zeros_is_no_decimal_tail():
    assert rare.scalar(separators.without, "027.215.600.000") == "027215600000"


@given(st.lists(st.sampled_from(" .-\u00a0'"), min_size=13, max_size=13))
def test_digits_are_never_lost_or_changed(signs: list[str]):
    text = "".join(sign + digit for sign, digit in zip(signs, NUMBER + " ", strict=True))
    assert rare.scalar(separators.without, text) == NUMBER


def test_empty_cells_stay_empty():
    assert pl.select(separators.without(pl.lit(None, dtype=pl.String))).item() is None
