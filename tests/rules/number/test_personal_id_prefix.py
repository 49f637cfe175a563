import pytest

from sosach.refdata.id_prefixes import province_prefixes
from tests.rules.tools import check_broken, check_message, check_silent

CODE = "personal_id_prefix"


@pytest.mark.parametrize("prefix", ["000", "003", "028", "097", "100", "296", "999"])
def test_prefix_that_was_never_given(prefix):
    found = check_broken(CODE, full_name="Nguyễn Văn An", personal_id=f"{prefix}215600001")
    assert (found["severity"], found["group"], found["suggestion"]) == ("warning", "wrong_id", None)


def test_message_names_the_prefix():
    assert check_message(CODE, full_name="Nguyễn Văn An", personal_id="003215600001").startswith("Ba số đầu 003 không")


def test_each_of_the_63_prefixes_is_right_wherever_the_child_lives():
    home = {"full_name": "Nguyễn Văn An", "address": "Thôn Đồng Sậy, xã Hòa Mẫu, tỉnh Bắc Ninh"}
    prefixes = sorted(province_prefixes())
    assert len(prefixes) == 63
    check_silent(CODE, rows=[{**home, "personal_id": f"{prefix}215600001"} for prefix in prefixes])


@pytest.mark.parametrize("prefix", ["101", "174", "295"])
def test_prefix_of_a_country_is_known(prefix):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=f"{prefix}215600001")


@pytest.mark.parametrize("cell", ["003215", "chưa có", None])
def test_no_twelve_digits_no_prefix_and_the_empty_cell(cell):
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=cell)


def test_the_mothers_number_is_told_once():
    number = "003190600001"
    check_silent(CODE, full_name="Nguyễn Văn An", personal_id=number, mother_personal_id=number)
