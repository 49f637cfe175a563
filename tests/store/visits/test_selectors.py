"""Figures of the household review add up, hamlet by hamlet and day by day."""

from dataclasses import astuple, fields
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.findings.notices import Refused
from sosach.store.visits import selectors
from sosach.store.visits.selectors import Figures
from tests.store.people import ON, child, taken_in
from tests.store.upload import exports
from tests.store.visits import lists

BABY = {"Họ và tên trẻ": "Nguyễn Thị Mới", "Ngày sinh": "02/05/2026", "Họ tên mẹ": "Trần Thị Sen"}


@pytest.fixture
def answered(campaign, tmp_path):
    """Two hamlets asked; one of them has answered about two of four children."""
    taken_in(tmp_path / "a.xlsx", [child(n, sex="") for n in range(1, 7)])
    lists.sent(tmp_path, "Thôn Bãi Dâu", lists.HAMLET)
    path = lists.workbook(tmp_path)
    lists.received(lists.filled(path, {1: "Nữ", 2: "không có người này", 3: {"Ghi chú": "hẹn lại"}}, [BABY]))


def test_answered_questions_are_applied_waiting_handed_on_or_noted(answered):
    found = selectors.figures(lists.BACK)
    assert (found.lists, found.questions, found.answered) == (2, 6, 3)
    assert found.answered == found.applied + found.conflicts + found.decided + found.next_step + found.noted
    assert (found.applied, found.next_step, found.noted) == (1, 1, 1)
    assert (found.met, found.met_new, found.met_waiting) == (1, 1, 0)


def test_hamlets_add_up(answered):
    parts = selectors.figures_by_hamlet(lists.BACK)
    assert set(parts) == {"Thôn Bãi Dâu", lists.HAMLET}
    summed = [sum(column) for column in zip(*map(astuple, parts.values()), strict=True)]
    assert dict(zip([field.name for field in fields(Figures)], summed, strict=True)) == {
        field.name: getattr(selectors.figures(lists.BACK), field.name) for field in fields(Figures)
    }
    assert parts["Thôn Bãi Dâu"].answered == 0


def test_figures_are_those_of_the_day(answered):
    assert selectors.figures(date(2026, 6, 17)) == Figures()
    before = selectors.figures(ON)
    assert (before.questions, before.answered, before.met) == (6, 0, 0)
    assert selectors.persons_answered(ON) == set()
    assert len(selectors.persons_answered(lists.BACK)) == 3


def test_a_list_is_overdue_when_nothing_of_it_came_back(answered):
    late = selectors.figures_by_hamlet(date(2026, 7, 30))
    assert (late["Thôn Bãi Dâu"].overdue, late[lists.HAMLET].overdue) == (1, 0)


def test_a_question_on_two_lists_counts_once(answered, tmp_path):
    lists.sent(tmp_path, "Thôn Bãi Dâu", on=lists.BACK)
    found = selectors.figures_by_hamlet(lists.BACK)["Thôn Bãi Dâu"]
    assert (found.lists, found.questions, found.households) == (2, 2, 2)


def test_rows_behind_the_figures(answered):
    (step,) = selectors.next_steps()
    assert selectors.next_steps("culture_society_office") == [step]
    assert selectors.next_steps("commune_police") == []
    assert selectors.conflicts() == []
    assert selectors.visit_of("RS-0001").hamlet == "Thôn Bãi Dâu"
    with pytest.raises(Refused, match="RS-0009"):
        selectors.visit_of("RS-0009")


def test_figures_are_few_questions(answered):
    with CaptureQueriesContext(connection) as asked:
        selectors.figures_by_hamlet(lists.BACK)
    assert len(asked) <= 4


def test_a_conflict_ends_with_a_decision(campaign, tmp_path):
    lists.register(tmp_path, {"sex": "?"})
    lists.sent(tmp_path)
    lists.received(lists.filled(lists.workbook(tmp_path), {1: "chắc là con trai"}))
    before = selectors.figures(lists.BACK)
    assert (before.conflicts, before.decided, len(selectors.conflicts())) == (1, 0, 1)
    exports.decided(1, "sex", "Nữ", lists.BACK)
    after = selectors.figures(lists.BACK)
    assert (after.conflicts, after.decided, selectors.conflicts()) == (0, 1, [])
