import pytest

from tests.rules.tools import check_silent, check_suggests

CODE = "personal_id_separators"


@pytest.mark.parametrize(
    "cell",
    ["027 215 600 001", "027.215.600.001", "027-215600001", "'027215600001", "’027215600001", "027\u00a0215600001"],
)
def test_separators_are_left_out(cell):
    found = check_suggests(CODE, "027215600001", full_name="Nguyễn Văn An", personal_id=cell)
    assert (found["severity"], found["group"], found["certainty"]) == ("info", None, "proven")


@pytest.mark.parametrize("cell", ["27 215 600 001", "027.215.600", "16.08.2015"])
def test_separators_do_not_make_a_number(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)


@pytest.mark.parametrize("cell", ["027215600001", None])
def test_bare_number_and_empty_cell(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)
