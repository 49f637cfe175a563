"""Headings in one form."""

import pytest

from sosach.intake.wording import fold, readable, words_of


@pytest.mark.parametrize(
    "heading",
    [
        "Số định danh cá nhân", "Số ĐDCN/CCCD", "Mã định danh/ CMND", "CMND/CCCD/ĐDCN", "Số căn cước công dân",
        "Ma dinh danh",
        "SỐ THẺ CĂN CƯỚC", "Mã số định danh cá nhân", "Số CC/CCCD", "SoDinhDanh",
    ],
)  # fmt: skip
def test_the_number_has_many_names(heading: str) -> None:
    assert words_of(heading).full == "so cccd"


@pytest.mark.parametrize("heading", ["Ngày, tháng, năm sinh", "Ngày sinh", "NTNS", "Sinh ngày", "Ngày tháng năm sinh"])
def test_the_birth_date_has_many_names(heading: str) -> None:
    assert words_of(heading).full == "ngay sinh"


@pytest.mark.parametrize(
    ("heading", "short"),
    [
        ("1. Họ và tên trẻ em (ghi in hoa)", "ho ten"),
        ("Người giám hộ (nếu có)", "giam ho"),
        ("Ngày sinh (dd/mm/yyyy)", "ngay sinh"),
        ("Thông tin mẹ", "me"),
        ("(5) Dân tộc:", "dan toc"),
        ("Đối tượng", "doi tuong"),
    ],
)
def test_remarks_numbers_and_the_person_are_left_out(heading: str, short: str) -> None:
    assert words_of(heading).short == short


def test_old_encodings_are_read() -> None:
    assert readable("Hä vµ tªn") == "Họ và tên"
    assert words_of("Ngµy sinh").full == "ngay sinh"
    assert readable("  Họ  và\ntên ") == "Họ và tên"


def test_marks_are_folded_and_the_crossed_d_too() -> None:
    assert fold("Đặng Thị Ấy") == "dang thi ay"
