import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "sex_two_columns"


def test_both_columns_are_marked():
    found = check_broken(CODE, full_name="Lê An", sex="Nam/Nữ")
    assert (found["severity"], found["group"]) == ("error", "basic_info")


@pytest.mark.parametrize("cell", ["Nam", "Nữ", None])
def test_one_column_and_none(cell):
    check_silent(CODE, full_name="Lê An", sex=cell)
