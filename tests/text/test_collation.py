"""Vietnamese order: letters of their own, tones last, persons by given name."""

import random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.text.collation import person_key, sort_key
from tests.text.names import full_names

ORDERED = [
    "a, an, àn, ản, ãn, án, ạn, ang, ăn, ân, bình, bính, cao, dung, đào, đức, em, ên, giang, hoa, hòa, hoàng, ích",
    "khôi, lan, lân, my, ngân, nghĩa, oanh, ông, ơn, phúc, quý, sơn, tâm, thảo, uyên, ưng, vân, xuân, y, ý, yến",
]


def in_order(texts, key):
    return pl.DataFrame({"text": texts}).sort(key(pl.col("text")), maintain_order=True)["text"].to_list()


@pytest.mark.parametrize("line", ORDERED, ids=["a to i", "k to y"])
def test_the_alphabet(line):
    words = line.split(", ")
    shuffled = random.Random(1).sample(words, len(words))
    assert in_order(shuffled, sort_key) == words


def test_names_that_a_computer_puts_last():
    assert in_order(["Yến", "Đức", "Ánh", "Dung"], sort_key) == ["Ánh", "Dung", "Đức", "Yến"]


def test_syllable_by_syllable():
    assert in_order(["Hòa An", "Hoa Yến", "Hoàng"], sort_key) == ["Hoa Yến", "Hòa An", "Hoàng"]


@pytest.mark.parametrize(("one", "other"), [("HÒA", "hoà"), ("Thúy", "Thuý"), ("Hòa", "Hoà")])
def test_no_difference_in_order(one, other):
    keys = pl.DataFrame({"text": [one, other]}).select(sort_key(pl.col("text")))["text"]
    assert keys[0] == keys[1]


def test_signs_in_a_text_are_not_taken_for_tones():
    assert in_order(["an%", "ạn", "an"], sort_key) == ["an%", "an", "ạn"]


def test_persons_stand_by_given_name_then_family_then_middle():
    persons = ["Nguyễn An", "Nguyễn Thị An", "Nguyễn Văn An", "Trần An", "Lê Thị Ánh", "Đỗ Đức", "Hoa", "Bùi Văn Yến"]
    shuffled = random.Random(2).sample(persons, len(persons))
    assert in_order(shuffled, person_key) == persons


def test_a_person_without_a_name():
    assert pl.select(person_key(pl.lit(None, dtype=pl.String))).item() is None


@given(st.lists(full_names(), min_size=2, max_size=8))
def test_order_does_not_depend_on_case(names):
    upper = in_order([name.upper() for name in names], person_key)
    assert upper == [name.upper() for name in in_order(names, person_key)]
