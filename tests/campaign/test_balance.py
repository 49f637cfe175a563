"""Figures that add up from week to week."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.balance import LEFT_LABELS, Balance, Left, balance


def left(**counts: int) -> dict[Left, int]:
    return {reason: counts.get(reason.name.lower(), 0) for reason in Left}


def test_week_of_the_papers():
    """The figures of the model of the weekly report: 1.986 − 5 − 3 − 0 − 2 + 14 = 1.990."""
    before = {f"p{n}": None for n in range(1986)}
    after: dict[str, Left | None] = dict(before) | {f"n{n}": None for n in range(14)}
    reasons = [Left.TURNED_SIXTEEN] * 5 + [Left.MOVED] * 3 + [Left.MERGED] * 2
    after |= {f"p{n}": reason for n, reason in enumerate(reasons)}
    week = balance(before, after)
    assert week == Balance(1986, 14, left(turned_sixteen=5, moved=3, merged=2), 1990)
    assert week.decrease == 10
    assert week.figures()["turned_16"] == 5
    assert week.figures()["deceased"] == 0


def test_child_who_moved_back_was_added():
    assert balance({"a": Left.MOVED}, {"a": None}) == Balance(0, 1, left(), 1)


def test_child_who_came_and_went_within_the_week_is_in_no_figure():
    assert balance({}, {"a": Left.MOVED}) == Balance(0, 0, left(), 0)


def test_who_left_long_ago_is_not_counted_again():
    assert balance({"a": Left.MOVED}, {"a": Left.DECEASED}) == Balance(0, 0, left(), 0)


def test_nobody_vanishes():
    with pytest.raises(ValueError, match="1 persons vanished"):
        balance({"a": None}, {})


def test_figures_that_do_not_add_up_are_no_balance():
    with pytest.raises(ValueError, match="is not 9"):
        Balance(10, 0, left(), 9)


def test_weeks_that_do_not_meet_are_not_put_together():
    with pytest.raises(ValueError, match="opened with 5"):
        Balance(10, 0, left(), 10).then(Balance(5, 0, left(), 5))


def test_every_reason_has_its_words():
    assert set(LEFT_LABELS) == set(Left)


STATES = st.none() | st.sampled_from(Left)
# What becomes of each of at most twelve persons in a week; a week knows everybody of the week before.
CHANGES = st.lists(st.dictionaries(st.integers(0, 11), STATES), max_size=8)


@given(CHANGES)
def test_last_week_and_what_happened_make_this_week(changes):
    states: list[dict[int, Left | None]] = [{}]
    for change in changes:
        states.append(states[-1] | change)
    weeks = [balance(before, after) for before, after in pairwise(states)]
    for week, after in zip(weeks, states[1:], strict=True):
        assert week.closing == sum(state is None for state in after.values())
        assert week.opening + week.added - week.decrease == week.closing
        assert set(week.left) == set(Left)
    for week, following in pairwise(weeks):
        assert week.closing == following.opening
        assert week.then(following).closing == following.closing


@given(CHANGES, st.permutations(range(12)))
def test_figures_do_not_depend_on_how_persons_are_called(changes, names):
    before: dict[int, Left | None] = dict.fromkeys(range(6))
    after = before | (changes[0] if changes else {})
    renamed = balance({names[p]: s for p, s in before.items()}, {names[p]: s for p, s in after.items()})
    assert renamed == balance(before, after)
