from datetime import date

import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "age_sixteen"


@pytest.mark.parametrize("cell", ["18/06/2010", "17/06/2010", "12/12/2008", "2009", "05/2010"])
def test_sixteen_on_the_day_and_before(cell):
    found = check_broken(CODE, full_name="Lê An", birth_date=cell)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "out_of_scope", "birth_date")


@pytest.mark.parametrize("cell", ["19/06/2010", "2010", "06/2010", "16/08/2015", None])
def test_under_sixteen_by_a_day_or_unknown(cell):
    check_silent(CODE, full_name="Lê An", birth_date=cell)


def test_message_gives_the_day():
    said = check_message(CODE, full_name="Lê An", birth_date="31/05/2010")
    assert said == (
        "Trẻ sinh 31/05/2010, đủ 16 tuổi ngày 31/05/2026, nên không còn thuộc phạm vi sổ trẻ em vào ngày 18/06/2026."
    )


def test_date_without_a_day_gets_no_made_up_birthday():
    assert "đủ 16 tuổi ngày" not in check_message(CODE, full_name="Lê An", birth_date="2009")


def test_leap_day():
    check_silent(CODE, on=date(2024, 2, 28), full_name="Lê An", birth_date="29/02/2008")
    check_broken(CODE, on=date(2024, 2, 29), full_name="Lê An", birth_date="29/02/2008")
