import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "personal_id_placeholder"


@pytest.mark.parametrize(
    "cell",
    ["chưa có", "Chưa cấp", "k có", "không", "đang làm", "x", "-", "0", "000000000000", "111111111111", "123456789012"],
)
def test_word_or_made_up_digits_instead_of_a_number(cell):
    found = check_broken(CODE, full_name="Nguyễn Văn An", personal_id=cell)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "no_id", None)


def test_message_quotes_the_cell():
    assert "chỉ ghi “chưa có”" in check_message(CODE, full_name="Nguyễn Văn An", personal_id="chưa có")


@pytest.mark.parametrize("cell", ["027215600001", "027215999999", "CCCD: 027215600001"])
def test_number_with_many_equal_digits_is_a_number(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)


def test_empty_cell_is_no_placeholder():
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=None)
