import pytest

from tests.rules.tools import check_silent, check_suggests

CODE = "personal_id_lookalike"


@pytest.mark.parametrize(
    ("cell", "letters"),
    [
        ("O27215600001", "O"),
        ("o272156oooo1", "o"),
        ("02721560000l", "l"),
        ("0272l56O0001", "l, O"),
        ("CCCD O27215600001", "O"),
    ],
)
def test_letter_for_a_digit_is_read_but_never_claimed(cell, letters):
    found = check_suggests(
        CODE, "027215600001", full_name="Nguyễn Văn An", sex="Nam", birth_date="2015", personal_id=cell
    )
    assert (found["severity"], found["group"], found["certainty"]) == ("error", "wrong_id", "likely")
    assert f"có chữ “{letters}”" in str(found["message"])


@pytest.mark.parametrize("cell", ["B1234567", "TE1272766009950", "SOLO", "027215600001"])
def test_letters_that_belong_there(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)


def test_empty_cell():
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=None)
