import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.linkage.numbers import compared, digits_of, levels

NUMBER = st.integers(min_value=600_000, max_value=999_999).map(lambda serial: f"027219{serial}")


def level(one, other):
    return compared(pl.Series([one], dtype=pl.String), pl.Series([other], dtype=pl.String))[0]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("027219600001", "027219600001", "same"),
        ("027219600001", "027219600002", "next"),
        ("027219600999", "027219601000", "next"),
        ("027219600001", "027219600005", "digit"),
        ("027219600001", "027319600001", "digit"),
        ("027219600012", "027219600021", "digit"),  # neighbours have changed places
        ("027219654321", "027219699999", "other"),
        ("027219600001", "001219600002", "other"),  # in a row, but from two provinces
        (None, "027219600001", None),
        ("27219600001", "027219600001", None),  # eleven digits are no number; facts put lost zeros back
    ],
)
def test_two_numbers(one, other, expected):
    assert level(one, other) == expected
    assert level(other, one) == expected


def test_zeros_that_were_put_back_are_told():
    number = pl.Series(["027219600001", "027219600001"]).to_frame("n").select(digits_of(pl.col("n"))).to_series()
    assert levels(number, number, pl.Series([True, False])).to_list() == ["zeros", "same"]


@settings(max_examples=40)
@given(NUMBER, NUMBER)
def test_equal_is_same_and_only_equal(one, other):
    assert (level(one, other) == "same") == (one == other)
    assert level(one, other) == level(other, one)


@settings(max_examples=40)
@given(NUMBER, st.integers(0, 11), st.sampled_from("123456789"))
def test_one_digit_changed_is_never_two_persons(number, place, digit):
    changed = number[:place] + digit + number[place + 1 :]
    assert level(number, changed) in ("same", "digit", "next")
