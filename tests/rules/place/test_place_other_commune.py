import pytest

from tests.rules.tools import HOA_MAU, check_broken, check_message, check_silent

CODE = "place_other_commune"


@pytest.mark.parametrize("cell", ["Thôn Bến, xã Đại Lai, tỉnh Bắc Ninh", "xã Vạn Ninh, huyện Gia Bình, tỉnh Bắc Ninh"])
def test_address_in_another_commune(cell):
    found = check_broken(CODE, commune=HOA_MAU, full_name="Lê An", address=cell)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "out_of_scope", "address")


def test_message_names_the_commune_of_today():
    said = check_message(CODE, commune=HOA_MAU, full_name="Lê An", address="Thôn Bến, xã Đại Lai, tỉnh Bắc Ninh")
    assert said == (
        "Địa chỉ ghi Thôn Bến, xã Đại Lai, tỉnh Bắc Ninh, thuộc xã Đại Lai, tỉnh Bắc Ninh, không thuộc xã này."
    )


def test_message_translates_an_old_name():
    said = check_message(CODE, commune=HOA_MAU, full_name="Lê An", address="xã Vạn Ninh, Gia Bình, Bắc Ninh")
    assert "tên cũ xã Vạn Ninh, huyện Gia Bình, tỉnh Bắc Ninh, nay thuộc xã Cao Đức, tỉnh Bắc Ninh" in said


@pytest.mark.parametrize("cell", ["Thôn Gò Me, xã Hòa Mẫu, tỉnh Bắc Ninh", "Thôn Gò Me", "xã Tân Thành", None])
def test_home_what_is_not_certain_and_the_empty_cell(cell):
    check_silent(CODE, commune=HOA_MAU, full_name="Lê An", address=cell)


def test_commune_at_home_is_unknown():
    check_silent(CODE, full_name="Lê An", address="Thôn Bến, xã Đại Lai, tỉnh Bắc Ninh")
