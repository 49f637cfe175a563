import pytest

from tests.rules.tools import check_silent, check_suggests

CODE = "birth_date_month_first"


def test_only_one_reading_exists():
    found = check_suggests(CODE, "2015-08-16", full_name="Lê An", birth_date="08/16/2015")
    assert (found["severity"], found["certainty"]) == ("error", "likely")
    assert "được 16/08/2015" in str(found["message"])


@pytest.mark.parametrize("cell", ["03/04/2015", "16/08/2015", None])
def test_day_comes_first_wherever_it_can(cell):
    check_silent(CODE, full_name="Lê An", birth_date=cell)
