import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "personal_id_birth_year"


@pytest.mark.parametrize("birth", ["16/08/2014", "2014", "08/2016"])
def test_number_tells_another_year(birth):
    found = check_broken(CODE, full_name="Nguyễn An", birth_date=birth, personal_id="027215600001")
    assert (found["severity"], found["group"], found["field"]) == ("warning", "wrong_id", "personal_id")


def test_message_names_both_years():
    said = check_message(CODE, full_name="Nguyễn An", birth_date="16/08/2014", personal_id="027215600001")
    assert "năm sinh 2015, trong khi hồ sơ ghi 2014" in said


def test_beneficiary_of_another_century():
    found = check_message(
        CODE, register="beneficiaries", full_name="Lê Bé", birth_date="1938", personal_id="027238600001"
    )
    assert "năm sinh 2038, trong khi hồ sơ ghi 1938" in found


def test_year_still_to_come_is_told_without_a_birth_date():
    said = check_message(CODE, full_name="Nguyễn An", birth_date=None, personal_id="027415600001")
    assert "năm sinh 2115, ở sau ngày 18/06/2026" in said


@pytest.mark.parametrize("birth", ["16/08/2015", "2015", "08/2015", "31/12/2015"])
def test_year_agrees_however_precise_the_date_is(birth):
    check_silent(CODE, full_name="Nguyễn An", birth_date=birth, personal_id="027215600001")


def test_grown_ups_number_is_told_by_its_own_rule():
    check_silent(CODE, full_name="Nguyễn An", birth_date="16/08/2015", personal_id="027190600001")


@pytest.mark.parametrize(("birth", "cell"), [(None, "027215600001"), ("16/08/2015", None), ("16/08/2015", "0272146")])
def test_empty_cells_and_wrong_lengths_contradict_nothing(birth, cell):
    check_silent(CODE, full_name="Nguyễn An", birth_date=birth, personal_id=cell)


def test_file_without_birth_dates():
    check_silent(CODE, full_name="Nguyễn An", personal_id="027215600001")
