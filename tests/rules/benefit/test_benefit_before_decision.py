import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "benefit_before_decision"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}


@pytest.mark.parametrize("cell", ["31/03/2024", "03/2024", "2023"])
def test_drawn_from_a_month_before_the_decision(cell):
    found = check_broken(CODE, **LE_AN, decision_date="23/04/2024", benefit_from=cell)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "other", "benefit_from")


@pytest.mark.parametrize("cell", ["01/04/2024", "04/2024", "01/05/2024", "2024", None])
def test_month_of_the_decision_later_and_the_empty_cell(cell):
    check_silent(CODE, **LE_AN, decision_date="23/04/2024", benefit_from=cell)


def test_decision_that_cannot_be_right_is_one_fault():
    check_silent(CODE, **LE_AN, decision_date="23/04/2042", benefit_from="05/2024")
