import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "full_name_placeholder"


@pytest.mark.parametrize("cell", ["Bé gái", "BÉ TRAI", "Chưa đặt tên", "Con bà Hoa", "Gái", "trai"])
def test_newborn_without_a_name(cell):
    found = check_broken(CODE, full_name=cell, birth_date="01/06/2026")
    assert (found["severity"], found["group"]) == ("error", "basic_info")


def test_child_is_asked_for_its_birth_registration():
    said = check_message(CODE, full_name="Bé gái", birth_date="01/06/2026")
    assert said == "Họ tên ghi “Bé gái”, là tên gọi tạm hoặc chữ giữ chỗ, chưa phải họ tên trong giấy khai sinh."


def test_grown_up_beneficiary_is_not_called_a_newborn():
    said = check_message(CODE, register="beneficiaries", full_name="Chưa có", birth_date="1940")
    assert "khai sinh" not in said


@pytest.mark.parametrize("cell", ["Nguyễn Thị Gái", "Bé Thị Hai", None])
def test_real_names_and_the_empty_cell(cell):
    check_silent(CODE, full_name=cell, birth_date="01/06/2026")
