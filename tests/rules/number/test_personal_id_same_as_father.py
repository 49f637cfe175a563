from tests.rules.tools import check_broken, check_message, check_silent

CODE = "personal_id_same_as_father"
BOY = {"full_name": "Nguyễn An", "sex": "Nam", "birth_date": "16/08/2015"}


def test_child_carries_the_number_of_the_father():
    number = "027088600001"
    found = check_broken(CODE, **BOY, personal_id=number, father_personal_id=number)
    assert (found["severity"], found["group"], found["field"]) == ("error", "wrong_id", "personal_id")


def test_same_number_written_in_two_ways():
    spaced = "027 088 600001"
    check_broken(CODE, **BOY, personal_id=spaced, father_personal_id="CCCD 027088600001")


def test_number_that_fits_the_child_points_at_the_other_column():
    number = "027215600001"
    assert "có thể cột cha ghi nhầm" in check_message(CODE, **BOY, personal_id=number, father_personal_id=number)
    assert "ghi nhầm" not in check_message(CODE, **BOY, personal_id="027088600001", father_personal_id="027088600001")


def test_numbers_of_two_people_differ():
    check_silent(CODE, **BOY, personal_id="027215600001", father_personal_id="027088600001")


def test_empty_cells_and_equal_placeholders_are_no_number():
    check_silent(CODE, **BOY, personal_id=None, father_personal_id=None)
    check_silent(CODE, **BOY, personal_id="chưa có", father_personal_id="chưa có")
