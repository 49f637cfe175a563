import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "birth_date_two_digit_year"


def test_century_was_understood_not_read():
    found = check_broken(CODE, full_name="Lê An", birth_date="16/8/15")
    assert (found["severity"], found["group"]) == ("warning", "basic_info")


def test_message_tells_how_it_is_understood():
    said = check_message(CODE, full_name="Lê An", birth_date="16/8/15")
    assert said == "Ngày sinh ghi “16/8/15” với năm hai chữ số, đang hiểu là 2015."


@pytest.mark.parametrize("cell", ["16/8/2015", "2015", None])
def test_full_years_and_the_empty_cell(cell):
    check_silent(CODE, full_name="Lê An", birth_date=cell)
