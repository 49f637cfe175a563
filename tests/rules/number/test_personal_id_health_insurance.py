import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "personal_id_health_insurance"


@pytest.mark.parametrize("cell", ["TE1272766009950", "HN 2 27 276 600 9950", "bt2272766009950"])
def test_card_number_with_its_two_letters(cell):
    found = check_broken(CODE, full_name="Nguyễn Văn An", personal_id=cell)
    assert (found["severity"], found["group"]) == ("error", "wrong_id")


def test_ten_digits_that_are_the_rows_own_card():
    check_broken(CODE, full_name="Nguyễn Văn An", personal_id="2766009950", health_insurance_no="TE1272766009950")


@pytest.mark.parametrize("own", ["TE1272766009951", None])
def test_ten_digits_alone_prove_no_insurance(own):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id="2766009950", health_insurance_no=own)


@pytest.mark.parametrize("cell", ["027215600001", None])
def test_good_number_and_empty_cell(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell, health_insurance_no="TE1272766009950")
