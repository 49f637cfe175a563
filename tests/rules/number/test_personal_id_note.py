import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "personal_id_note"


@pytest.mark.parametrize(
    ("cell", "whose"),
    [
        ("027190600001 (mẹ)", "mẹ"),
        ("027088600001 của bố", "cha"),
        ("số của bà nội 027155600001", "bà nội"),
        ("027190600001 - người giám hộ", "người giám hộ"),
    ],
)
def test_remark_says_that_it_is_a_relatives_number(cell, whose):
    found = check_broken(CODE, full_name="Nguyễn Văn An", personal_id=cell)
    assert (found["severity"], found["group"]) == ("error", "wrong_id")
    assert f"đây là số của {whose}, không phải của trẻ" in str(found["message"])


@pytest.mark.parametrize("cell", ["027215600001 chờ CA xác minh", "027215600001 (sai)", "027215600001 ?"])
def test_remark_says_that_nobody_is_sure(cell):
    found = check_broken(CODE, full_name="Nguyễn Văn An", personal_id=cell)
    assert (found["severity"], found["group"]) == ("warning", "wrong_id")


@pytest.mark.parametrize("cell", ["CCCD 027215600001", "027215600001.", "chưa có", None])
def test_label_placeholder_and_empty_cell_are_no_remark(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)
