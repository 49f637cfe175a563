import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "carer_missing"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An", "birth_date": "10/06/1986", "carer_name": None}
HOUSEHOLD = "Hộ gia đình chăm sóc người khuyết tật đặc biệt nặng"


def test_disabled_person_whose_carer_is_paid():
    found = check_broken(CODE, **LE_AN, category=HOUSEHOLD, disability_degree="Đặc biệt nặng")
    assert (found["severity"], found["group"], found["field"]) == ("error", "basic_info", "carer_name")


def test_child_whose_foster_parent_is_paid():
    fostered = "Nhận chăm sóc, nuôi dưỡng trẻ em dưới 4 tuổi không có nguồn nuôi dưỡng"
    check_broken(CODE, **{**LE_AN, "birth_date": "10/06/2023"}, category=fostered)


def test_message_names_the_category():
    said = check_message(CODE, **LE_AN, category=HOUSEHOLD, disability_degree="Đặc biệt nặng")
    assert said.startswith(f"Loại “{HOUSEHOLD}” chi cho người chăm sóc")


def test_row_of_the_carer_misses_nobody():
    check_silent(CODE, **LE_AN, category=HOUSEHOLD)


@pytest.mark.parametrize("category", ["Người khuyết tật nặng", "Hưởng trợ cấp hưu trí xã hội", None])
def test_benefits_paid_to_the_person(category):
    check_silent(CODE, **LE_AN, category=category, disability_degree="Nặng")


def test_carer_is_named():
    named = {**LE_AN, "carer_name": "Lê Thị Ni"}
    check_silent(CODE, **named, category=HOUSEHOLD, disability_degree="Đặc biệt nặng")
