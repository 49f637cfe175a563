import pytest

from tests.rules.tools import check_broken, check_silent

CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize("cell", ["027*****0001", "027xxxxxx001"])
def test_hidden_digits(cell):
    found = check_broken("father_personal_id_masked", **CHILD, father_personal_id=cell)
    assert (found["severity"], found["group"]) == ("error", "basic_info")


@pytest.mark.parametrize("cell", ["027088600001", "xxx", None])
def test_good_number_placeholder_and_empty_cell(cell):
    check_silent("father_personal_id_masked", **CHILD, father_personal_id=cell)
