import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CHILD = {"full_name": "Nguyễn Văn An", "birth_date": "16/08/2015"}


@pytest.mark.parametrize(
    ("who", "number"), [("father", "027214600001"), ("mother", "027302600001"), ("guardian", "027212600001")]
)
def test_number_of_somebody_too_young(who, number):
    found = check_broken(f"{who}_personal_id_child", **CHILD, **{f"{who}_personal_id": number})
    assert (found["severity"], found["group"], found["field"]) == ("warning", "basic_info", f"{who}_personal_id")


def test_without_the_childs_birth_date_the_reference_day_counts():
    assert "người sinh năm 2014" in check_message(
        "father_personal_id_child", full_name="Nguyễn Văn An", father_personal_id="027214600001"
    )


def test_carer_who_is_a_child():
    said = check_message(
        "carer_personal_id_child", register="beneficiaries", full_name="Lê Bé", carer_personal_id="027212600001"
    )
    assert "chưa đủ 16 tuổi vào ngày 18/06/2026" in said


def test_mother_of_nineteen():
    check_silent("mother_personal_id_child", full_name="An", birth_date="16/08/2025", mother_personal_id="027306600001")


def test_guardian_who_is_a_grown_sister():
    check_silent("guardian_personal_id_child", **CHILD, guardian_personal_id="027306600001")


@pytest.mark.parametrize("born", ["1905", "16/08/1915"])
def test_slip_in_the_childs_own_year_does_not_make_the_father_a_child(born):
    check_silent("father_personal_id_child", full_name="An", birth_date=born, father_personal_id="027088600001")


@pytest.mark.parametrize("cell", ["027088600001", "27214600001", "chưa có", None])
def test_grown_up_no_twelve_digits_and_the_empty_cell(cell):
    check_silent("father_personal_id_child", **CHILD, father_personal_id=cell)


def test_own_number_in_the_carers_column_is_told_by_its_own_rule():
    number = "027212600001"
    known = {"personal_id": number, "carer_personal_id": number, "carer_birth_date": "1980"}
    person = {"full_name": "Lê Bé", "carer_name": "Lê Thị Mơ", "birth_date": "16/08/2012"}
    check_silent("carer_personal_id_child", register="beneficiaries", **person, **known)
