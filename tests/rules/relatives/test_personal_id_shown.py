import pytest

from sosach.text import cells
from tests.rules.tools import check_silent, check_suggests

CHILD = {"full_name": "Nguyễn Văn An"}


def test_number_cell_whose_format_shows_twelve_digits_is_what_it_shows():
    shown = ("027088600001", cells.SHOWN + "027088600001")
    found = check_suggests("father_personal_id_shown", "027088600001", **CHILD, father_personal_id=shown)
    assert (found["severity"], found["group"]) == ("info", None)


@pytest.mark.parametrize("cell", ["027088600001", 27088600001, None])
def test_text_number_in_general_format_and_empty_cell(cell):
    check_silent("father_personal_id_shown", **CHILD, father_personal_id=cell)
