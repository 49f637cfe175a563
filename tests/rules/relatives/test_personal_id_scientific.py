import pytest

from tests.rules.tools import check_broken, check_silent, check_suggests

CODE = "mother_personal_id_scientific"
CHILD = {"full_name": "Nguyễn Văn An", "mother_birth_year": "1990"}


@pytest.mark.parametrize("cell", ["2.7E+10", "2,72E+10"])
def test_digits_that_the_file_no_longer_has(cell):
    found = check_broken(CODE, **CHILD, mother_personal_id=cell)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "basic_info", None)


def test_every_digit_is_still_there():
    found = check_suggests(CODE, "027190600001", **CHILD, mother_personal_id="2.7190600001E+10")
    assert found["certainty"] == "proven"


@pytest.mark.parametrize("cell", [174190600001, "027190600001", None])
def test_whole_numbers_and_the_empty_cell(cell):
    check_silent(CODE, **CHILD, mother_personal_id=cell)
