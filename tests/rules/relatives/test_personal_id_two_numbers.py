import pytest

from tests.rules.tools import check_broken, check_silent, check_suggests

CODE = "father_personal_id_two_numbers"
CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize("cell", ["125125428/027088600001", "027088600001 - 125125428"])
def test_old_number_beside_the_new_one(cell):
    found = check_suggests(CODE, "027088600001", **CHILD, father_personal_id=cell)
    assert (found["severity"], found["group"], found["certainty"]) == ("error", "basic_info", "likely")


def test_two_new_numbers_are_for_people_to_choose():
    assert check_broken(CODE, **CHILD, father_personal_id="027088600001/027190600001")["suggestion"] is None


@pytest.mark.parametrize("cell", ["027 088 600 001", "027088600001", None])
def test_number_in_groups_and_the_empty_cell(cell):
    check_silent(CODE, **CHILD, father_personal_id=cell)
