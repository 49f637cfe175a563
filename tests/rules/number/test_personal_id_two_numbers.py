import pytest

from tests.rules.tools import check_broken, check_silent, check_suggests

CODE = "personal_id_two_numbers"
BOY = {"full_name": "Nguyễn Văn An", "sex": "Nam", "birth_date": "16/08/2015"}


@pytest.mark.parametrize(
    "cell", ["125125428/027215600001", "125125428\n027215600001", "027215600001; 125125428", "125125428 027215600001"]
)
def test_old_number_beside_the_new_one(cell):
    found = check_suggests(CODE, "027215600001", **BOY, personal_id=cell)
    assert (found["severity"], found["group"], found["certainty"]) == ("error", "wrong_id", "proven")


def test_of_two_new_numbers_the_fitting_one_is_only_likely():
    found = check_suggests(CODE, "027215600001", **BOY, personal_id="027190600002 - 027215600001")
    assert found["certainty"] == "likely"


def test_single_new_number_without_sex_and_date_is_only_likely():
    found = check_suggests(CODE, "027215600001", full_name="Nguyễn Văn An", personal_id="125125428/027215600001")
    assert found["certainty"] == "likely"


@pytest.mark.parametrize(
    "cell",
    [
        "125125428/027190600002",  # the twelve digits are a woman's of 1990
        "027215600001/027215600002",  # both fit
        "125125428/126126429",
    ],
)
def test_no_suggestion_where_none_or_both_fit(cell):
    found = check_broken(CODE, **BOY, personal_id=cell)
    assert found["suggestion"] is None
    assert "mỗi người chỉ có một số định danh" in str(found["message"])


@pytest.mark.parametrize("cell", ["027 215 600 001", "027215600001/027215600001", "125/2018", None])
def test_one_number_in_groups_or_twice_and_an_empty_cell(cell):
    check_silent(CODE, **BOY, personal_id=cell)
