import pytest

from tests.rules.tools import check_broken, check_message, check_silent, check_suggests

CODE = "sex_missing"


def test_empty_cell():
    found = check_broken(CODE, full_name="Lê Thị Lan", sex=None)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "basic_info", None)


def test_name_never_decides():
    said = check_message(CODE, full_name="Lê Thị Lan", sex=None)
    assert said == "Chưa ghi giới tính: ô “Giới tính” để trống; không suy ra từ họ tên."


@pytest.mark.parametrize(
    ("number", "sex"), [("027216693030", "male"), ("027316693030", "female"), ("027 316 693 030", "female")]
)
def test_number_that_fits_tells_the_sex(number, sex):
    found = check_suggests(CODE, sex, full_name="Bùi Ngọc Anh", birth_date="29/05/2016", sex=None, personal_id=number)
    assert found["certainty"] == "proven"


def test_message_prints_the_sex_in_words():
    said = check_message(CODE, full_name="Bùi Ngọc Anh", birth_date="29/05/2016", sex=None, personal_id="027316693030")
    assert "ứng với nữ" in said


@pytest.mark.parametrize("number", ["027215693030", "003216693030", "27216693030", "chưa có", None])
def test_number_of_another_year_place_or_shape_proves_nothing(number):
    found = check_broken(CODE, full_name="Bùi Ngọc Anh", birth_date="29/05/2016", sex=None, personal_id=number)
    assert found["suggestion"] is None


def test_number_of_a_relative_proves_nothing():
    number = "027216693030"
    facts = {"birth_date": "29/05/2016", "sex": None, "personal_id": number, "guardian_personal_id": number}
    assert check_broken(CODE, full_name="Bùi Ngọc Anh", **facts)["suggestion"] is None


@pytest.mark.parametrize("cell", ["Nam", "Nữ", "x"])
def test_something_stands_there(cell):
    check_silent(CODE, full_name="Lê Thị Lan", sex=cell)
