import pytest

from tests.rules.tools import check_broken, check_silent, check_suggests

CODE = "personal_id_scientific"
BOY = {"full_name": "Nguyễn Văn An", "sex": "Nam", "birth_date": "16/08/2015"}


@pytest.mark.parametrize("cell", ["2.7E+10", "2,72E+10", "2.72156E+10"])
def test_digits_that_the_file_no_longer_has(cell):
    found = check_broken(CODE, **BOY, personal_id=cell)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "wrong_id", None)
    assert "không khôi phục được" in str(found["message"])


@pytest.mark.parametrize("cell", [27215600000, 123000000000, 1215600000])
def test_digits_that_were_lost_before_the_number_was_a_number_again(cell):
    found = check_broken(CODE, **BOY, personal_id=cell)
    assert (found["severity"], found["group"], found["suggestion"]) == ("error", "wrong_id", None)
    assert ("rút gọn" if cell > 99_999_999_999 else "làm tròn") in str(
        found["message"]
    )  # twelve digits show as 1.23E+11


@pytest.mark.parametrize("cell", ["027215600000", 27215600001, 27215610000])
def test_zeros_at_the_end_of_a_text_and_few_of_them(cell):
    check_silent(CODE, **BOY, personal_id=cell)


def test_every_digit_is_still_there():
    found = check_suggests(CODE, "027215600001", **BOY, personal_id="2.7215600001E+10")
    assert found["certainty"] == "proven"
    assert "vẫn giữ đủ chữ số" in str(found["message"])


def test_whole_digits_that_agree_with_nothing_are_not_called_scientific_proof():
    check_silent(CODE, **{**BOY, "sex": "Nữ"}, personal_id="2.7215600001E+10")


@pytest.mark.parametrize("cell", [174215600001, "027215600001", "E12345678", None])
def test_whole_number_behind_a_short_display_a_passport_and_an_empty_cell(cell):
    check_silent(CODE, **BOY, personal_id=cell)
