from datetime import date

import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "birth_date_future"


@pytest.mark.parametrize("cell", ["19/06/2026", "01/01/2027", "2027", "07/2026", date(2062, 1, 5)])
def test_born_after_the_reference_day(cell):
    found = check_broken(CODE, full_name="Lê An", birth_date=cell)
    assert (found["severity"], found["group"]) == ("error", "basic_info")


def test_message_names_both_days():
    said = check_message(CODE, full_name="Lê An", birth_date="19/06/2026")
    assert said == "Ngày sinh 19/06/2026 ở sau ngày 18/06/2026, nên ngày này chưa thể đúng."


@pytest.mark.parametrize("cell", ["18/06/2026", "2026", "06/2026", None])
def test_born_today_this_month_or_this_year(cell):
    check_silent(CODE, full_name="Lê An", birth_date=cell)


def test_the_day_is_the_one_given():
    check_silent(CODE, on=date(2026, 6, 19), full_name="Lê An", birth_date="19/06/2026")
