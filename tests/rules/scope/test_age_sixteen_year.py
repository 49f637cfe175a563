import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "age_sixteen_year"


@pytest.mark.parametrize("cell", ["2010", "06/2010"])
def test_may_be_sixteen(cell):
    found = check_broken(CODE, full_name="Lê An", birth_date=cell)
    assert (found["severity"], found["group"]) == ("warning", "out_of_scope")


@pytest.mark.parametrize("cell", ["2009", "2011", "05/2010", "07/2010", "18/06/2010", None])
def test_surely_is_or_is_not(cell):
    check_silent(CODE, full_name="Lê An", birth_date=cell)
