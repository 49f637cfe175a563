import pytest

from tests.rules.tools import check_broken, check_message, check_silent

BORN = {"full_name": "Lê An", "birth_date": "16/08/2015"}


@pytest.mark.parametrize("year", ["2001", "2010", "2015", "2024"])
@pytest.mark.parametrize("who", ["mother", "father"])
def test_child_of_a_child(who, year):
    found = check_broken(f"{who}_too_young", **BORN, **{f"{who}_birth_year": year})
    assert (found["severity"], found["group"], found["field"]) == ("warning", "basic_info", f"{who}_birth_year")


@pytest.mark.parametrize("year", ["2000", "1995", "1970", None])
@pytest.mark.parametrize("who", ["mother", "father"])
def test_fifteen_is_possible_and_the_empty_cell(who, year):
    check_silent(f"{who}_too_young", **BORN, **{f"{who}_birth_year": year})


def test_age_is_open_by_one():
    said = check_message("mother_too_young", **BORN, mother_birth_year="2010")
    assert said == "Mẹ sinh năm 2010, tức 4 hoặc 5 tuổi khi sinh trẻ; một trong hai năm sinh cần xem lại."


@pytest.mark.parametrize("year", ["2015", "2016"])
def test_parent_not_older_than_the_child_has_no_age(year):
    said = check_message("father_too_young", **BORN, father_birth_year=year)
    assert "không trước năm sinh của trẻ (2015)" in said


def test_child_born_in_the_future_is_one_fault_not_two():
    check_silent("mother_too_young", full_name="Lê An", birth_date="16/08/2027", mother_birth_year="2026")


def test_empty_birth_date():
    check_silent("mother_too_young", full_name="Lê An", birth_date=None, mother_birth_year="2010")
