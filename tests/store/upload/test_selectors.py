"""Figures of uploads add up, on every day."""

from dataclasses import astuple
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.findings.notices import Refused
from sosach.store.upload import ready, selectors
from sosach.store.upload.selectors import Figures
from tests.store.people import ON
from tests.store.upload import exports


@pytest.fixture
def confirmed(campaign, tmp_path):
    exports.prepared(exports.register(tmp_path), tmp_path / "o.xlsx")
    exports.ticked(exports.tick(tmp_path / "o-list.xlsx", {1: "x"}), date(2026, 6, 20))
    exports.confirmed(exports.later(tmp_path, {1: {"sex": "Nữ"}}))


def test_facts_are_open_accepted_missing_or_different(confirmed):
    found = selectors.figures("children", exports.LATER)
    assert found.facts == found.open + found.accepted + found.missing + found.different == 2
    assert (found.accepted, found.missing, found.persons) == (1, 1, 2)
    assert (found.persons_accepted, found.persons_reopened) == (1, 1)


@pytest.mark.parametrize(
    ("on", "open_facts", "typed"), [(date(2026, 6, 17), 0, 0), (ON, 2, 0), (date(2026, 6, 20), 2, 1)]
)
def test_figures_are_those_of_the_day(confirmed, on, open_facts, typed):
    found = selectors.figures("children", on)
    assert (found.open, found.typed, found.accepted) == (open_facts, typed, 0)


def test_hamlets_add_up_to_the_register(confirmed):
    whole = selectors.figures("children", exports.LATER)
    parts = selectors.figures_by_hamlet("children", exports.LATER).values()
    summed = [sum(column) for column in zip(*map(astuple, parts), strict=True)]
    assert summed[1:] == list(astuple(whole))[1:]


def test_a_fact_in_two_uploads_counts_once(confirmed, tmp_path):
    exports.prepared(tmp_path / "b.xlsx", tmp_path / "p.xlsx", exports.LATER)
    found = selectors.figures("children", exports.LATER)
    assert (found.uploads, found.facts, found.open, found.missing) == (2, 2, 1, 0)


def test_ready_counts_persons_and_facts(campaign, tmp_path):
    assert ready.figures("children") == ready.Ready()
    exports.register(tmp_path)
    exports.decided(2, "mother_birth_year", "1991")
    found = ready.figures("children")
    assert (found.facts, found.persons) == (3, 2)
    assert ready.persons("children") == {1, 2}


def test_nothing_of_another_register(confirmed):
    assert selectors.figures("beneficiaries", exports.LATER) == Figures()
    assert ready.persons("beneficiaries") == set()


def test_a_code_that_is_none(confirmed):
    assert selectors.upload_of("CN-01").cells == 2
    with pytest.raises(Refused, match="CN-09"):
        selectors.upload_of("CN-09")


def test_figures_are_few_questions(confirmed):
    with CaptureQueriesContext(connection) as asked:
        selectors.figures("children", exports.LATER)
    assert len(asked) <= 2
