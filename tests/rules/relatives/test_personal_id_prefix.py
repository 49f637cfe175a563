import pytest

from tests.rules.tools import check_broken, check_silent

CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize("who", ["father", "mother", "guardian"])
def test_prefix_that_was_never_given(who):
    found = check_broken(f"{who}_personal_id_prefix", **CHILD, **{f"{who}_personal_id": "003188600001"})
    assert (found["severity"], found["group"]) == ("warning", "basic_info")


@pytest.mark.parametrize("cell", ["027088600001", "079088600001", "174088600001", "003088", None])
def test_any_province_any_country_and_the_empty_cell(cell):
    check_silent("father_personal_id_prefix", **CHILD, father_personal_id=cell)
