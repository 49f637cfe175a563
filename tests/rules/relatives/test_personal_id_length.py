import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize("who", ["father", "mother", "guardian"])
def test_other_than_twelve_digits(who):
    found = check_broken(f"{who}_personal_id_length", **CHILD, **{f"{who}_personal_id": "0271906000011"})
    assert (found["severity"], found["group"], found["field"]) == ("error", "basic_info", f"{who}_personal_id")


def test_carer_of_a_beneficiary():
    said = check_message(
        "carer_personal_id_length", register="beneficiaries", **CHILD, carer_personal_id="0271906000011"
    )
    assert said == "Số của người chăm sóc có 13 chữ số, trong khi số định danh có đúng 12 chữ số."


def test_passport_of_a_foreign_father():
    said = check_message("father_personal_id_length", **CHILD, father_personal_id="E12345678")
    assert said == "Ô số của cha ghi “E12345678”, không phải dãy 12 chữ số của số định danh."


@pytest.mark.parametrize("cell", ["027088600001", "003088600001", "125125428", "27088600001", None])
def test_twelve_digits_what_is_told_better_and_the_empty_cell(cell):
    check_silent("father_personal_id_length", **CHILD, father_personal_id=cell)
