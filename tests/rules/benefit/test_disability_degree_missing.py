import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "disability_degree_missing"
LE_AN = {"register": "beneficiaries", "full_name": "Lê An"}


@pytest.mark.parametrize("category", ["Người khuyết tật", "Người khuyết tật nặng"])
def test_disabled_person_without_a_degree(category):
    found = check_broken(CODE, **LE_AN, category=category, disability_degree=None)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "other", "disability_degree")


def test_message():
    said = check_message(CODE, **LE_AN, category="Người khuyết tật", disability_degree=None)
    assert said == "Loại “Người khuyết tật” cần mức độ khuyết tật, nhưng ô “Mức độ khuyết tật” để trống."


@pytest.mark.parametrize(
    ("category", "degree"), [("Người khuyết tật", "Nặng"), ("Hưởng trợ cấp hưu trí xã hội", None), (None, None)]
)
def test_degree_is_there_or_not_asked_for(category, degree):
    check_silent(CODE, **LE_AN, category=category, disability_degree=degree)


def test_column_is_not_in_the_file():
    check_silent(CODE, **LE_AN, category="Người khuyết tật nặng")
