from tests.rules.tools import check_broken, check_message, check_silent

CODE = "full_name_missing"


def test_nothing_stands_where_the_name_should():
    found = check_broken(CODE, full_name=None, birth_date="16/08/2015")
    assert (found["severity"], found["group"], found["field"]) == ("error", "basic_info", "full_name")


def test_blanks_are_nothing():
    check_broken(CODE, full_name="   ", birth_date="16/08/2015")


def test_message_names_the_column():
    assert "ô “Họ và tên” để trống" in check_message(CODE, full_name=None, birth_date="16/08/2015")


def test_placeholder_is_no_empty_cell():
    check_silent(CODE, full_name="Chưa đặt tên", birth_date="16/08/2015")


def test_name_of_two_words_is_whole():
    check_silent(CODE, full_name="Mạc Hiền")
