import pytest

from tests.rules.tools import HOA_MAU, check_broken, check_silent

CODE = "hamlet_missing"


def test_nobody_knows_whom_to_ask():
    found = check_broken(CODE, commune=HOA_MAU, full_name="Lê An", hamlet=None)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "other", "hamlet")


def test_hamlets_are_unknown():
    check_silent(CODE, full_name="Lê An", hamlet=None)


@pytest.mark.parametrize("cell", ["Thôn Bến Cỏ", "abc"])
def test_something_stands_there(cell):
    check_silent(CODE, commune=HOA_MAU, full_name="Lê An", hamlet=cell)
