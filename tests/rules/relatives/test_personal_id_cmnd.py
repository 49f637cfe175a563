import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CHILD = {"full_name": "Nguyễn Văn An"}


@pytest.mark.parametrize(
    ("register", "who"),
    [("children", "father"), ("children", "mother"), ("children", "guardian"), ("beneficiaries", "carer")],
)
def test_old_number_of_a_relative_is_only_a_doubt(register, who):
    known = {f"{who}_personal_id": "125125428"}
    found = check_broken(f"{who}_personal_id_cmnd", register=register, **CHILD, **known)
    assert (found["severity"], found["group"], found["suggestion"]) == ("warning", "basic_info", None)


def test_the_law_is_not_yet_checked():
    assert check_message("father_personal_id_cmnd", **CHILD, father_personal_id="125125428").endswith(
        "(căn cứ đang chờ kiểm tra)."
    )


@pytest.mark.parametrize("cell", ["027088600001", "1251254281", None])
def test_other_lengths_and_the_empty_cell(cell):
    check_silent("father_personal_id_cmnd", **CHILD, father_personal_id=cell)
