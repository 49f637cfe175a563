import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "parents_same_person"
SAME = {"full_name": "Lê An", "father_name": "Lê Văn Hoà", "mother_name": "LÊ VĂN HOÀ"}


def test_one_column_copied_into_the_other():
    found = check_broken(CODE, **SAME, father_birth_year="1990", mother_birth_year="1990")
    assert (found["severity"], found["group"]) == ("warning", "basic_info")


@pytest.mark.parametrize("years", [{}, {"father_birth_year": "1990", "mother_birth_year": None}])
def test_years_unknown_are_not_claimed_to_agree(years):
    assert "năm sinh" not in check_message(CODE, **SAME, **years)


def test_two_people_of_one_name():
    check_silent(CODE, **SAME, father_birth_year="1990", mother_birth_year="1992")


@pytest.mark.parametrize("mother", ["Lê Thị Hoà", None])
def test_another_name_and_the_empty_cell(mother):
    check_silent(CODE, **{**SAME, "mother_name": mother})


def test_two_placeholders_are_not_one_person():
    check_silent(CODE, full_name="Lê An", father_name="không có", mother_name="không có")
