import pytest

from tests.rules.tools import check_broken, check_message, check_silent, check_suggests

CODE = "birth_date_unreadable"


@pytest.mark.parametrize("cell", ["mùa gặt", "16/08", "ngày mai"])
def test_no_date_in_it(cell):
    found = check_broken(CODE, full_name="Lê An", birth_date=cell)
    assert (found["severity"], found["group"]) == ("error", "basic_info")


def test_broken_formula_is_called_what_it_is():
    said = check_message(CODE, full_name="Lê An", birth_date="\ue004#N/A")
    assert "kết quả hỏng của công thức" in said


def test_formula_that_was_never_calculated_is_no_empty_cell():
    said = check_message(CODE, full_name="Lê An", birth_date="\ue005")
    assert "công thức chưa được tính" in said
    assert "…" not in said


def test_day_number_of_the_spreadsheet_is_offered_as_a_date():
    found = check_suggests(CODE, "2014-12-27", full_name="Lê An", birth_date="42000")
    assert found["certainty"] == "likely"
    assert "27/12/2014" in str(found["message"])


@pytest.mark.parametrize("cell", ["16/08/2015", "16.8.2015", "2015", "31/02/2015", None])
def test_dates_impossible_ones_and_the_empty_cell(cell):
    check_silent(CODE, full_name="Lê An", birth_date=cell)
