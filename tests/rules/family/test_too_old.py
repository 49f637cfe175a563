import pytest

from tests.rules.tools import check_broken, check_message, check_silent

BORN = {"full_name": "Lê An", "birth_date": "16/08/2015"}


@pytest.mark.parametrize(("who", "year"), [("mother", "1961"), ("mother", "1940"), ("father", "1938")])
def test_grandparent_in_the_place_of_a_parent(who, year):
    found = check_broken(f"{who}_too_old", **BORN, **{f"{who}_birth_year": year})
    assert (found["severity"], found["group"], found["field"]) == ("warning", "basic_info", f"{who}_birth_year")


@pytest.mark.parametrize(
    ("who", "year"), [("mother", "1962"), ("mother", "1970"), ("father", "1939"), ("father", "1961"), ("mother", None)]
)
def test_late_parents_and_the_empty_cell(who, year):
    check_silent(f"{who}_too_old", **BORN, **{f"{who}_birth_year": year})


def test_message_says_both_possibilities():
    said = check_message("mother_too_old", **BORN, mother_birth_year="1955")
    assert "tức 59 hoặc 60 tuổi khi sinh trẻ; có thể năm sinh ghi nhầm hoặc đây là bà" in said


def test_child_born_in_the_future_is_one_fault_not_two():
    check_silent("mother_too_old", full_name="Lê An", birth_date="16/08/2062", mother_birth_year="1990")
