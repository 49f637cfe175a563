"""What Splink learns of two made-up lists is what was done to them."""

from functools import cache

import polars as pl
import pytest

pytest.importorskip("splink")

from sosach.engines.splink_columns import case_of
from sosach.engines.splink_model import Model, to_json
from sosach.engines.splink_training import trained
from sosach.linkage.blocking import key_columns
from sosach.linkage.sides import sides_of
from sosach.linkage.weights import weights
from tests.engines.made_up_lists import lists

# Every fact takes its time; what can be shown on few is shown on few.
LEFT_OUT = ("number", "mother_number", "father", "father_number", "father_year", "certificate")


def learnt_from(*lists: pl.DataFrame) -> Model:
    left, right = (facts.with_columns(pl.lit(None, pl.String).alias(fact) for fact in LEFT_OUT) for facts in lists)
    sides = sides_of(left, right)
    return trained(case_of(sides, [left, right], key_columns(sides), []), weights(), 200_000)


@cache
def model() -> Model:
    return learnt_from(*lists(6_000))


@pytest.mark.parametrize(
    ("fact", "level", "share"),
    [
        ("birth_date", "same", 0.965),
        ("birth_date", "partial", 0.010),
        ("sex", "same", 0.995),
        ("mother", "same", 0.917),
        ("mother_year", "near", 0.015),
        ("mother_year", "same", 0.981),
        ("place", "other", 0.020),
    ],
)
def test_how_often_people_agree_with_themselves_is_found_without_being_told(fact, level, share):
    assert model().facts[fact][level].m == pytest.approx(share, abs=0.3 * min(share, 1 - share) + 0.01)


def test_how_often_chance_agrees_is_counted():
    assert model().facts["sex"]["same"].u == pytest.approx(0.5, abs=0.02)
    assert model().facts["birth_date"]["same"].u == pytest.approx(1 / (16 * 365), rel=0.5)


def test_weights_follow_from_the_shares():
    date = model().facts["birth_date"]["same"]
    assert 11 < date.bits < 13
    assert model().facts["sex"]["other"].bits < -4


def test_a_level_that_was_not_seen_has_the_weight_of_the_table():
    order = model().facts["name"]["order"]
    assert (order.bits, order.m, order.u) == (weights()["name"]["order"], None, None)


def test_every_weight_can_be_used():
    assert all(-25 < level.bits < 25 for levels in model().facts.values() for level in levels.values())
    assert {fact: set(levels) for fact, levels in model().facts.items()} == {
        fact: set(weights()[fact]) for fact in model().facts
    }


def test_the_same_lists_give_the_same_model():
    assert to_json(learnt_from(*lists(1_200))) == to_json(learnt_from(*lists(1_200)))


def test_lists_in_which_everybody_is_found_again_can_be_learnt_from():
    # All pairs of a key may be one person each: Splink by itself would divide by a chance of zero.
    facts, _ = lists(1_200)
    assert learnt_from(facts, facts.clone()).facts["birth_date"]["same"].bits > 10
