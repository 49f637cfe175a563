import pytest

from tests.rules.tools import check_silent, check_suggests

CODE = "personal_id_label"


@pytest.mark.parametrize("cell", ["CCCD: 027215600001", "Số 027215600001", "ĐDCN 027 215 600 001", "CCCD027215600001"])
def test_label_around_a_good_number_is_left_out(cell):
    found = check_suggests(CODE, "027215600001", full_name="Nguyễn Văn An", personal_id=cell)
    assert (found["severity"], found["group"], found["certainty"]) == ("info", None, "proven")


@pytest.mark.parametrize("cell", ["027215600001 (mẹ)", "027215600001 chờ CA xác minh", "CMND 125125428"])
def test_remark_or_a_bad_number_is_no_label(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)


@pytest.mark.parametrize("cell", ["027215600001", None])
def test_bare_number_and_empty_cell(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)
