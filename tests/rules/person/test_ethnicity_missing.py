import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "ethnicity_missing"


def test_empty_cell_is_not_filled_with_the_majority():
    found = check_broken(CODE, full_name="Lê An", ethnicity=None)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "basic_info", None)


@pytest.mark.parametrize("cell", ["Kinh", "Việt Nam", "abc"])
def test_something_stands_there(cell):
    check_silent(CODE, full_name="Lê An", ethnicity=cell)
