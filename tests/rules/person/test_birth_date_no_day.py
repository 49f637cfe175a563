import pytest

from tests.rules.tools import check_broken, check_silent, findings

CODE = "birth_date_no_day"


@pytest.mark.parametrize("cell", ["2015", "08/2015", "--/--/2015", "00/00/2015", 2016])
def test_child_without_the_day(cell):
    found = check_broken(CODE, full_name="Lê An", birth_date=cell)
    assert (found["severity"], found["group"]) == ("error", "basic_info")


def test_first_of_january_is_a_day_like_any_other():
    check_silent(CODE, full_name="Lê An", birth_date="01/01/2015")


@pytest.mark.parametrize("cell", ["16/08/2015", "31/02/2015", None])
def test_full_date_and_the_empty_cell(cell):
    check_silent(CODE, full_name="Lê An", birth_date=cell)


def test_year_alone_is_official_for_the_elderly():
    found = findings([{"full_name": "Lê An", "birth_date": "1938"}], register="beneficiaries")
    assert [f["rule"] for f in found if f["field"] == "birth_date"] == []
