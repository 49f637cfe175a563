"""Splink adds the bits that the built-in linker adds, when it has its weights."""

import polars as pl
import pytest

pytest.importorskip("splink")

from sosach.engines.splink_columns import Case, case_of
from sosach.engines.splink_scoring import scored
from sosach.linkage.blocking import candidates, key_columns, planned
from sosach.linkage.comparing import compared
from sosach.linkage.evidence import FAMILY, bits, fitted, most_of_family
from sosach.linkage.names import ALIKE
from sosach.linkage.sides import sides_of
from sosach.linkage.weighing import weighed_all
from sosach.linkage.weights import weights
from tests.engines.made_up_lists import lists


def case(size: int) -> tuple[Case, pl.DataFrame]:
    """The lists, and all pairs weighed by the built-in linker."""
    left, right = lists(size)
    sides = sides_of(left, right)
    rows = key_columns(sides)
    keys = planned(*rows)
    ours = weighed_all(sides, compared(sides, candidates(*rows, keys)))
    return case_of(sides, [left, right], rows, keys), ours


def test_the_same_pairs_have_the_same_bits():
    found, ours = case(1_200)
    theirs = scored(found, fitted(weights(), found.sides), None)
    both = ours.join(theirs, on=["left", "right"])
    assert both.height == ours.height == theirs.height
    # What a family tells is limited later. Of two names that are alike Splink takes the commoner for their rarity, the
    # built-in linker the rarer.
    within = both.filter((pl.col("family") <= most_of_family(weights())).fill_null(value=True))
    apart = within.with_columns(apart=pl.col("evidence") - pl.col("bits"))
    one_rarity = apart.filter((pl.col("name") == "same") | ~pl.col("name").is_in(ALIKE) | pl.col("name").is_null())
    assert one_rarity.height > 500
    assert one_rarity["apart"].abs().max() < 1e-9
    limits = weights()["rarity"]
    assert apart["apart"].is_between(-1e-9, limits["most"] - limits["least"] + 1e-9).all()


def test_pairs_of_few_bits_are_left_out_where_that_is_asked_for():
    found, _ = case(1_200)
    all_pairs = scored(found, weights(), None)
    some = scored(found, weights(), 2.0)
    assert some.equals(all_pairs.filter(pl.col("bits") >= 2.0))
    assert 0 < some.height < all_pairs.height


def test_what_a_family_has_in_common_is_told_apart():
    found, ours = case(1_200)
    told = scored(found, weights(), None)
    pairs = ours.join(told, on=["left", "right"])
    expected = pairs.select(told="family", ours=pl.sum_horizontal(bits(weights(), FAMILY)))
    assert expected.filter((pl.col("told") - pl.col("ours")).abs() > 1e-9).height <= 1  # see test_splink_levels


def test_pairs_are_told_by_places_in_order():
    found, _ = case(1_200)
    told = scored(found, weights(), None)
    assert told.select("left", "right").equals(told.select("left", "right").sort("left", "right"))
    assert (told["left"].dtype, told["right"].dtype) == (pl.UInt32, pl.UInt32)
