import pytest

from tests.rules.tools import check_silent, check_suggests

CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize("who", ["father", "mother", "guardian"])
def test_label_around_a_good_number_is_left_out(who):
    known = {f"{who}_personal_id": "CCCD: 027188600001"}
    found = check_suggests(f"{who}_personal_id_label", "027188600001", **CHILD, **known)
    assert (found["severity"], found["group"]) == ("info", None)


@pytest.mark.parametrize("cell", ["027088600001", "027088600001 xem lại", None])
def test_bare_number_remark_and_empty_cell(cell):
    check_silent("father_personal_id_label", **CHILD, father_personal_id=cell)
