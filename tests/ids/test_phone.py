"""Telephone numbers as commune lists hold them."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.ids import phone
from sosach.text import cells
from tests.ids.numbers import answer


def read(cell: str) -> dict[str, object]:
    return answer(phone.read(pl.Series([cell])))


@pytest.mark.parametrize(
    "cell",
    [
        "0999012345",
        "0999 012 345",
        "0999.012.345",
        "'0999012345",
        "(+84) 999 012 345",
        "+84 999012345",
        "+84 (0) 999 012 345",
        "0084999012345",
        "SĐT: 0999012345",
        "ĐT 0999012345",
        "Zalo 0999 012 345",
        cells.NUMBER + "999012345",
        "999012345",
        cells.NUMBER + "84999012345",
        cells.SHOWN + "0999012345",
    ],
)
def test_one_number_is_read_in_every_writing(cell: str):
    assert read(cell) == {"value": "0999012345", "state": "good"}


@pytest.mark.parametrize(
    "cell",
    [
        "0999012345 - 0999054321",
        "0999012345/0999054321",
        "0999012345; 0999054321",
        "0999012345, 0999054321",
        "0999 012 345 hoặc 0999 054 321",
        "ĐT: 0999012345, ĐT 0999054321",
    ],
)
def test_two_numbers_of_a_household_are_both_kept(cell: str):
    assert read(cell) == {"value": "0999012345, 0999054321", "state": "good"}


def test_the_same_number_twice_is_one():
    assert read("0999012345 / 0999.012.345") == {"value": "0999012345", "state": "good"}


@pytest.mark.parametrize(
    "cell", ["không", "k có", "-", "0", "x", "chưa có", "09990123", "0999 012 345 678", "0999ol2345"]
)
def test_what_is_no_number_is_empty(cell: str):
    assert read(cell) == {"value": None, "state": "unreadable"}


def test_digits_outside_the_known_ranges_are_kept_since_the_ranges_are_not_law():
    assert read("0699012345") == {"value": "0699012345", "state": "unreadable"}


@pytest.mark.parametrize("digits", ["0999012345", "999012345", "84999012345", "03" + "9" * 8])
def test_mobile_numbers_are_recognised(digits: str):
    assert pl.select(phone.is_mobile(pl.lit(digits))).item()


@pytest.mark.parametrize(
    "digits", ["125128429", "399012345", "0299012345", "09990123456", "027215600001", "27215600001"]
)
def test_other_numbers_are_no_mobile_numbers(digits: str):
    assert not pl.select(phone.is_mobile(pl.lit(digits))).item()


@given(st.lists(st.text(min_size=1, max_size=15), max_size=8))
def test_every_cell_has_one_answer_in_its_place(texts: list[str]):
    column = pl.Series(texts, dtype=pl.String)
    reading = phone.read(column)
    assert reading.height == len(texts)
    assert [answer(phone.read(pl.Series([t]))) for t in texts] == reading.rows(named=True)


@pytest.mark.parametrize("cell", ["0999012345", "0299012345"])
def test_reading_a_tidy_cell_would_change_nothing(cell: str):
    assert pl.select(phone.tidy(pl.lit(cell))).item()
    assert read(cell) == {"value": cell, "state": "good"}


@pytest.mark.parametrize("cell", [" 0999012345", "09990123450", "0699012345", "không", cells.NUMBER + "999012345"])
def test_any_other_cell_is_read(cell: str):
    assert not pl.select(phone.tidy(pl.lit(cell))).item()


@given(st.from_regex(r"0[1-9][0-9]{8,9}", fullmatch=True))
def test_a_cell_with_nothing_but_a_number_is_read_as_one_with_a_space_before_it(cell: str):
    assert read(cell) == read(f" {cell}")
