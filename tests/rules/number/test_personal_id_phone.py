import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "personal_id_phone"


@pytest.mark.parametrize("cell", ["0999082007", "0999 082 007", 999082007])
def test_mobile_number_in_the_wrong_column(cell):
    found = check_broken(CODE, full_name="Nguyễn Văn An", personal_id=cell)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "wrong_id", None)


@pytest.mark.parametrize("cell", ["125125428", "0199908200", "099215600001"])
def test_other_ten_digits_or_twelve_are_no_telephone(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)


@pytest.mark.parametrize("cell", ["027215600001", None])
def test_good_number_and_empty_cell(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)
