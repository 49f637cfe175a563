"""The sums of a report."""

import copy

import pytest
from hypothesis import given

from sosach.papers.register_figures import register_figures
from sosach.papers.standing import Stage
from sosach.papers.sums import broken
from tests.papers import model
from tests.papers.strategies import registers


@given(registers())
def test_sums_hold_for_any_children(told):
    assert broken(register_figures(told)) == []


@given(registers(benefits=True))
def test_sums_hold_for_any_beneficiaries(told):
    assert broken(register_figures(told)) == []


FIGURES = register_figures(model.told())


@pytest.mark.parametrize(
    "place",
    [
        ("cumulative", "closing"), ("cumulative", "id_missing"), ("cumulative", "entries"), ("period", "added"),
        ("cumulative", "sent_entries"), ("period", "deceased"), ("cumulative", "not_compared"),
        *(("cumulative", stage.value) for stage in Stage),
    ],
)  # fmt: skip
def test_a_figure_that_is_altered_breaks_a_sum(place):
    altered = copy.deepcopy(FIGURES)
    altered[place[0]][place[1]] += 1
    assert broken(altered) != []


def test_a_list_and_a_hamlet_that_do_not_foot_are_told_by_name():
    altered = copy.deepcopy(FIGURES)
    altered["batches"][0]["answered"] += 1
    altered["hamlets"][5]["cumulative"]["id_valid"] += 1
    told = "; ".join(broken(altered))
    assert "TE-01" in told
    assert "Thôn Bến" in told
