import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CHILD = {"full_name": "Nguyễn Văn An", "birth_date": "16/08/2015"}


@pytest.mark.parametrize(("who", "number"), [("father", "027088600001"), ("mother", "027188600001")])
def test_number_tells_another_year(who, number):
    known = {f"{who}_personal_id": number, f"{who}_birth_year": "1987"}
    found = check_broken(f"{who}_personal_id_birth_year", **CHILD, **known)
    assert (found["severity"], found["group"]) == ("warning", "basic_info")
    assert "ứng với năm sinh 1988, trong khi hồ sơ ghi 1987" in str(found["message"])


def test_carer_by_the_birth_date():
    known = {"carer_personal_id": "027180600001", "carer_birth_date": "04/06/1981"}
    said = check_message("carer_personal_id_birth_year", register="beneficiaries", full_name="Lê Bé", **known)
    assert said == "Số của người chăm sóc ứng với năm sinh 1980, trong khi hồ sơ ghi 1981."


@pytest.mark.parametrize("year", ["1988", None])
def test_year_that_agrees_or_is_empty(year):
    known = {"father_personal_id": "027088600001", "father_birth_year": year}
    check_silent("father_personal_id_birth_year", **CHILD, **known)


@pytest.mark.parametrize("cell", ["27088600001", "125125428", None])
def test_no_twelve_digits_and_the_empty_cell(cell):
    check_silent("father_personal_id_birth_year", **CHILD, father_personal_id=cell, father_birth_year="1987")


def test_number_of_a_child_is_told_by_its_own_rule():
    known = {"father_personal_id": "027214600001", "father_birth_year": "1987"}
    check_silent("father_personal_id_birth_year", **CHILD, **known)


def test_own_number_in_the_carers_column_is_told_by_its_own_rule():
    number = "027212600001"
    known = {"personal_id": number, "carer_personal_id": number, "carer_birth_date": "1980"}
    person = {"full_name": "Lê Bé", "carer_name": "Lê Thị Mơ", "birth_date": "16/08/2012"}
    check_silent("carer_personal_id_birth_year", register="beneficiaries", **person, **known)
