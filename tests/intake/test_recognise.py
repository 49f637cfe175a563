"""Which register a workbook is."""

import pytest

from sosach.findings.notices import Refused
from sosach.intake.headings import Heading
from sosach.intake.recognise import Evidence, confirm, recognise, weigh
from sosach.registers.catalogue import registers

ALL = tuple(registers().values())
BASE = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số định danh cá nhân", "Ghi chú")


def evidence(*headings: str, title: str = "") -> list[Evidence]:
    """The registers, the likeliest first."""
    return weigh([Heading((text,)) for text in headings], title, ALL)


@pytest.mark.parametrize(
    ("headings", "title", "register"),
    [
        ((*BASE, "Lớp", "Trường", "Hoàn cảnh đặc biệt"), "", "children"),
        ((*BASE, "Họ tên cha", "Họ tên mẹ", "Thôn"), "", "children"),
        (BASE, "DANH SÁCH TRẺ EM DƯỚI 16 TUỔI", "children"),
        (("Họ tên trẻ", *BASE[2:]), "", "children"),
        ((*BASE, "Loại trợ cấp", "Số QĐ"), "", "beneficiaries"),
        (BASE, "DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI", "beneficiaries"),
        ((*BASE, "Số", "Quyển số", "Ngày đăng ký", "Họ tên cha"), "", "births"),
        (BASE, "TRÍCH SỔ ĐĂNG KÝ KHAI SINH", "births"),
        ((*BASE, "Họ tên cha", "Họ tên mẹ", "Nơi cư trú"), "Trích lục hộ tịch", "births"),
    ],
)
def test_registers_are_recognised(headings: tuple[str, ...], title: str, register: str) -> None:
    assert recognise([("a", evidence(*headings, title=title))], "a.xlsx").name == register


def test_a_list_of_anybody_is_asked_about() -> None:
    with pytest.raises(Refused) as caught:
        recognise([("a", evidence(*BASE))], "a.xlsx")
    assert caught.value.notice.code == "register_unknown"


def test_one_plain_sheet_speaks_for_those_that_tell_nothing() -> None:
    sheets = [("Gò Me", evidence(*BASE)), ("Bến Cỏ", evidence(*BASE, "Lớp", "Hoàn cảnh đặc biệt"))]
    assert recognise(sheets, "a.xlsx").name == "children"


def test_two_registers_are_named_with_their_sheets() -> None:
    sheets = [
        ("Trẻ em", evidence(*BASE, "Lớp", "Hoàn cảnh đặc biệt")),
        ("Bảo trợ", evidence(*BASE, "Loại trợ cấp", "Số QĐ", "Hưởng từ tháng")),
    ]
    with pytest.raises(Refused) as caught:
        recognise(sheets, "a.xlsx")
    assert caught.value.notice.code == "register_two"
    assert "“Bảo trợ”" in caught.value.notice.message


def test_a_named_register_is_doubted_only_when_another_is_plain() -> None:
    plain = [("a", evidence(*BASE, "Loại trợ cấp", "Số QĐ", "Hưởng từ tháng"))]
    confirm(registers()["beneficiaries"], plain, "a.xlsx")
    confirm(registers()["children"], [("a", evidence(*BASE))], "a.xlsx")
    with pytest.raises(Refused) as caught:
        confirm(registers()["children"], plain, "a.xlsx")
    assert caught.value.notice.code == "register_wrong"
