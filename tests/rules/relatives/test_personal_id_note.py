import pytest

from tests.rules.tools import check_broken, check_silent

CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize("cell", ["027088600001 xem lại", "027088600001 (mẹ)"])
def test_remark_beside_a_relatives_number(cell):
    found = check_broken("father_personal_id_note", **CHILD, father_personal_id=cell)
    assert (found["severity"], found["group"]) == ("warning", "basic_info")


@pytest.mark.parametrize("cell", ["CCCD: 027088600001", "027088600001", None])
def test_label_bare_number_and_empty_cell(cell):
    check_silent("father_personal_id_note", **CHILD, father_personal_id=cell)
