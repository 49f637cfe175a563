import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "decision_future"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}


@pytest.mark.parametrize("cell", ["19/06/2026", "07/2026", "23/04/2042"])
def test_decided_after_the_reference_day(cell):
    found = check_broken(CODE, **LE_AN, decision_date=cell)
    assert (found["severity"], found["group"]) == ("error", "other")


@pytest.mark.parametrize("cell", ["18/06/2026", "06/2026", "23/04/2024", None])
def test_decided_by_then_and_the_empty_cell(cell):
    check_silent(CODE, **LE_AN, decision_date=cell)
