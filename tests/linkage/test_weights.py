import pytest

from sosach.linkage.comparing import LEVELS
from sosach.linkage.evidence import FAMILY
from sosach.linkage.weights import weights


@pytest.mark.parametrize("fact", list(LEVELS))
def test_every_level_of_every_fact_has_its_bits(fact):
    assert set(weights()[fact]) == set(LEVELS[fact].categories)


@pytest.mark.parametrize("fact", ["name", "birth_date", "mother", "father", "guardian", "number"])
def test_no_difference_counts_more_than_sameness(fact):
    told = weights()[fact]
    assert max(told.values()) == told["same"]
    assert told["other"] == min(told.values())


def test_two_numbers_speak_against():
    assert weights()["number"]["other"] < 0
    assert weights()["number"]["next"] < 0
    assert weights()["certificate"]["other"] < 0


def test_family_is_what_sisters_and_brothers_share():
    assert set(FAMILY) <= set(LEVELS)
    assert not {"name", "birth_date", "sex", "number"} & set(FAMILY)


def test_there_is_nothing_else_in_the_table():
    assert set(weights()) == {*LEVELS, "family", "rarity"}
