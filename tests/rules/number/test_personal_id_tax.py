import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "personal_id_tax"


def test_ten_digits_with_the_check_digit_of_a_tax_code():
    found = check_broken(CODE, full_name="Nguyễn Văn An", personal_id="8600000013")
    assert (found["severity"], found["group"]) == ("error", "wrong_id")


def test_ten_digits_without_the_check_digit():
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id="8600000014")


@pytest.mark.parametrize("cell", ["027215600001", None])
def test_good_number_and_empty_cell(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)
