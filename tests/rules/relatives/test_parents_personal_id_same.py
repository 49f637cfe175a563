import pytest

from tests.rules.tools import check_silent, findings

CODE = "parents_personal_id_same"
CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize(("number", "doubted"), [("027190600001", "father"), ("027088600001", "mother")])
def test_the_column_of_the_other_sex_is_doubted_first(number, doubted):
    (found,) = findings([{**CHILD, "father_personal_id": number, "mother_personal_id": number}])
    assert (found["rule"], found["field"]) == (CODE, f"{doubted}_personal_id")
    assert (found["severity"], found["group"]) == ("error", "basic_info")


def test_two_numbers_of_two_people():
    check_silent(CODE, **CHILD, father_personal_id="027088600001", mother_personal_id="027190600001")


@pytest.mark.parametrize("cell", [None, "chưa có", "125125428"])
def test_empty_cells_placeholders_and_other_lengths(cell):
    check_silent(CODE, **CHILD, father_personal_id=cell, mother_personal_id=cell)
