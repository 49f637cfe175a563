import pytest

from tests.rules.tools import check_broken, check_silent

CODE = "full_name_one_word"


@pytest.mark.parametrize("cell", ["Hoa", "HOA", "Nguyễn"])
def test_family_name_is_missing(cell):
    found = check_broken(CODE, full_name=cell, birth_date="16/08/2015")
    assert (found["severity"], found["group"]) == ("warning", "basic_info")


@pytest.mark.parametrize("cell", ["Lê An", "Mạc Hiền", "Nguyễn Thị Phương Thảo Minh Anh", None])
def test_two_words_are_enough_and_seven_are_not_too_many(cell):
    check_silent(CODE, full_name=cell, birth_date="16/08/2015")


def test_names_of_the_highlands_may_be_one_word():
    check_silent(CODE, full_name="H’Hương")
    check_silent(CODE, full_name="Brăm", ethnicity="Cơ-ho")


def test_foreigner_may_have_one_name():
    check_silent(CODE, full_name="Suharto", nationality="Indonesia")


def test_placeholder_has_a_rule_of_its_own():
    check_silent(CODE, full_name="Gái")
