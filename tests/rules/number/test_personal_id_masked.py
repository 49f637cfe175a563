import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "personal_id_masked"


@pytest.mark.parametrize("cell", ["027*****0001", "027xxxxx0001", "xxxxxxxxx001", "027•••••••01", "027215######"])
def test_hidden_digits(cell):
    found = check_broken(CODE, full_name="Nguyễn Văn An", personal_id=cell)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "wrong_id", None)


@pytest.mark.parametrize("cell", ["x", "xxx", "---", "027215600001*"])
def test_sign_without_a_hidden_digit_is_no_mask(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)


@pytest.mark.parametrize("cell", ["027215600001", None])
def test_whole_number_and_empty_cell(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)
