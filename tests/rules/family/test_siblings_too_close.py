import pytest

from tests.rules.tools import check_broken, check_message, check_silent, findings

CODE = "siblings_too_close"
FAMILY = {"mother_name": "Vũ Thị Lan", "mother_birth_year": "1990", "father_name": "Lê Văn Tám"}


def siblings(first, second, **facts):
    one = {"full_name": "Lê Văn An", "birth_date": first, **FAMILY}
    other = {"full_name": "Lê Văn Bình", "birth_date": second, **FAMILY, **facts}
    return [one, other]


def test_five_months_between_two_children():
    found = check_broken(CODE, rows=siblings("16/08/2015", "20/01/2016"))
    assert (found["severity"], found["group"], found["field"]) == ("warning", "basic_info", "birth_date")
    assert found["other_row"] == 6


def test_message_counts_months_or_days():
    assert "cách nhau 5 tháng" in check_message(CODE, rows=siblings("16/08/2015", "20/01/2016"))
    assert "cách nhau 10 ngày" in check_message(CODE, rows=siblings("16/08/2015", "26/08/2015"))


@pytest.mark.parametrize("second", ["16/08/2015", "17/08/2015", "16/05/2016", "2016", None])
def test_twins_twins_over_midnight_short_intervals_and_dates_without_day(second):
    check_silent(CODE, rows=siblings("16/08/2015", second))


def test_namesake_of_the_mother():
    check_silent(CODE, rows=siblings("16/08/2015", "20/01/2016", father_name="Trần Văn Tư"))
    check_silent(CODE, rows=siblings("16/08/2015", "20/01/2016", mother_birth_year="1985"))


def test_a_couple_of_the_same_names_in_another_hamlet_is_another_couple():
    here, there = siblings("16/08/2015", "20/01/2016")
    check_silent(CODE, rows=[{**here, "hamlet": "Thôn 1"}, {**there, "hamlet": "Thôn 2"}])
    check_broken(CODE, rows=[{**here, "hamlet": "Thôn 1"}, {**there, "hamlet": "thôn 01"}])


def test_one_household_is_one_family_whatever_hamlet_is_written():
    rows = siblings("16/08/2015", "20/01/2016")
    places = ({"hamlet": "Thôn 1", "household_code": "H1"}, {"hamlet": "Thôn 2", "household_code": "H1"})
    check_broken(CODE, rows=[{**row, **place} for row, place in zip(rows, places, strict=True)])


def test_mothers_number_is_enough():
    number = "027190600001"
    rows = siblings("16/08/2015", "20/01/2016", father_name="Trần Văn Tư")
    check_broken(CODE, rows=[{**row, "mother_personal_id": number} for row in rows])


def test_two_numbers_are_two_mothers():
    rows = siblings("16/08/2015", "20/01/2016")
    numbers = ("027190600001", "027190600002")
    check_silent(CODE, rows=[{**row, "mother_personal_id": n} for row, n in zip(rows, numbers, strict=True)])


def test_mothers_without_a_name_are_nobodys():
    check_silent(CODE, rows=siblings("16/08/2015", "20/01/2016", mother_name=None))


def test_one_child_in_two_rows_is_no_sibling():
    rows = siblings("16/08/2015", "20/01/2016", full_name="Lê Văn An")
    number = {"personal_id": "027215600001"}
    found = findings([{**row, **number} for row in rows], codes={CODE, "row_same_person"})
    assert {f["rule"] for f in found} == {"row_same_person"}
