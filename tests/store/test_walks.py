"""Households and the national software, mixed with files, decisions and undoing at random: long walks that get far.

Hypothesis looks for the shortest sequence that breaks something; these walks see to it that every kind of errand meets
what many others have left behind.
"""

import random

import pytest

from sosach.store.log.models import Event
from sosach.store.registers.services.waiting import Answer
from tests.store.rounds import BABY, DOUBTFUL
from tests.store.test_any_sequence import VALUES, Campaign

ANSWERS = ("Nam", "Nữ", "Có", "Chưa", "Đúng", "Lê Thị Tư", "027313600007", "đã chuyển đi", "đã chết", "?", "Kinh")
CHANGES = [(field, value) for field, values in VALUES.items() for value in values]


def _step(walk: Campaign, dice: random.Random) -> None:
    """One errand, whichever."""
    errands = (
        walk.ask_households,
        lambda: walk.hear_households(dice.randint(0, 3), dice.choices(ANSWERS, k=dice.randint(1, 6)), _met(dice)),
        lambda: walk.hear_households(0, dice.choices(ANSWERS, k=6), _met(dice)),
        lambda: walk.say_who_was_met(dice.choice(list(Answer))),
        walk.bring_up,
        lambda: walk.tick(dice.randint(0, 3), dice.choice(("x", "không nhập được"))),
        walk.see_what_was_taken,
        lambda: walk.take_in([(dice.randint(1, 7), dice.sample(CHANGES, 1)) for _ in range(dice.randint(2, 7))]),
        lambda: walk.decide(dice.randint(1, 6), dice.choice(CHANGES)),
        lambda: walk.undo(dice.randint(0, 5)),
    )
    dice.choice(errands)()


def _met(dice: random.Random) -> list[dict[str, str]]:
    return dice.choices((BABY, DOUBTFUL), k=dice.randint(0, 2))


@pytest.mark.parametrize(
    ("seed", "steps"),
    [(5, 8), *(pytest.param(seed, 70, marks=pytest.mark.deep) for seed in range(1, 5))],
)
def test_a_walk_keeps_what_must_hold(seed, steps):
    dice, walk = random.Random(seed), Campaign()
    try:
        walk.begin()
        for _ in range(steps):
            _step(walk, dice)
            walk.everything_holds()
        assert Event.objects.filter(kind="visits_send").exists() or steps < 20
    finally:
        walk.teardown()
