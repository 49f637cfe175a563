"""Old identity-card numbers: keys for finding a person."""

import polars as pl
import pytest

from sosach.ids import old_id
from sosach.text import cells
from tests.ids.numbers import answer


def read(cell: str) -> dict[str, object]:
    return answer(old_id.read(pl.Series([cell])))


@pytest.mark.parametrize(
    "cell", ["125128429", "125.128.429", "125 128 429", "'125128429", cells.NUMBER + "125128429", "CMND: 125128429"]
)
def test_nine_digits_are_read_in_every_writing(cell: str):
    assert read(cell) == {"value": "125128429", "state": "good"}


@pytest.mark.parametrize("cell", [cells.NUMBER + "12512842", "12512842"])
def test_the_zero_of_provinces_01_to_09_is_put_back(cell: str):
    assert read(cell) == {"value": "012512842", "state": "good"}


def test_cards_of_2012_to_2016_had_twelve_digits():
    assert read("027085600001") == {"value": "027085600001", "state": "good"}


@pytest.mark.parametrize("cell", ["1251284", "1251284299", "không", "x", "02512842", "12512842o", cells.ERROR + "#N/A"])
def test_other_lengths_are_no_old_number(cell: str):
    assert read(cell) == {"value": None, "state": "length"}
