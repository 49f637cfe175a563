"""Patterns of words that are no name."""

import re

import polars as pl
import pytest

from sosach.people.name_words import (
    ODD_NAME_CASE,
    ODD_SMALL,
    REMARK_BEHIND,
    TITLE_IN_FRONT,
    is_placeholder,
    second_name,
)
from sosach.refdata.names import family_names


@pytest.mark.parametrize("family", [n.name for n in family_names()[:100]])
def test_no_family_name_alone_holds_the_place_of_a_name(family: str):
    assert not pl.select(is_placeholder(pl.lit(f"{family.lower()} văn an"))).item()


@pytest.mark.parametrize(
    "small", ["bé gái", "con bà hoa", "chưa đặt tên", "không có", "nguyễn văn an con bà hoa", "lan đã mất"]
)
def test_words_that_call_for_care_are_seen_in_small_letters_and_in_name_case(small: str):
    assert re.search(ODD_SMALL.replace(r"\p{L}", "a-zà-ỹđ"), small)
    assert re.search(ODD_NAME_CASE.replace(r"\p{L}", "a-zA-Zà-ỹĐđ"), small.title())


def test_a_form_of_address_needs_a_whole_name_behind_it():
    assert pl.select(pl.lit("Bà Nguyễn Thị Hoa").str.contains(TITLE_IN_FRONT)).item()
    assert not pl.select(pl.lit("Ông Cao Thắng").str.contains(TITLE_IN_FRONT)).item()
    assert not pl.select(pl.lit("Cô Hoa").str.contains(TITLE_IN_FRONT)).item()


def test_a_remark_stands_behind_the_name():
    assert pl.select(pl.lit("Nguyễn An đã mất").str.extract(REMARK_BEHIND, 1)).item() == "Nguyễn An"
    assert pl.select(pl.lit("đã mất").str.extract(REMARK_BEHIND, 1)).item() is None


@pytest.mark.parametrize("cell", ["Lê Văn An\nTrần Thị Bình", "Lê An\r\n Lê Bình ", "Lê An\n\nLê Bình\nLê Chi"])
def test_two_persons_in_one_cell(cell: str):
    assert second_name(cell) in ("Trần Thị Bình", "Lê Bình")


@pytest.mark.parametrize("cell", ["Nguyễn Thị\nHoa", "Nguyễn Văn\nMai Anh", "Lê Văn An\n(Tèo)", "Lê Văn An\n", "Lê An"])
def test_a_name_broken_over_two_lines_is_one(cell: str):
    assert second_name(cell) is None
