"""Frozen figures."""

import json

import pytest

from sosach.papers.frozen import cut_off_day, freeze, genuine, in_bytes, leaving
from tests.papers import model

FIGURES = model.figures()


def test_made_again_they_are_the_same_bytes():
    assert in_bytes(model.figures()) == in_bytes(FIGURES)


def test_spaces_and_order_do_not_matter_one_altered_figure_does():
    again = json.loads(json.dumps(dict(reversed(FIGURES.items())), indent=8))
    assert genuine(again)
    again["children"]["cumulative"]["uploaded"] += 1
    assert not genuine(again)


@pytest.mark.parametrize("told", [None, [], {}, {"format": 1}, {**FIGURES, "sha256": ""}, {**FIGURES, "format": 2}])
def test_what_is_no_file_of_figures_is_not_genuine(told):
    assert not genuine(told)


def test_what_leaves_the_commune_has_totals_alone_and_a_hash_of_its_own():
    sent = leaving(FIGURES)
    assert genuine(sent)
    assert "hamlets" not in sent["children"]
    assert sent["children"]["cumulative"] == FIGURES["children"]["cumulative"]
    assert sent["sha256"] != FIGURES["sha256"]


def test_figures_that_do_not_foot_are_not_frozen():
    figures = json.loads(json.dumps(FIGURES["children"]))
    figures["cumulative"]["uploaded"] += 1
    from sosach.papers.frozen import Head

    head = Head(
        kind="weekly", number="TE-2026-25", unit_code="99999", unit="", province="", first_day=model.FIRST,
        cut_off=model.CUT_OFF, chain_head="",
    )  # fmt: skip
    with pytest.raises(ValueError, match="uploaded"):
        freeze(head, {"children": figures})


def test_cut_off_is_five_in_the_afternoon_in_vietnam():
    assert FIGURES["cut_off"] == "2026-06-18T17:00:00+07:00"
    assert cut_off_day(FIGURES) == model.CUT_OFF
