import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "text_legacy_font"


@pytest.mark.parametrize("cell", ["NguyÔn ThÞ Hßa", "\ue006NguyÔn V¨n An"])
def test_old_font_is_decoded_and_reported(cell):
    found = check_broken(CODE, full_name=cell)
    assert (found["severity"], found["group"], found["field"]) == ("info", None, "full_name")


def test_message_shows_both_texts():
    said = check_message(CODE, mother_name="NguyÔn ThÞ Hßa", full_name="Lê An")
    assert "“NguyÔn ThÞ Hßa”" in said
    assert "“Nguyễn Thị H" in said


@pytest.mark.parametrize("cell", ["Nguyễn Thị Hoà", "Nguyen Thi Hoa", "José Müller", None])
def test_unicode_unmarked_and_foreign_letters(cell):
    check_silent(CODE, full_name=cell, birth_date="16/08/2015")
