import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "guardian_relation_missing"
GUARDED = {"full_name": "Lê An", "guardian_name": "Lê Thị Hoa", "guardian_relation": None}


def test_guardian_without_a_relation():
    found = check_broken(CODE, **GUARDED)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "basic_info", "guardian_relation")


@pytest.mark.parametrize(("register", "person"), [("children", "trẻ"), ("beneficiaries", "đối tượng")])
def test_message_calls_the_person_by_the_register(register, person):
    assert f"quan hệ với {person}" in check_message(CODE, register=register, **GUARDED)


@pytest.mark.parametrize("who", ["father_name", "mother_name"])
def test_guardian_who_is_the_parent_named_beside(who):
    check_silent(CODE, **GUARDED, **{who: "LÊ THỊ HOA"})


def test_relation_is_told_nobody_is_named_or_there_is_no_such_column():
    check_silent(CODE, **{**GUARDED, "guardian_relation": "Bà nội"})
    check_silent(CODE, **{**GUARDED, "guardian_name": None})
    check_silent(CODE, full_name="Lê An", guardian_name="Lê Thị Hoa")
