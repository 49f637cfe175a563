import pytest

from sosach.text import cells
from tests.rules.tools import check_message, check_silent, findings

CODE = "personal_id_error_cell"


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#VALUE!"])
def test_broken_formula_holds_no_number(cell):
    (found,) = findings([{"full_name": "Nguyễn Văn An", "personal_id": cell}], codes={CODE})
    assert (found["severity"], found["group"]) == ("error", "no_id")
    assert f"chứa “{cell}”" in str(found["message"])


def test_formula_that_was_never_calculated_is_no_empty_cell():
    never_calculated = (None, cells.UNCACHED)
    assert "không lưu kết quả" in check_message(CODE, full_name="Nguyễn Văn An", personal_id=never_calculated)
    check_silent("personal_id_missing", full_name="Nguyễn Văn An", personal_id=never_calculated)


def test_number_and_empty_cell_are_no_broken_formula():
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id="027215600001")
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=None)
