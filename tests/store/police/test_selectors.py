from datetime import date

import pytest

from sosach.campaign.reminder import Duty
from sosach.findings.notices import Refused
from sosach.store.police import selectors
from tests.store.people import ON
from tests.store.police.lists import THURSDAY, WEDNESDAY, answered, asked, given, sent

MOVED = {"result": "Không tìm thấy", "note": "chuyển đi"}


def test_before_the_first_batch_everything_is_nought(campaign):
    assert selectors.figures("children", ON) == selectors.Figures()
    assert selectors.figures_by_batch("children", ON) == {}
    assert selectors.late(ON) == []
    assert selectors.registers_sent() == []


@pytest.fixture
def back(campaign, tmp_path):
    """Six children are sent, four answered."""
    asked(tmp_path, *range(1, 7))
    sent(tmp_path)
    answered(tmp_path, {1: given(1), 2: MOVED, 3: {"result": "Chưa đăng ký khai sinh"}, 4: {"result": "hỏi lại"}})


def test_batches_and_hamlets_add_up_to_the_register(back):
    whole = selectors.figures("children", WEDNESDAY)
    assert (whole.sent, whole.returned, whole.at_police, whole.persons) == (6, 4, 2, 6)
    assert (whole.applied, whole.conflicts, whole.decided, whole.next_step) == (1, 1, 0, 2)
    for parts in (
        selectors.figures_by_batch("children", WEDNESDAY),
        selectors.figures_by_hamlet("children", WEDNESDAY),
    ):
        for name in ("sent", "returned", "at_police", "overdue", "applied", "conflicts", "next_step"):
            assert sum(getattr(part, name) for part in parts.values()) == getattr(whole, name)
    assert set(selectors.figures_by_hamlet("children", WEDNESDAY)) == {"Thôn Bãi Dâu", "Thôn Gò Me"}
    assert whole.results == {
        "matches": 0, "number_given": 1, "corrected": 0, "not_found": 1, "unregistered": 1, "duplicate": 0, "other": 0,
        "unread": 1,
    }  # fmt: skip


def test_figures_are_those_of_the_day(back):
    before = selectors.figures("children", THURSDAY)
    assert (before.sent, before.returned, before.at_police, before.applied) == (6, 0, 6, 0)
    assert selectors.figures("children", date(2026, 6, 17)) == selectors.Figures()
    assert selectors.figures("children", WEDNESDAY).overdue == 0
    assert selectors.figures("children", date(2026, 6, 25)).overdue == 2


def test_who_takes_the_next_step(back):
    assert {line.whom for line in selectors.next_steps("children")} == {"collaborator", "civil_registration_officer"}
    (registry,) = selectors.next_steps("children", "civil_registration_officer")
    assert selectors.unregistered("children") == {registry.person_id}


def test_what_the_police_have_not_returned_is_their_duty(back):
    (late,) = selectors.late(WEDNESDAY)
    assert (late.organisation, late.duty, late.open, late.total, late.place) == (
        "commune_police", Duty.RETURN, 2, 6, "TE-01",
    )  # fmt: skip
    assert late.due == WEDNESDAY


def test_a_batch_that_is_none(back):
    assert selectors.batch_of("TE-01").rows == 6
    with pytest.raises(Refused):
        selectors.sent_minutes("TE-09")
