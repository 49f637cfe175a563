import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "full_name_spacing"


@pytest.mark.parametrize(
    "cell", ["  Trần  Văn Hiếu ", "NGUYỄN THỊ MỸ NGÂN", "nguyễn văn an", "Lê\u00a0An", "Le\u0302 An"]
)
def test_tidied_names_are_reported_and_nobody_has_to_act(cell):
    found = check_broken(CODE, full_name=cell)
    assert (found["severity"], found["group"]) == ("info", None)


@pytest.mark.parametrize("cell", ["Trần Văn Hiếu", "Ksor H’Nghệ", "Hoà Thuý", "NguyÔn ThÞ Hßa", None])
def test_tidy_name_and_empty_cell(cell):
    check_silent(CODE, full_name=cell, birth_date="16/08/2015")
