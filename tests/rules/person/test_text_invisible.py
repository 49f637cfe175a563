import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "text_invisible"


@pytest.mark.parametrize("cell", ["Lê\u200b An", "\ufeffLê An", "Lê An\u200e", "\u202eLê An"])
def test_what_nobody_sees_is_left_out_and_reported(cell):
    found = check_broken(CODE, full_name=cell)
    assert (found["severity"], found["group"], found["field"]) == ("info", None, "full_name")


def test_every_field_of_words_is_asked():
    assert check_broken(CODE, full_name="Lê An", note="đã chuyển\u200b")["field"] == "note"


@pytest.mark.parametrize("cell", ["Lê\u00a0An", "Lê An", None])
def test_odd_spaces_are_seen(cell):
    check_silent(CODE, full_name=cell, birth_date="16/08/2015")
