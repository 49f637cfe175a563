import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "birth_date_missing"


def test_empty_cell():
    found = check_broken(CODE, full_name="Lê An", birth_date=None)
    assert (found["severity"], found["group"], found["field"]) == ("error", "basic_info", "birth_date")


@pytest.mark.parametrize("cell", ["16/08/2015", "2015", "31/02/2015", "16/08"])
def test_something_stands_there(cell):
    check_silent(CODE, full_name="Lê An", birth_date=cell)


@pytest.mark.parametrize("cell", ["không rõ", "-", "00/00/0000"])
def test_signs_that_hold_the_place_of_a_date(cell):
    said = check_message(CODE, full_name="Lê An", birth_date=cell)
    assert said == f"Chưa có ngày sinh: ô “Ngày sinh” chỉ ghi “{cell}”, nên không tính được tuổi."
