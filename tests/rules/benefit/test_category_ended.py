from datetime import date

import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "category_ended"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}
OLD = "Người từ đủ 80 tuổi trở lên không có lương hưu"


def test_category_that_became_the_social_pension():
    found = check_broken(CODE, **LE_AN, category=OLD)
    assert (found["severity"], found["group"]) == ("warning", "other")
    assert "căn cứ đang chờ kiểm tra" in check_message(CODE, **LE_AN, category=OLD)


def test_it_was_in_force_before():
    check_silent(CODE, on=date(2025, 6, 30), **LE_AN, category=OLD)


@pytest.mark.parametrize("cell", ["Hưởng trợ cấp hưu trí xã hội", "Người khuyết tật nặng", None])
def test_categories_in_force_and_the_empty_cell(cell):
    check_silent(CODE, **LE_AN, category=cell)
