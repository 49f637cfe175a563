import pytest

from tests.rules.tools import check_broken, check_message, check_silent, check_suggests

CODE = "ethnicity_unknown"


def test_no_such_group():
    found = check_broken(CODE, full_name="Lê An", ethnicity="Xyz")
    assert (found["severity"], found["group"]) == ("error", "basic_info")


def test_slip_is_a_doubt_with_the_nearest_name():
    found = check_suggests(CODE, "01", full_name="Lê An", ethnicity="Kih")
    assert (found["severity"], found["certainty"]) == ("warning", "likely")


def test_suggestion_is_printed_by_name():
    assert "là Kinh" in check_message(CODE, full_name="Lê An", ethnicity="Kih")


@pytest.mark.parametrize("cell", ["Kinh", "KINH", "Việt", "H’Mông", "Cao Lan", "Mèo", None])
def test_the_ways_offices_write_them_and_the_empty_cell(cell):
    check_silent(CODE, full_name="Lê An", ethnicity=cell)
