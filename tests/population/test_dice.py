"""Draws: repeatable, independent of who else is drawn for, and as likely as they say."""

from hashlib import blake2b

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.population.dice import Dice


def draw(rows: int, expr: pl.Expr, first: int = 0) -> list[object]:
    return pl.DataFrame({"who": pl.int_range(first, first + rows, eager=True)}).select(expr).to_series().to_list()


def splitmix(state: int) -> int:
    """SplitMix64 as its authors wrote it: the number for a state."""
    mask = (1 << 64) - 1
    z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
    return z ^ (z >> 31)


def test_mixing_is_splitmix():
    start = int.from_bytes(blake2b(b"7 mother sex", digest_size=8).digest())
    states = [(start + row * 0x9E3779B97F4A7C15) % 2**64 for row in range(5)]
    assert draw(5, Dice(7, "who", "mother").raw("sex")) == [splitmix(state) for state in states]


def test_same_seed_same_draw():
    assert draw(50, Dice(7, "who").raw("sex")) == draw(50, Dice(7, "who").raw("sex"))


def test_a_person_does_not_change_with_those_beside():
    assert draw(100, Dice(7, "who").raw("sex"))[90:] == draw(10, Dice(7, "who").raw("sex"), first=90)


@pytest.mark.parametrize(
    "other", [Dice(8, "who").raw("sex"), Dice(7, "who").raw("name"), Dice(7, "who", "mother").raw("sex")]
)
def test_another_seed_draw_or_role_is_another_chance(other):
    assert set(draw(50, Dice(7, "who").raw("sex"))).isdisjoint(draw(50, other))


@given(seed=st.integers(0, 2**40), low=st.integers(-50, 50), span=st.integers(0, 30))
def test_whole_numbers_stay_within_their_bounds(seed, low, span):
    drawn = draw(200, Dice(seed, "who").whole("age", low, low + span))
    assert min(drawn) >= low
    assert max(drawn) <= low + span


def test_both_ends_of_a_range_are_drawn():
    assert set(draw(200, Dice(1, "who").whole("x", 3, 5))) == {3, 4, 5}


def test_chance_is_what_it_says():
    assert sum(draw(20_000, Dice(3, "who").happens("twin", 0.1))) == pytest.approx(2_000, rel=0.1)


def test_weights_are_what_they_say():
    drawn = draw(20_000, Dice(3, "who").one_of("family", ["both", "mother", "nobody"], [9, 1, 0]))
    assert drawn.count("both") == pytest.approx(18_000, rel=0.02)
    assert drawn.count("nobody") == 0


def test_one_value_is_always_it():
    assert set(draw(10, Dice(3, "who").one_of("x", ["only"]))) == {"only"}
