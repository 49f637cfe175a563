"""Whatever the figures are: every report can be written, is tidy, and every number in its prose is a named figure."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from sosach.papers.frozen import Head, freeze
from sosach.papers.letters import extension_letter
from sosach.papers.register_figures import Told, register_figures
from sosach.papers.reports import paper_of
from sosach.papers.situation import Situation
from tests.papers import model
from tests.papers.prose import unnamed, untidy, zeros
from tests.papers.strategies import registers

PLAN = model.plan()
REGISTERS = ["children", "beneficiaries"]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def situation(kind: str, children: Told, beneficiaries: Told) -> Situation:
    """A report on any figures."""
    lists = [replace(one, code=one.code.replace("TE", "BT")) for one in beneficiaries.lists]
    head = Head(
        kind=kind, number="X-2026", unit_code="99999", unit="xã Hòa Mẫu", province="tỉnh Bắc Ninh",
        first_day=date(2026, 6, 12), cut_off=date(2026, 6, 18), chain_head="a" * 64,
    )  # fmt: skip
    told = {"children": children, "beneficiaries": replace(beneficiaries, lists=lists)}
    figures = freeze(head, {name: register_figures(one) for name, one in told.items()})
    return Situation(plan=PLAN, extensions=(), figures=figures)


@pytest.mark.parametrize("kind", ["weekly", "monthly", "final", "adhoc"])
@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(children=registers(), beneficiaries=registers(benefits=True))
def test_every_report_can_be_written_and_names_its_numbers(kind, children, beneficiaries):
    told = situation(kind, children, beneficiaries)
    for paper in paper_of(told, REGISTERS).values():
        assert untidy(paper) == []
        assert unnamed(paper) == set()
        assert zeros(paper) == []
    letter = extension_letter(told, "children")
    assert letter is None or (untidy(letter), unnamed(letter)) == ([], set())
