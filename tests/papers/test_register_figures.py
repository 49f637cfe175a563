"""The figures of a register."""

import pytest
from hypothesis import given

from sosach.campaign.balance import Left
from sosach.papers.register_figures import PERSONS, behind, register_figures
from tests.papers import model
from tests.papers.strategies import registers


@given(registers())
def test_now_is_before_and_the_period_without_those_who_are_not_counted_any_more(told):
    figures = register_figures(told)
    for name in PERSONS:
        if name != "closing":
            before = len(behind(name, _as_before(told)))
            now = before + figures["period"][name] - figures["withdrawn"][name]
            assert figures["cumulative"][name] == now, name


def _as_before(told):
    """The cut-off before, as if it were now."""
    from dataclasses import replace

    return replace(told, now=told.before, before={}, lists=[])


@given(registers(benefits=True))
def test_every_figure_counts_the_persons_behind_it(told):
    figures = register_figures(told)
    assert [n for n in PERSONS if len(behind(n, told)) != figures["cumulative"][n]] == []
    moves = ("opening", "added", *(reason.value for reason in Left))
    assert [n for n in moves if len(behind(n, told)) != figures["period"][n]] == []


def test_the_model_week_counts_what_the_model_says():
    now = register_figures(model.told())["cumulative"]
    names = (
        "closing",
        "id_valid",
        "id_missing",
        "id_wrong",
        "to_review",
        "reviewed",
        "entries",
        "uploaded",
        "remaining",
    )
    assert [now[name] for name in names] == [1990, 1838, 118, 34, 274, 243, 324, 93, 181]


def test_somebody_who_vanishes_without_a_reason_is_no_figure():
    told = model.told()
    del told.now[max(told.before)]
    with pytest.raises(ValueError, match="vanished"):
        register_figures(told)
