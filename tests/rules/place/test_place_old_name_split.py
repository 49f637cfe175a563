import pytest

from sosach.rules.context import Commune
from tests.rules.tools import HOA_MAU, check_broken, check_message, check_silent

CODE = "place_old_name_split"
SPLIT = "phường Hàng Bông, quận Hoàn Kiếm, Hà Nội"


def test_former_commune_that_several_of_today_share():
    found = check_broken(CODE, commune=HOA_MAU, full_name="Lê An", address=SPLIT)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "other", "address")


def test_message_names_them_all():
    said = check_message(CODE, commune=HOA_MAU, full_name="Lê An", address=SPLIT)
    assert said.endswith("nay thuộc nhiều xã: phường Hoàn Kiếm hoặc phường Cửa Nam.")


@pytest.mark.parametrize(("code", "name"), [("00070", "Hoàn Kiếm"), ("00082", "Cửa Nam")])
def test_commune_at_home_is_one_of_them(code, name):
    check_silent(CODE, commune=Commune(code=code, name=name, province="Hà Nội"), full_name="Lê An", address=SPLIT)


@pytest.mark.parametrize("cell", ["xã Vạn Ninh, huyện Gia Bình, tỉnh Bắc Ninh", "Thôn Gò Me", None])
def test_whole_mergers_addresses_without_a_commune_and_the_empty_cell(cell):
    check_silent(CODE, commune=HOA_MAU, full_name="Lê An", address=cell)


def test_commune_at_home_is_unknown():
    check_silent(CODE, full_name="Lê An", address=SPLIT)
