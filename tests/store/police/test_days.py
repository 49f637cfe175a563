from datetime import date

import pytest

from sosach.findings.notices import Refused
from sosach.registers.catalogue import registers
from sosach.store.accounts.services import extend
from sosach.store.police.days import hand_over_day
from tests.store.people import ON, OPERATOR

CHILDREN = registers()["children"]


def test_thursday_out_wednesday_back(campaign):
    day = hand_over_day(CHILDREN, date(2026, 6, 18))
    assert (day.due, day.in_plan, day.weekday) == (date(2026, 6, 24), True, "thứ Năm")


def test_a_day_that_a_holiday_moved_is_one_of_the_plan(campaign):
    extend("children", until=date(2027, 3, 1), document="1/UBND", reason="Lùi hạn", actor=OPERATOR, on=ON)
    new_year = date(2026, 12, 31)
    assert hand_over_day(CHILDREN, new_year).due == date(2027, 1, 6)
    tet = hand_over_day(CHILDREN, date(2027, 2, 4))  # Tết 2027: 6 February is new year's day
    assert tet.due > date(2027, 2, 10)


def test_a_register_that_goes_to_nobody(campaign):
    with pytest.raises(Refused):
        hand_over_day(registers()["births"], ON)
