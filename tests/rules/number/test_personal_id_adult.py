import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "personal_id_adult"


@pytest.mark.parametrize("cell", ["027088600001", "027190600001", "001055600001"])
@pytest.mark.parametrize("register", ["children", "births"])
def test_childs_row_with_the_number_of_a_grown_up(register, cell):
    found = check_broken(CODE, register=register, full_name="Nguyễn An", birth_date="16/08/2015", personal_id=cell)
    assert (found["severity"], found["group"]) == ("warning", "wrong_id")


def test_message_names_the_year():
    said = check_message(CODE, full_name="Nguyễn An", birth_date="16/08/2015", personal_id="027190600001")
    assert "Chữ số thứ tư là 1" in said
    assert "trong khi trẻ sinh năm 2015" in said


@pytest.mark.parametrize("known", [{"birth_date": None}, {}])
def test_register_of_children_is_enough_without_a_birth_date(known):
    assert "đây là hồ sơ của trẻ" in check_message(CODE, full_name="Nguyễn An", **known, personal_id="027190600001")


def test_grown_up_in_the_childrens_register_has_the_right_number():
    check_silent(CODE, full_name="Nguyễn An", birth_date="16/08/1999", personal_id="027099600001")


@pytest.mark.parametrize("who", ["father", "mother", "guardian"])
def test_number_of_a_known_relative_is_told_by_its_own_rule(who):
    number = "027190600001"
    known = {f"{who}_personal_id": number}
    check_silent(CODE, full_name="Nguyễn An", birth_date="16/08/2015", personal_id=number, **known)


@pytest.mark.parametrize("cell", ["027215600001", "027315600001", "27190600001", None])
def test_childs_number_wrong_length_and_empty_cell(cell):
    check_silent(CODE, full_name="Nguyễn An", birth_date="16/08/2015", personal_id=cell)
