import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "personal_id_missing"


@pytest.mark.parametrize("cell", [None, "", "   ", "\u00a0", "\u200b"])
def test_empty_cell_is_a_missing_number(cell):
    found = check_broken(CODE, full_name="Nguyễn Văn An", personal_id=cell)
    assert (found["severity"], found["group"], found["field"]) == ("error", "no_id", "personal_id")


def test_message_names_the_column():
    said = check_message(CODE, full_name="Nguyễn Văn An", personal_id=None)
    assert said.startswith("Chưa có số định danh: ô “Số định danh” để trống")


@pytest.mark.parametrize("cell", ["027215600001", "chưa có", "2721560", "mất giấy"])
def test_whatever_stands_in_the_cell_is_for_other_rules(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)


def test_file_without_the_column_says_nothing_about_persons():
    check_silent(CODE, full_name="Nguyễn Văn An", birth_date="16/08/2015")


@pytest.mark.parametrize("register", ["children", "beneficiaries", "births"])
def test_every_register_asks_for_the_number(register):
    check_broken(CODE, register=register, full_name="Nguyễn Văn An", personal_id=None)
