import pytest

from tests.rules.tools import check_silent, check_suggests

CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize("cell", ["027 088 600 001", "'027088600001", "027.088.600.001"])
def test_separators_are_left_out(cell):
    found = check_suggests("father_personal_id_separators", "027088600001", **CHILD, father_personal_id=cell)
    assert (found["severity"], found["group"]) == ("info", None)


@pytest.mark.parametrize("cell", ["027088600001", "27 088 600 001", None])
def test_bare_number_wrong_length_and_empty_cell(cell):
    check_silent("father_personal_id_separators", **CHILD, father_personal_id=cell)
