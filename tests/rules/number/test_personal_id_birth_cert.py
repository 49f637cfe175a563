from datetime import date

import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "personal_id_birth_cert"


@pytest.mark.parametrize("cell", ["125/2018", "Số 05/2023", date(2018, 5, 1)])
def test_number_of_the_birth_certificate_or_what_the_spreadsheet_made_of_it(cell):
    found = check_broken(CODE, full_name="Nguyễn Văn An", personal_id=cell)
    assert (found["severity"], found["group"]) == ("error", "wrong_id")


@pytest.mark.parametrize("cell", ["16/08/2015", "125125428/027215600001", "125/1234"])
def test_date_two_numbers_and_another_fraction(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)


@pytest.mark.parametrize("cell", ["027215600001", None])
def test_good_number_and_empty_cell(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)
