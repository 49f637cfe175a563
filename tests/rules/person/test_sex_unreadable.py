import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "sex_unreadable"


@pytest.mark.parametrize("cell", ["?", "không rõ", 1, "0"])
def test_what_cannot_be_read_is_not_guessed(cell):
    found = check_broken(CODE, full_name="Lê An", sex=cell)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "basic_info", None)


def test_message_quotes_the_cell():
    assert "ghi “?”" in check_message(CODE, full_name="Lê An", sex="?")


@pytest.mark.parametrize("cell", ["Nam", "nữ", "Trai", "Gái", "M", "F", "Nu", None])
def test_the_ways_offices_write_it_and_the_empty_cell(cell):
    check_silent(CODE, full_name="Lê An", sex=cell)


def test_formula_that_was_never_calculated():
    assert "công thức chưa được tính" in check_message(CODE, full_name="Lê An", sex="\ue005")
