import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "decision_before_birth"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}


def test_decided_before_born():
    found = check_broken(CODE, **LE_AN, birth_date="09/05/2022", decision_date="08/05/2022")
    assert (found["severity"], found["group"], found["field"]) == ("error", "other", "decision_date")
    assert found["message"] == "Ngày quyết định 08/05/2022 ở trước ngày sinh 09/05/2022."


@pytest.mark.parametrize(
    ("born", "decided"),
    [("09/05/2022", "09/05/2022"), ("2022", "08/05/2022"), ("09/05/2022", "2022"), (None, "2020"), ("2022", None)],
)
def test_same_day_open_years_and_empty_cells(born, decided):
    check_silent(CODE, **LE_AN, birth_date=born, decision_date=decided)
