from datetime import date

import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "category_age"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}
CHILD = "Trẻ em khuyết tật nặng"
ELDER = "Người cao tuổi khuyết tật nặng"
PENSION = "Hưởng trợ cấp hưu trí xã hội"


@pytest.mark.parametrize(
    ("category", "born"),
    [
        ("Trẻ em mồ côi cả cha và mẹ", "18/06/2010"),
        (CHILD, "2009"),
        (ELDER, "19/06/1966"),
        (PENSION, "1957"),
        ("Người từ 16 đến 22 tuổi đang đi học", "19/06/2010"),
        ("Người từ 16 đến 22 tuổi đang đi học", "18/06/2003"),
    ],
)
def test_age_of_another_category(category, born):
    found = check_broken(CODE, **LE_AN, category=category, birth_date=born)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "other", "category")


@pytest.mark.parametrize(
    ("category", "born"),
    [
        (CHILD, "19/06/2010"),
        (CHILD, "2010"),
        (ELDER, "18/06/1966"),
        (ELDER, "1966"),
        (PENSION, "1956"),
        ("Người khuyết tật nặng", "1990"),
        ("Người đơn thân nghèo đang nuôi con", "2007"),
        (CHILD, None),
        (None, "1990"),
    ],
)
def test_ages_that_fit_or_may_fit_and_empty_cells(category, born):
    check_silent(CODE, **LE_AN, category=category, birth_date=born)


def test_message_quotes_the_office_and_gives_the_limit():
    said = check_message(CODE, **LE_AN, category=CHILD, birth_date="2009")
    assert said == (
        "Loại “Trẻ em khuyết tật nặng” dành cho người dưới 16 tuổi, trong khi hồ sơ sinh 2009, tức 16 hoặc 17 tuổi vào "
        "ngày 18/06/2026."
    )


def test_law_that_was_not_checked_is_called_so():
    assert "căn cứ đang chờ kiểm tra" in check_message(CODE, **LE_AN, category=PENSION, birth_date="1990")
    later = check_message(CODE, on=date(2026, 10, 5), **LE_AN, category=CHILD, birth_date="2009")
    assert later.endswith("ngày 05/10/2026 (căn cứ đang chờ kiểm tra).")


def test_disease_is_not_named():
    said = check_message(CODE, **LE_AN, category="Trẻ em nhiễm HIV thuộc hộ nghèo", birth_date="1990")
    assert said.startswith("Loại “nhóm đối tượng” dành cho người dưới 16 tuổi")


def test_benefit_that_was_stopped():
    check_silent(CODE, **LE_AN, category=CHILD, birth_date="2009", benefit_status="Thôi hưởng")
