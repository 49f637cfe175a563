"""Lists that leave on Thursday and come back on Wednesday, and what holidays do to them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.cycles import Cycle, cycles, cycles_after, cycles_within
from sosach.campaign.hand_over import HandOver
from sosach.campaign.holiday_rule import HolidayRule
from sosach.campaign.plan import read_plan
from sosach.campaign.schedule import Phase
from tests.campaign.plans import CAO_DUC

RULE = HolidayRule()
WEEKLY = HandOver(send=3, back=2, weeks_later=1, during=("review",), sender=None, receiver=None)


def review(first: date, last: date) -> list[Phase]:
    return [Phase("review", first, last, ())]


def days(found: tuple[Cycle, ...]) -> list[tuple[str, str]]:
    return [(f"{cycle.send:%d/%m}", f"{cycle.back:%d/%m}") for cycle in found]


def test_review_of_children_has_one_thursday():
    schedule = read_plan(CAO_DUC).registers["children"]
    assert days(cycles(schedule, RULE)) == [("18/06", "24/06")]


def test_review_of_beneficiaries_has_two_thursdays():
    schedule = read_plan(CAO_DUC).registers["beneficiaries"]
    assert days(cycles(schedule, RULE)) == [("02/07", "08/07"), ("09/07", "15/07")]


def test_after_an_extension_lists_leave_every_week_as_long_as_they_come_back_in_time():
    schedule = read_plan(CAO_DUC).registers["children"]
    assert days(cycles(schedule, RULE, date(2026, 7, 10))) == [
        ("18/06", "24/06"),
        ("25/06", "01/07"),
        ("02/07", "08/07"),
    ]


def test_return_on_the_national_day_waits_for_the_day_after():
    found = cycles_within(WEEKLY, RULE, review(date(2026, 8, 24), date(2026, 8, 30)))
    assert found == (Cycle(date(2026, 8, 27), date(2026, 9, 3), date(2026, 8, 27), date(2026, 9, 2)),)


def test_list_of_the_tet_week_leaves_on_the_last_working_day_before():
    found = cycles_within(WEEKLY, RULE, review(date(2027, 1, 28), date(2027, 2, 11)))
    assert days(found) == [("28/01", "03/02"), ("03/02", "11/02"), ("11/02", "17/02")]


def test_day_that_would_move_out_of_its_phase_moves_the_other_way():
    found = cycles_within(WEEKLY, RULE, review(date(2026, 12, 31), date(2027, 1, 1)))
    assert days(found) == [("31/12", "06/01")]
    new_year = HandOver(send=4, back=2, weeks_later=1, during=("review",), sender=None, receiver=None)
    moved = cycles_within(new_year, RULE, review(date(2027, 1, 1), date(2027, 1, 8)))
    assert days(moved) == [("04/01", "06/01"), ("08/01", "13/01")]


def test_phase_that_is_all_holiday_has_no_day_to_send():
    assert cycles_within(WEEKLY, RULE, review(date(2026, 2, 16), date(2026, 2, 20))) == ()


def test_phases_that_follow_one_another_count_as_one():
    phases = [Phase("export", date(2026, 6, 4), date(2026, 6, 15), ()), *review(date(2026, 6, 16), date(2026, 6, 18))]
    assert days(cycles_within(WEEKLY, RULE, phases)) == [("04/06", "10/06"), ("11/06", "17/06"), ("18/06", "24/06")]


def test_next_cycles_begin_on_the_day_or_later():
    assert days(cycles_after(WEEKLY, RULE, date(2026, 6, 18), 2)) == [("18/06", "24/06"), ("25/06", "01/07")]


@pytest.mark.parametrize("send", range(7))
@given(first=st.dates(date(2025, 2, 15), date(2030, 9, 1)), length=st.integers(0, 60), back=st.integers(0, 6))
def test_lists_leave_on_working_days_of_their_phase_in_order_and_come_back_on_working_days(send, first, length, back):
    last = date.fromordinal(first.toordinal() + length)
    hand_over = HandOver(send=send, back=back, weeks_later=1, during=("review",), sender=None, receiver=None)
    found = cycles_within(hand_over, RULE, review(first, last))
    sent = [cycle.send for cycle in found]
    assert sent == sorted(set(sent))
    for cycle in found:
        assert first <= cycle.send <= last
        assert RULE.is_working_day(cycle.send)
        assert RULE.is_working_day(cycle.back)
        assert cycle.back_by_plan.weekday() == back
        assert cycle.send_by_plan.weekday() == send
