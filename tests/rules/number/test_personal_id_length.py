import pytest

from tests.rules.tools import check_broken, check_message, check_silent, check_suggests

CODE = "personal_id_length"


@pytest.mark.parametrize(
    ("cell", "digits"),
    [
        ("0272156000011", 13),  # a digit doubled
        ("02721560001", 11),  # a digit dropped, the zero still there
        ("2721560", 7),
        ("97215600001", 11),  # with its zero no place begins so
    ],
)
def test_other_than_twelve_digits(cell, digits):
    found = check_broken(CODE, full_name="Nguyễn Văn An", sex="Nam", birth_date="16/08/2015", personal_id=cell)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "wrong_id", None)
    assert f"có {digits} chữ số" in str(found["message"])


@pytest.mark.parametrize("cell", ["02715600001", "0272715600001"])
def test_digit_dropped_or_doubled_where_the_record_knows_it(cell):
    boy = {"full_name": "Nguyễn Văn An", "sex": "Nam", "birth_date": "16/08/2015"}
    found = check_suggests(CODE, "027215600001", **boy, personal_id=cell)
    assert found["certainty"] == "likely"
    assert "số duy nhất khớp giới tính và năm sinh" in str(found["message"])
    assert check_broken(CODE, full_name="Nguyễn Văn An", personal_id=cell)["suggestion"] is None


def test_passport_is_no_row_of_digits():
    said = check_message(CODE, full_name="Chen Wei Ming", personal_id="E12345678")
    assert said == "Ô “Số định danh” ghi “E12345678”, không phải dãy 12 chữ số của số định danh."


@pytest.mark.parametrize("cell", ["027215600001", "027 215 600 001", "003215600001"])
def test_twelve_digits_are_enough_whatever_they_tell(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)


@pytest.mark.parametrize("cell", ["125125428", "0999082007", "27215600001", "chưa có", None])
def test_what_can_be_told_better_or_is_empty_is_told_by_others(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", sex="Nam", birth_date="16/08/2015", personal_id=cell)
