import pytest

from tests.rules.tools import check_broken, check_message, check_silent, check_suggests

CODE = "personal_id_lost_zero"
BOY = {"full_name": "Nguyễn Văn An", "sex": "Nam", "birth_date": "16/08/2015"}


@pytest.mark.parametrize("cell", [27215600001, " 27215600001", "27.215.600.001"])
def test_zero_dropped_by_a_number_cell_is_put_back(cell):
    found = check_suggests(CODE, "027215600001", **BOY, personal_id=cell)
    assert (found["severity"], found["group"], found["certainty"]) == ("error", "wrong_id", "proven")


def test_two_zeros_dropped():
    found = check_suggests(CODE, "001215600001", **BOY, personal_id=1215600001)
    assert "đã bỏ 2 số 0 ở đầu" in str(found["message"])


@pytest.mark.parametrize("known", [{"sex": "Nữ"}, {"birth_date": "16/08/2014"}, {"sex": None}, {"birth_date": None}])
def test_nothing_is_proven_where_sex_or_year_disagree_or_are_unknown(known):
    found = check_suggests(CODE, "027215600001", **{**BOY, **known}, personal_id=27215600001)
    assert found["certainty"] == "likely"
    assert "chưa khớp đủ" in str(found["message"])


def test_year_alone_is_enough_of_a_birth_date():
    assert (
        check_suggests(CODE, "027215600001", **{**BOY, "birth_date": "2015"}, personal_id=27215600001)["certainty"]
        == "proven"
    )


def test_file_without_sex_and_birth_date_still_gets_the_hint():
    assert check_broken(CODE, full_name="Nguyễn Văn An", personal_id=27215600001)["certainty"] == "likely"


def test_message_counts_digits_and_zeros():
    said = check_message(CODE, **BOY, personal_id=27215600001)
    assert said == (
        "Số “27215600001” có 11 chữ số vì bảng tính đã bỏ 1 số 0 ở đầu; thêm lại thì chỉ có 027215600001 là khớp giới "
        "tính và năm sinh của hồ sơ."
    )


def test_number_given_abroad_has_no_zero_to_lose():
    check_silent(CODE, **BOY, personal_id=174215600001)


@pytest.mark.parametrize("cell", ["02721560001", "125125428", "027215600001", "0999082007", None])
def test_a_digit_lost_elsewhere_another_number_and_an_empty_cell(cell):
    check_silent(CODE, **BOY, personal_id=cell)
