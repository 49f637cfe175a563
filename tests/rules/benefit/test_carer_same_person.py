import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "carer_same_person"
LE_AN = {
    "register": "beneficiaries",
    "full_name": "Lê Thị Ni",
    "birth_date": "10/06/1986",
    "personal_id": "027186660938",
    "category": "Người khuyết tật nặng",
}


def test_one_number_for_both():
    found = check_broken(CODE, **LE_AN, carer_name="Lê Văn Tư", carer_personal_id="027186660938")
    assert (found["severity"], found["group"], found["field"]) == ("error", "basic_info", "carer_name")
    assert "cùng một số định danh" in str(found["message"])


def test_one_name_and_birth_date_for_both():
    said = check_message(CODE, **LE_AN, carer_name="LÊ THỊ NI", carer_birth_date="10/6/1986")
    assert "cùng họ tên, ngày sinh" in said


@pytest.mark.parametrize("born", ["1960", "11/06/1986", None])
def test_namesake_in_the_family(born):
    check_silent(CODE, **LE_AN, carer_name="Lê Thị Ni", carer_birth_date=born, carer_personal_id="027160660938")


def test_row_of_a_carer_who_is_paid_for_caring():
    carer = {**LE_AN, "category": "Hộ gia đình chăm sóc người khuyết tật đặc biệt nặng"}
    check_silent(CODE, **carer, carer_name="Lê Thị Ni", carer_personal_id="027186660938")


def test_empty_cells():
    check_silent(CODE, register="beneficiaries", full_name="Lê An", carer_name=None, birth_date=None)
