import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "birth_date_impossible"


@pytest.mark.parametrize("cell", ["31/02/2015", "29/02/2015", "31/04/2016"])
def test_day_that_no_calendar_has(cell):
    found = check_broken(CODE, full_name="Lê An", birth_date=cell)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "basic_info", None)
    assert found["value"] == cell


def test_message():
    said = check_message(CODE, full_name="Lê An", birth_date="31/02/2015")
    assert said == "Ngày sinh ghi “31/02/2015”, là ngày không có trong lịch."


def test_a_year_of_another_calendar_is_said_to_be_the_trouble():
    said = check_message(CODE, full_name="Lê An", birth_date="05/06/2561")
    assert said == "Ngày sinh ghi “05/06/2561”, trong khi năm 2561 không thể là năm sinh theo dương lịch."


@pytest.mark.parametrize("cell", ["29/02/2016", "28/02/2015", "2015", None])
def test_leap_day_and_the_empty_cell(cell):
    check_silent(CODE, full_name="Lê An", birth_date=cell)
