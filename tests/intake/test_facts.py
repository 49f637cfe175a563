"""Columns by letter and by number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.intake.facts import column_letters, column_number, placed


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (199, "GR"), (16_383, "XFD")])
def test_letters_of_columns(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert column_number(letters.lower()) == number


@given(st.integers(0, 20_000))
def test_letters_and_numbers_agree(number: int) -> None:
    assert column_number(column_letters(number)) == number


def test_facts_have_a_place() -> None:
    assert placed([(1, 2, "x")], "mark").to_dicts() == [{"row": 1, "column": 2, "mark": "x"}]
    assert placed([], "mark").columns == ["row", "column", "mark"]
