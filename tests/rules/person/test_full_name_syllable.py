import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "full_name_syllable"


@pytest.mark.parametrize("cell", ["Nguyễnn Văn An", "Nguyễn Thị Hưong"])
def test_slip_of_the_keyboard(cell):
    found = check_broken(CODE, full_name=cell, ethnicity="Kinh")
    assert (found["severity"], found["group"]) == ("warning", "basic_info")


def test_message_points_at_the_syllable():
    assert "Tiếng “Hưong”" in check_message(CODE, full_name="Nguyễn Thị Hưong")


@pytest.mark.parametrize("cell", ["Nguyễn Khoa Khuyên", "Hoà Thuý Quỳnh", "Nguyen Van An", "Vũ Huyền Mi", None])
def test_both_places_of_the_tone_unmarked_writing_and_the_empty_cell(cell):
    check_silent(CODE, full_name=cell, birth_date="16/08/2015")


@pytest.mark.parametrize(
    ("cell", "group"), [("H’Hen Niê", "Ê-đê"), ("Y Phônn Êban", "Ê-đê"), ("K’Brăm", "Cơ-ho"), ("Ksor Nhăm", "Gia-rai")]
)
def test_names_of_other_peoples_are_not_judged(cell, group):
    check_silent(CODE, full_name=cell, ethnicity=group)


def test_foreign_name_is_not_judged():
    check_silent(CODE, full_name="Kim Minh Seọ", nationality="Hàn Quốc")
