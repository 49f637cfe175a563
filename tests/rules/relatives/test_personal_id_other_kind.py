import pytest

from tests.rules.tools import check_broken, check_silent

CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize("cell", ["0999082007", "TE1272766009950", "8600000013", "125/2018"])
def test_telephone_insurance_tax_and_birth_certificate_numbers(cell):
    found = check_broken("father_personal_id_other_kind", **CHILD, father_personal_id=cell)
    assert (found["severity"], found["group"]) == ("error", "basic_info")


@pytest.mark.parametrize("cell", ["027088600001", "125125428", "8600000014", None])
def test_good_number_cmnd_plain_ten_digits_and_empty_cell(cell):
    check_silent("father_personal_id_other_kind", **CHILD, father_personal_id=cell)
