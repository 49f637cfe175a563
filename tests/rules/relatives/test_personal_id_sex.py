import pytest

from tests.rules.tools import check_broken, check_silent, findings

CHILD = {"full_name": "Nguyễn Văn An"}
MAN, WOMAN = "027088600001", "027190600002"


@pytest.mark.parametrize(("who", "number"), [("father", WOMAN), ("mother", MAN)])
def test_parent_with_a_number_of_the_other_sex(who, number):
    found = check_broken(f"{who}_personal_id_sex", **CHILD, **{f"{who}_personal_id": number})
    assert (found["severity"], found["group"], found["field"]) == ("warning", "basic_info", f"{who}_personal_id")


def test_columns_that_changed_places_are_told_once_each():
    swapped = {"father_personal_id": WOMAN, "father_birth_year": "1988", "mother_personal_id": MAN}
    found = findings([{**CHILD, **swapped, "mother_birth_year": "1990"}])
    assert sorted(str(f["rule"]) for f in found) == ["father_personal_id_sex", "mother_personal_id_sex"]


@pytest.mark.parametrize(("who", "number"), [("father", MAN), ("mother", WOMAN)])
def test_numbers_in_their_own_columns(who, number):
    check_silent(f"{who}_personal_id_sex", **CHILD, **{f"{who}_personal_id": number})


@pytest.mark.parametrize("cell", ["27190600002", "chưa có", None])
def test_no_twelve_digits_and_the_empty_cell(cell):
    check_silent("father_personal_id_sex", **CHILD, father_personal_id=cell)


def test_one_number_in_both_columns_is_told_by_its_own_rule():
    check_silent("father_personal_id_sex", **CHILD, father_personal_id=WOMAN, mother_personal_id=WOMAN)
