"""Health-insurance numbers: the card's fifteen characters and the ten digits in them."""

import polars as pl
import pytest

from sosach.ids import health_insurance
from sosach.text import cells
from tests.ids.numbers import answer


def read(cell: str) -> dict[str, object]:
    return answer(health_insurance.read(pl.Series([cell])))


def is_code_of(digits: str, number: str | None) -> bool:
    return bool(pl.select(health_insurance.is_code_of(pl.lit(digits), pl.lit(number, dtype=pl.String))).item())


@pytest.mark.parametrize(
    "cell",
    ["TE1272760970995", "te1272760970995", "TE 1 27 2760970995", "TE-1-27-27-609-70995", "Mã thẻ: TE1272760970995"],
)
def test_a_card_is_read_in_every_writing(cell: str):
    assert read(cell) == {"value": "TE1272760970995", "state": "good"}


def test_a_card_of_after_2021_shows_ten_digits():
    assert read("2760970995") == {"value": "2760970995", "state": "good"}


def test_a_number_cell_lost_the_zero_of_the_province():
    assert read(cells.NUMBER + "160970995") == {"value": "0160970995", "state": "good"}


def test_nine_digits_in_a_text_cell_lost_anything():
    assert read("160970995") == {"value": None, "state": "unreadable"}


@pytest.mark.parametrize("cell", ["không", "x", "TE127276097099", "T12727609709955", "0", "chưa có"])
def test_what_is_no_number_is_empty(cell: str):
    assert read(cell) == {"value": None, "state": "unreadable"}


def test_ten_digits_are_known_as_the_rest_of_the_card():
    assert is_code_of("2760970995", "TE1272760970995")
    assert is_code_of("2760970995", "2760970995")
    assert not is_code_of("2760970996", "TE1272760970995")


def test_the_code_is_known_without_its_zero():
    assert is_code_of("160970995", "TE1010160970995")


def test_without_a_card_nothing_is_known():
    assert not is_code_of("2760970995", None)


def test_other_lengths_are_no_code_though_they_end_alike():
    assert not is_code_of("60970995", "TE1270060970995")
    assert not is_code_of("02760970995", "TE1272760970995")


@pytest.mark.parametrize("cell", ["TE1272760970995", "2760970995"])
def test_reading_a_tidy_cell_would_change_nothing(cell: str):
    assert pl.select(health_insurance.tidy(pl.lit(cell))).item()
    assert read(cell) == {"value": cell, "state": "good"}


@pytest.mark.parametrize(
    "cell", [" TE1272760970995", "TE12727609709950", "te1272760970995", "không", cells.NUMBER + "999012345"]
)
def test_any_other_cell_is_read(cell: str):
    assert not pl.select(health_insurance.tidy(pl.lit(cell))).item()
