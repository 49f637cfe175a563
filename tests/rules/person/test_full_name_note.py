import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "full_name_note"


@pytest.mark.parametrize("cell", ["Nguyễn Văn An (Tèo)", "Nguyễn Văn An (chưa KS)"])
def test_something_beside_the_name(cell):
    found = check_broken(CODE, full_name=cell)
    assert (found["severity"], found["group"]) == ("warning", "basic_info")
    assert found["suggestion"] == "Nguyễn Văn An"
    assert found["certainty"] == "likely"


def test_message_quotes_the_remark():
    assert "Tèo" in check_message(CODE, full_name="Nguyễn Văn An (Tèo)").split("phần")[1]


def test_two_children_in_one_cell_are_not_one_long_name():
    said = check_message(CODE, full_name="Lê Văn An\nLê Thị Bình")
    assert said.startswith("Ô họ tên có hai họ tên trên hai dòng: “Lê Văn An␣Lê Thị Bình”")


@pytest.mark.parametrize("cell", ["Nguyễn Thị Minh Thư Anh", "H’Hen Niê", "Nguyễn Thị\nHoa", None])
def test_long_names_names_of_the_highlands_and_the_empty_cell(cell):
    check_silent(CODE, full_name=cell, birth_date="16/08/2015")
