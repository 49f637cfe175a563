import pytest

from tests.rules.tools import check_broken, check_message, check_silent, findings

CODE = "sex_name"


@pytest.mark.parametrize(("name", "sex"), [("Nguyễn Thị Thu Hương", "Nam"), ("Nguyễn Văn Cường", "Nữ")])
def test_name_of_the_other_sex(name, sex):
    found = check_broken(CODE, full_name=name, sex=sex)
    assert (found["severity"], found["group"], found["suggestion"]) == ("warning", "basic_info", None)


def test_message_gives_the_share_with_a_comma_and_never_a_whole_hundred():
    said = check_message(CODE, full_name="NGUYỄN THỊ THU HƯƠNG", sex="Nam")
    assert "99,9 % người" in said
    assert "(nam)" in said


def test_share_has_one_decimal_in_any_company():
    found = findings([{"full_name": "Lê Văn Ân", "sex": "Nữ"}] * 3, codes={CODE})
    assert ["99,6 % người" in str(f["message"]) for f in found] == [True] * 3


@pytest.mark.parametrize("sex", ["Nam", "Nữ"])
@pytest.mark.parametrize("name", ["Nguyễn Minh Anh", "Trần Ngọc Linh", "Lê Khánh", "Phạm Xuân Thanh", "Đỗ Quy Ẩn"])
def test_names_of_both_sexes_and_rare_ones(name, sex):
    check_silent(CODE, full_name=name, sex=sex)


def test_name_that_agrees():
    check_silent(CODE, full_name="Nguyễn Thị Thu Hương", sex="Nữ")


def test_man_called_thi_whose_number_says_so_too():
    facts = {"full_name": "Bùi Thị Thảo", "birth_date": "18/06/2012", "sex": "Nam"}
    check_silent(CODE, **facts, personal_id="027212863417")
    check_broken(CODE, **facts, personal_id="027312863417")


@pytest.mark.parametrize("group", ["Ê-đê", "Gia-rai", "Khơ-me"])
def test_peoples_who_name_otherwise_are_not_judged(group):
    check_silent(CODE, full_name="Ksor Thị Thu Hương", sex="Nam", ethnicity=group)


@pytest.mark.parametrize("facts", [{"full_name": None, "sex": "Nam"}, {"full_name": "Nguyễn Thị Lan", "sex": None}])
def test_empty_cells(facts):
    check_silent(CODE, birth_date="16/08/2015", **facts)
