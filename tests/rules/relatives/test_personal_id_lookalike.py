import pytest

from tests.rules.tools import check_silent, check_suggests

CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize("cell", ["O27088600001", "o2708860000l"])
def test_letter_for_a_digit_is_read_but_never_claimed(cell):
    found = check_suggests("father_personal_id_lookalike", "027088600001", **CHILD, father_personal_id=cell)
    assert (found["severity"], found["group"], found["certainty"]) == ("error", "basic_info", "likely")


@pytest.mark.parametrize("cell", ["027088600001", "B1234567", None])
def test_good_number_passport_and_empty_cell(cell):
    check_silent("father_personal_id_lookalike", **CHILD, father_personal_id=cell)
