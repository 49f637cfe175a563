"""Sex in the words of commune lists; codes are never guessed."""

import polars as pl
import pytest

from sosach.people import sex
from sosach.text import cells


def told(cell: str) -> tuple[object, ...]:
    return sex.read(pl.Series([cell])).row(0)


@pytest.mark.parametrize(
    "cell", ["Nam", "nam", "NAM", " Nam ", "M", "m", "Male", "Trai", "Bé trai", "con trai", "Nam giới", "T"]
)
def test_men_and_boys(cell: str):
    assert told(cell) == ("male", "good")


@pytest.mark.parametrize(
    "cell", ["Nữ", "nữ", "NỮ", "Nu", "NU", "Nử", "Nư", "F", "female", "Gái", "gai", "Bé gái", "Nữ giới", "nữ.", "G"]
)
def test_women_and_girls(cell: str):
    assert told(cell) == ("female", "good")


@pytest.mark.parametrize(
    "cell",
    [
        "0",
        "1",
        "2",
        "x",
        "X",
        "-",
        "?",
        "không",
        "Năm",
        "Nàm",
        "LGBT",
        "Kinh",
        cells.NUMBER + "1",
        cells.ERROR + "#N/A",
    ],
)
def test_codes_and_other_words_are_never_guessed(cell: str):
    assert told(cell) == (None, "unreadable")


@pytest.mark.parametrize(
    "cell", ["Nam/Nữ", "Nam Nữ", "nam, nữ", "Nữ - Nam", "Nam+Nữ", "nam|nữ", "M/F", "Trai/Gái", "Nam hoặc nữ"]
)
def test_both_marked_is_both(cell: str):
    assert told(cell) == (None, "both")


def test_answers_stand_in_the_order_of_the_cells():
    assert sex.read(pl.Series(["Nữ", "x", "Nam", "Nam Nữ"])).rows() == [
        ("female", "good"),
        (None, "unreadable"),
        ("male", "good"),
        (None, "both"),
    ]
