import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "birth_date_too_old"


@pytest.mark.parametrize("cell", ["1909", "17/06/1910", "01/05/1900"])
def test_older_than_anybody(cell):
    found = check_broken(CODE, register="beneficiaries", full_name="Lê An", birth_date=cell)
    assert (found["severity"], found["group"]) == ("warning", "basic_info")


def test_age_of_a_year_alone_is_open_by_one():
    said = check_message(CODE, register="beneficiaries", full_name="Lê An", birth_date="1908")
    assert "tức 117 hoặc 118 tuổi vào ngày 18/06/2026" in said


@pytest.mark.parametrize("cell", ["1910", "18/06/1911", "1938", None])
def test_very_old_people_exist(cell):
    check_silent(CODE, register="beneficiaries", full_name="Lê An", birth_date=cell)
