import pytest

from tests.rules.tools import check_broken, check_message, check_silent, check_suggests

CODE = "category_unknown"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}


def test_no_such_category():
    found = check_broken(CODE, **LE_AN, category="Diện đặc thù của xã")
    assert (found["severity"], found["group"]) == ("error", "other")


def test_message_tells_that_the_list_is_not_checked_yet():
    said = check_message(CODE, **LE_AN, category="Diện đặc thù của xã")
    assert said.endswith("không có trong danh mục đang áp dụng (căn cứ đang chờ kiểm tra).")


@pytest.mark.parametrize("cell", ["NKT nặng", "Người khuyết tật đặc biệt nặng", "5.6", "Hưu trí xã hội", None])
def test_the_ways_offices_write_them_and_the_empty_cell(cell):
    check_silent(CODE, **LE_AN, category=cell)


def test_nearest_category_is_offered_never_taken():
    found = check_suggests(CODE, "5.6", **LE_AN, category="Người khuyêt tật nặngg")
    assert found["certainty"] == "likely"
