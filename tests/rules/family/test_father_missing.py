import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "father_missing"


@pytest.mark.parametrize("cell", [None, "không có"])
def test_blank_father_is_lawful_and_only_a_remark(cell):
    found = check_broken(CODE, full_name="Lê An", father_name=cell, mother_name="Lê Thị Hoa")
    assert (found["severity"], found["group"]) == ("info", None)


def test_mother_blank_too_is_the_matter_of_another_rule():
    check_silent(CODE, full_name="Lê An", father_name=None, mother_name=None)


def test_father_named_and_column_not_in_the_file():
    check_silent(CODE, full_name="Lê An", father_name="Lê Văn Tám", mother_name="Lê Thị Hoa")
    check_silent(CODE, full_name="Lê An", mother_name="Lê Thị Hoa")
