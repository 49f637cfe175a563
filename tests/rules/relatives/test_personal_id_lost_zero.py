import pytest

from tests.rules.tools import check_silent, check_suggests

CHILD = {"full_name": "Nguyễn Văn An", "birth_date": "16/08/2015"}


def test_mothers_year_of_birth_proves_the_zero():
    found = check_suggests(
        "mother_personal_id_lost_zero",
        "027190600001",
        **CHILD,
        mother_personal_id=27190600001,
        mother_birth_year="1990",
    )
    assert (found["severity"], found["group"], found["certainty"]) == ("error", "basic_info", "proven")


@pytest.mark.parametrize("year", ["1991", None])
def test_nothing_is_proven_where_the_year_disagrees_or_is_unknown(year):
    found = check_suggests(
        "mother_personal_id_lost_zero", "027190600001", **CHILD, mother_personal_id=27190600001, mother_birth_year=year
    )
    assert found["certainty"] == "likely"


@pytest.mark.parametrize(("register", "who"), [("children", "guardian"), ("beneficiaries", "carer")])
def test_guardians_and_carers_have_no_known_sex_to_prove_it(register, who):
    known = {f"{who}_personal_id": "27155600001"}
    found = check_suggests(f"{who}_personal_id_lost_zero", "027155600001", register=register, **CHILD, **known)
    assert found["certainty"] == "likely"


@pytest.mark.parametrize("cell", ["027190600001", 174190600001, "125125428", None])
def test_whole_numbers_a_cmnd_and_the_empty_cell(cell):
    check_silent("mother_personal_id_lost_zero", **CHILD, mother_personal_id=cell)
