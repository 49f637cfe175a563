import pytest

from tests.rules.tools import check_broken, check_message, check_silent, check_suggests

CODE = "benefit_date_unreadable"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}


@pytest.mark.parametrize("field", ["decision_date", "benefit_from"])
@pytest.mark.parametrize("cell", ["mùa gặt", "31/02/2024"])
def test_no_date_in_it(field, cell):
    found = check_broken(CODE, **LE_AN, **{field: cell})
    assert (found["severity"], found["group"], found["field"]) == ("error", "other", field)


def test_carers_birth_date_is_basic_information():
    found = check_broken(CODE, **LE_AN, carer_birth_date="mùa gặt")
    assert (found["group"], found["field"]) == ("basic_info", "carer_birth_date")


def test_american_order_is_offered():
    found = check_suggests(CODE, "2024-04-23", **LE_AN, decision_date="04/23/2024")
    assert found["certainty"] == "likely"


def test_messages():
    assert "ngày không có trong lịch" in check_message(CODE, **LE_AN, decision_date="31/02/2024")
    assert "…" not in check_message(CODE, **LE_AN, decision_date="\ue005")


@pytest.mark.parametrize("cell", ["23/04/2024", "04/2024", "2024", None])
def test_months_and_years_are_enough_and_the_empty_cell(cell):
    check_silent(CODE, **LE_AN, benefit_from=cell)
