import pytest

from sosach.text import cells
from tests.rules.tools import check_broken, check_message, check_silent

CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize("who", ["father", "mother", "guardian"])
@pytest.mark.parametrize("cell", ["chưa có", "x", "-", "0", "111111111111", "#N/A"])
def test_placeholder_of_a_relative_counts_as_empty(who, cell):
    found = check_broken(f"{who}_personal_id_placeholder", **CHILD, **{f"{who}_personal_id": cell})
    assert (found["severity"], found["group"], found["suggestion"]) == ("info", None, None)


def test_formula_without_a_stored_result():
    said = check_message("father_personal_id_placeholder", **CHILD, father_personal_id=(None, cells.UNCACHED))
    assert said.startswith("Ô số của cha có công thức")


def test_carer_of_a_beneficiary():
    check_broken("carer_personal_id_placeholder", register="beneficiaries", **CHILD, carer_personal_id="không")


@pytest.mark.parametrize("cell", ["027190600001", None])
def test_number_and_empty_cell(cell):
    check_silent("mother_personal_id_placeholder", **CHILD, mother_personal_id=cell)
