import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "personal_id_sex"


@pytest.mark.parametrize(("sex", "cell"), [("Nam", "027315600001"), ("Nữ", "027215600001")])
def test_fourth_digit_tells_the_other_sex(sex, cell):
    found = check_broken(CODE, full_name="Nguyễn An", sex=sex, birth_date="16/08/2015", personal_id=cell)
    assert (found["severity"], found["group"], found["field"]) == ("warning", "wrong_id", "personal_id")


def test_message_names_both_possibilities():
    said = check_message(CODE, full_name="Nguyễn An", sex="Nam", personal_id="027315600001")
    assert said == "Chữ số thứ tư là 3, ứng với nữ, trong khi hồ sơ ghi nam; số hoặc giới tính cần xem lại."


def test_elderly_beneficiary():
    check_broken(
        CODE, register="beneficiaries", full_name="Lê Bé", sex="Nam", birth_date="1938", personal_id="027138600001"
    )


@pytest.mark.parametrize(("sex", "cell"), [("Nam", "027215600001"), ("Nữ", "027315600001"), ("Trai", "001215600001")])
def test_number_and_record_agree(sex, cell):
    check_silent(CODE, full_name="Nguyễn An", sex=sex, birth_date="16/08/2015", personal_id=cell)


def test_grown_ups_number_is_told_by_its_own_rule():
    check_silent(CODE, full_name="Nguyễn An", sex="Nam", birth_date="16/08/2015", personal_id="027190600001")


def test_mothers_number_is_told_by_its_own_rule():
    number = "027315600001"
    check_silent(CODE, full_name="Nguyễn An", sex="Nam", personal_id=number, mother_personal_id=number)


@pytest.mark.parametrize(("sex", "cell"), [(None, "027315600001"), ("Nam", None), ("Nam", "27315600001")])
def test_empty_cells_and_wrong_lengths_contradict_nothing(sex, cell):
    check_silent(CODE, full_name="Nguyễn An", sex=sex, personal_id=cell)
