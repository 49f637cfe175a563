import pytest

from tests.rules.tools import check_broken, check_silent, check_suggests

CODE = "full_name_digits"


def test_digit_slipped_into_the_name():
    found = check_broken(CODE, full_name="Lê Tr2ung")
    assert (found["severity"], found["group"]) == ("error", "basic_info")


def test_letters_are_offered_and_claimed_for_likely_only():
    assert check_suggests(CODE, "Lê Trung", full_name="Lê Trung2")["certainty"] == "likely"


@pytest.mark.parametrize("cell", ["Lê Trung", None])
def test_name_of_letters_and_the_empty_cell(cell):
    check_silent(CODE, full_name=cell, birth_date="16/08/2015")
