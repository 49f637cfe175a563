import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "category_missing"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}


def test_empty_cell():
    found = check_broken(CODE, **LE_AN, category=None)
    assert (found["severity"], found["group"], found["field"]) == ("error", "other", "category")


@pytest.mark.parametrize("cell", ["Người khuyết tật nặng", "abc"])
def test_something_stands_there(cell):
    check_silent(CODE, **LE_AN, category=cell)


def test_column_is_not_in_the_file():
    check_silent(CODE, **LE_AN)
