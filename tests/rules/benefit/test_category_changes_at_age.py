import pytest

from tests.rules.tools import check_broken, check_message, check_silent, findings

CODE = "category_changes_at_age"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}
DISABLED = "Người khuyết tật nặng"


@pytest.mark.parametrize(
    ("category", "born"),
    [
        (DISABLED, "18/06/2010"),
        (DISABLED, "10/06/1966"),
        (DISABLED, "19/07/1966"),
        ("Trẻ em mồ côi cả cha và mẹ", "01/07/2022"),
        ("Người cao tuổi cô đơn thuộc hộ nghèo", "18/05/1946"),
    ],
)
def test_birthday_within_a_month(category, born):
    found = check_broken(CODE, **LE_AN, category=category, birth_date=born)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "other", "category")


@pytest.mark.parametrize(
    ("category", "born"),
    [
        (DISABLED, "17/05/1966"),
        (DISABLED, "20/07/1966"),
        (DISABLED, "18/06/1946"),
        (DISABLED, "1966"),
        ("Hưởng trợ cấp hưu trí xã hội", "18/06/1946"),
        (DISABLED, None),
        (None, "18/06/1966"),
    ],
)
def test_other_birthdays_years_alone_and_empty_cells(category, born):
    check_silent(CODE, **LE_AN, category=category, birth_date=born)


def test_message_gives_age_and_day():
    said = check_message(CODE, **LE_AN, category=DISABLED, birth_date="10/06/1966")
    assert said == "Người này đủ 60 tuổi ngày 10/06/2026, nên mức hưởng theo nhóm tuổi có thể thay đổi."


def test_category_of_another_age_is_said_once():
    child = {"full_name": "Lê An", "category": "Trẻ em khuyết tật nặng", "birth_date": "10/06/2010"}
    found = findings([child], register="beneficiaries", codes={CODE, "category_age"})
    assert [f["rule"] for f in found] == ["category_age"]


def test_benefit_that_was_stopped():
    check_silent(CODE, **LE_AN, category=DISABLED, birth_date="10/06/1966", benefit_status="Thôi hưởng")
