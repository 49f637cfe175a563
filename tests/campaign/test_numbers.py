"""What a number is worth beside its person."""

import pytest

from sosach.campaign.numbers import Asked, NumberState, judged

BOY = ("male", "2018-03-05")


@pytest.mark.parametrize(
    ("number", "shown", "state", "agrees"),
    [
        ("027218700002", None, NumberState.RIGHT, True),
        ("027318700002", None, NumberState.CONTRADICTED, False),  # a girl's
        ("027217700002", None, NumberState.CONTRADICTED, False),  # of 2017
        ("003218700002", None, NumberState.CONTRADICTED, False),  # of no known place
        ("111111111111", None, NumberState.IMPOSSIBLE, False),
        (None, "27218700002", NumberState.IMPOSSIBLE, False),
        (None, None, NumberState.EMPTY, False),
        (None, " ", NumberState.EMPTY, False),
    ],
)
def test_a_number_beside_its_person(number: str | None, shown: str | None, state: NumberState, agrees: bool) -> None:
    found = judged([(number, shown, *BOY)])[0]
    assert (found.state, found.agrees) == (state, agrees)


@pytest.mark.parametrize(
    "row",
    [("027218700002", None, None, "2018"), ("027218700002", None, "male", None), ("027218700002", None, None, None)],
)
def test_what_is_not_known_speaks_neither_for_nor_against(row: Asked) -> None:
    found = judged([row])[0]
    assert found.state is NumberState.RIGHT
    assert not found.agrees


def test_nobody_is_judged_when_nobody_is_asked_about() -> None:
    assert judged([]) == []
