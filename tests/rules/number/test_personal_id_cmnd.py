import pytest

from tests.rules.tools import check_broken, check_message, check_silent

CODE = "personal_id_cmnd"


@pytest.mark.parametrize("cell", ["125125428", 125125429, "CMND: 125125428", "12512542"])
def test_nine_digits_are_the_old_number(cell):
    found = check_broken(CODE, register="beneficiaries", full_name="Lê Thị Bé", birth_date="1938", personal_id=cell)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "wrong_id", None)


def test_adult_needs_the_new_number():
    said = check_message(
        CODE, register="beneficiaries", full_name="Lê Thị Bé", birth_date="1938", personal_id="125125428"
    )
    assert "có 9 chữ số" in said
    assert said.endswith("số định danh 12 chữ số (căn cứ đang chờ kiểm tra).")


@pytest.mark.parametrize("register", ["children", "beneficiaries"])
def test_child_was_never_old_enough_for_that_paper(register):
    said = check_message(
        CODE, register=register, full_name="Nguyễn An", birth_date="16/08/2015", personal_id="125125428"
    )
    assert "sinh năm 2015 chưa đến tuổi" in said


@pytest.mark.parametrize("birth", ["01/01/2010", None])
def test_no_claim_about_age_where_the_year_leaves_it_open(birth):
    assert "chưa đến tuổi" not in check_message(CODE, full_name="Nguyễn An", birth_date=birth, personal_id="125125428")


def test_file_without_birth_dates():
    check_broken(CODE, full_name="Nguyễn An", personal_id="125125428")


@pytest.mark.parametrize("cell", ["027215600001", "27215600001", "0125125428", None])
def test_other_lengths_and_empty_cells_are_no_cmnd(cell):
    check_silent(CODE, full_name="Nguyễn An", sex="Nam", birth_date="16/08/2015", personal_id=cell)
