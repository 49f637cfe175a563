import pytest

from tests.rules.tools import HOA_MAU, check_broken, check_message, check_silent

CODE = "hamlet_unknown"


def test_hamlet_of_no_list():
    found = check_broken(CODE, commune=HOA_MAU, full_name="Lê An", hamlet="Thôn Đông Cứu")
    assert (found["severity"], found["group"]) == ("warning", "other")
    assert "“Thôn Đông Cứu”" in check_message(CODE, commune=HOA_MAU, full_name="Lê An", hamlet="Thôn Đông Cứu")


@pytest.mark.parametrize("cell", ["Bến Cỏ", "thôn bến cỏ", "THÔN BEN CO", "T. Bến Cỏ", None])
def test_the_ways_offices_write_it_and_the_empty_cell(cell):
    check_silent(CODE, commune=HOA_MAU, full_name="Lê An", hamlet=cell)


def test_hamlets_are_unknown():
    check_silent(CODE, full_name="Lê An", hamlet="Thôn Đông Cứu")
