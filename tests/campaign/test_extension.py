"""Deadlines that are moved."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.extension import Extension, due, in_force, proposed_extension, refuse_earlier
from sosach.campaign.plan import read_plan
from sosach.findings.notices import Refused
from tests.campaign.plans import CAO_DUC, UNIT, read

PLAN = read_plan(CAO_DUC)


def extension(until: date, register: str = "children") -> Extension:
    return Extension(register, until, "Công văn số 1/SYT", "danh sách chưa trả")


def test_without_an_extension_the_plans_day_holds():
    assert due(PLAN, "children") == date(2026, 6, 18)


def test_last_recorded_extension_holds():
    both = [extension(date(2026, 6, 26)), extension(date(2026, 7, 10)), extension(date(2026, 8, 31), "beneficiaries")]
    assert due(PLAN, "children", both) == date(2026, 7, 10)
    assert in_force(both)["beneficiaries"].until == date(2026, 8, 31)


@pytest.mark.parametrize("until", [date(2026, 6, 17), date(2026, 6, 18)])
def test_extension_to_a_day_that_is_not_later_is_refused(until):
    with pytest.raises(Refused) as caught:
        refuse_earlier(PLAN, extension(until))
    assert caught.value.notice.code == "extension_earlier"
    assert "18/06/2026" in caught.value.notice.message


def test_second_extension_must_be_later_than_the_first():
    with pytest.raises(Refused):
        refuse_earlier(PLAN, extension(date(2026, 6, 26)), [extension(date(2026, 7, 10))])
    refuse_earlier(PLAN, extension(date(2026, 7, 11)), [extension(date(2026, 7, 10))])


def test_register_without_a_deadline_cannot_be_extended(tmp_path):
    with pytest.raises(Refused) as caught:
        refuse_earlier(read(tmp_path, UNIT), extension(date(2026, 7, 10)))
    assert caught.value.notice.code == "extension_none"


def test_two_more_cycles_after_the_cut_off_need_until_the_tenth_of_july():
    proposed = proposed_extension(PLAN, "children", after=date(2026, 6, 18), cycles=2)
    assert proposed is not None
    assert proposed.until == date(2026, 7, 10)
    assert [(cycle.send, cycle.back) for cycle in proposed.cycles] == [
        (date(2026, 6, 25), date(2026, 7, 1)),
        (date(2026, 7, 2), date(2026, 7, 8)),
    ]


def test_nothing_is_proposed_where_nothing_goes_to_the_police(tmp_path):
    plan = read(tmp_path, UNIT + "[registers.children]\nstarts = 2026-06-04\ndue = 2026-06-18\n")
    assert proposed_extension(plan, "children", after=date(2026, 6, 18), cycles=1) is None
    assert proposed_extension(PLAN, "children", after=date(2026, 6, 18), cycles=0) is None


@given(st.dates(date(2026, 1, 1), date(2029, 12, 31)), st.integers(1, 6))
def test_proposed_day_is_worked_and_lies_after_every_return(after, count):
    proposed = proposed_extension(PLAN, "children", after=after, cycles=count)
    assert proposed is not None
    assert len(proposed.cycles) == count
    assert after < proposed.cycles[0].send
    assert proposed.cycles[-1].back < proposed.until
    assert PLAN.holidays.is_working_day(proposed.until)
