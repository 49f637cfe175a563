import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "ethnicity_nationality"


@pytest.mark.parametrize("cell", ["Việt Nam", "VIỆT NAM", "Hàn Quốc"])
def test_country_in_the_column_of_the_group(cell):
    found = check_broken(CODE, full_name="Lê An", ethnicity=cell)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "basic_info", None)


@pytest.mark.parametrize("cell", ["Việt", "Kinh", "Lào", None])
def test_groups_that_are_called_like_countries(cell):
    check_silent(CODE, full_name="Lê An", ethnicity=cell)
