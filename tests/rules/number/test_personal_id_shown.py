import pytest

from sosach.text import cells
from tests.rules.tools import check_silent, check_suggests

CODE = "personal_id_shown"


def test_number_cell_whose_format_shows_twelve_digits_is_what_it_shows():
    shown = ("027215600001", cells.SHOWN + "027215600001")
    found = check_suggests(CODE, "027215600001", full_name="Nguyễn Văn An", personal_id=shown)
    assert (found["severity"], found["group"], found["certainty"]) == ("info", None, "proven")


@pytest.mark.parametrize("cell", ["027215600001", 27215600001, 174215600001])
def test_text_and_numbers_in_general_format(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)


def test_empty_cell():
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=None)
