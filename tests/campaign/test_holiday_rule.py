"""Days of the campaign on which offices are closed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.campaign.holiday_rule import HolidayRule, SwappedDay
from sosach.campaign.plan import read_plan
from sosach.findings.notices import Refused
from tests.campaign.plans import SAMPLE, UNIT, read, refusal

RULE = HolidayRule()


def test_return_on_the_national_day_moves_to_the_next_working_day():
    assert RULE.moved(date(2026, 9, 2), RULE.back) == date(2026, 9, 3)


def test_thursday_in_tet_moves_to_the_last_working_day_before_it():
    assert RULE.moved(date(2027, 2, 4), RULE.send) == date(2027, 2, 3)
    assert RULE.moved(date(2026, 2, 19), RULE.send) == date(2026, 2, 13)


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        pytest.param(date(2026, 8, 15), date(2026, 8, 14), id="Saturday"),
        pytest.param(date(2026, 11, 15), date(2026, 11, 13), id="Sunday"),
        pytest.param(date(2026, 8, 22), date(2026, 8, 22), id="Saturday worked in exchange"),
        pytest.param(date(2026, 8, 31), date(2026, 8, 28), id="day off in exchange"),
    ],
)
def test_deadline_moves_to_the_working_day_before(day, moved):
    assert RULE.moved(day, RULE.deadline) == moved


def test_deadline_may_be_told_to_stay(tmp_path):
    rule = read(tmp_path, UNIT + '[holidays]\ndeadline = "same"\n').holidays
    assert rule.moved(date(2026, 6, 14), rule.deadline) == date(2026, 6, 14)


def test_days_exchanged_later_stand_in_the_plan(tmp_path):
    entry = '[[holidays.swapped]]\noff = 2027-01-04\nwork = 2027-01-09\ndecision = "Công văn số 1"\n'
    rule = read(tmp_path, UNIT + entry).holidays
    assert not rule.is_working_day(date(2027, 1, 4))
    assert rule.is_working_day(date(2027, 1, 9))
    assert rule.reason(date(2027, 1, 4)) == "nghỉ hoán đổi theo Công văn số 1"


def test_reason_names_the_holiday_or_the_weekend():
    assert RULE.reason(date(2026, 9, 2)) == "Quốc khánh"
    assert RULE.reason(date(2026, 6, 13)) == "cuối tuần"


def test_working_days_later_leap_over_the_weekend():
    assert RULE.later(date(2026, 7, 8), 2) == date(2026, 7, 10)
    assert RULE.later(date(2026, 6, 19), 1) == date(2026, 6, 22)


def test_year_whose_holidays_are_not_known_is_refused():
    with pytest.raises(Refused) as caught:
        RULE.moved(date(2031, 1, 2), "next")
    assert "2031" in caught.value.notice.message


def test_last_holiday_of_the_known_years_does_not_lead_out_of_them():
    rule = HolidayRule(swapped=(SwappedDay(date(2030, 12, 31), date(2030, 12, 28), "x"),))
    with pytest.raises(Refused):
        rule.moved(date(2030, 12, 31), "next")


DAYS = st.dates(date(2025, 2, 15), date(2030, 11, 30))


@given(DAYS, st.sampled_from(["previous", "next"]))
def test_moved_day_is_worked_lies_on_the_right_side_and_is_the_nearest(day, direction):
    moved = RULE.moved(day, direction)
    assert RULE.is_working_day(moved)
    assert moved <= day if direction == "previous" else moved >= day
    between = [min(moved, day) + timedelta(days=n) for n in range(abs((day - moved).days) + 1)]
    assert [d for d in between if RULE.is_working_day(d)] == [moved]
    assert RULE.moved(moved, direction) == moved


def test_sample_plan_states_its_rule():
    assert read_plan(SAMPLE).holidays == RULE


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ('send = "sau"', "holidays.send"),
        ("swapped = [{ off = 2027-01-04, work = 2027-01-09 }]", "holidays.swapped[1].decision"),
        ('swapped = [{ off = 2027-01-04, work = 2027-01-04, decision = "x" }]', "holidays.swapped[1].work"),
        ('tet = "nghi"', "holidays.tet"),
    ],
)
def test_slip_is_refused_with_its_place(tmp_path, lines, place):
    assert place in refusal(tmp_path, f"{UNIT}[holidays]\n{lines}\n").message
