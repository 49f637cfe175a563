import pytest

from sosach.rules.context import Commune
from tests.rules.tools import check_broken, check_silent

CODE = "place_old_name"
CAO_DUC = Commune(code="09466", name="Cao Đức", province="Bắc Ninh")


@pytest.mark.parametrize("cell", ["xã Vạn Ninh, huyện Gia Bình, tỉnh Bắc Ninh", "xã Cao Đức - Gia Bình - Bắc Ninh"])
def test_old_name_of_the_commune_at_home(cell):
    found = check_broken(CODE, commune=CAO_DUC, full_name="Lê An", address=cell)
    assert (found["severity"], found["group"]) == ("info", None)
    assert "nay là xã Cao Đức, tỉnh Bắc Ninh" in str(found["message"])


@pytest.mark.parametrize(
    "cell", ["xã Cao Đức, tỉnh Bắc Ninh", "phường Bến Nghé, quận 1, thành phố Hồ Chí Minh", "Thôn Bến", None]
)
def test_name_of_today_another_commune_and_the_empty_cell(cell):
    check_silent(CODE, commune=CAO_DUC, full_name="Lê An", address=cell)


def test_commune_at_home_is_unknown():
    check_silent(CODE, full_name="Lê An", address="xã Vạn Ninh, huyện Gia Bình, tỉnh Bắc Ninh")
