"""The monthly report."""

from datetime import date

from sosach.campaign.extension import Extension
from sosach.papers.document import said
from sosach.papers.monthly import month, monthly
from tests.papers import both
from tests.papers.prose import unnamed, untidy

REGISTERS = ["children", "beneficiaries"]
PAPER = monthly(both.situation(), REGISTERS)
TOLD = said(PAPER)


def test_a_report_before_the_15th_is_of_the_month_before():
    assert "tháng 6 năm 2026 (số liệu đến ngày 09/7/2026)" in TOLD
    assert month(date(2027, 2, 11)) == "tháng 01 năm 2027"


def test_registers_stand_side_by_side():
    line = TOLD.index("Số người cuối kỳ = 1 − 2 − 3 − 4 − 5 + 6")
    assert TOLD[line + 1 : line + 3] == ["1.990", "23"]
    line = TOLD.index("Tỷ lệ cập nhật = 19 : 12 (%)")
    assert TOLD[line + 1 : line + 3] == ["33,9", "12,5"]


def test_lists_that_are_out_are_told_by_whether_they_are_due():
    told = next(piece for piece in TOLD if piece.startswith("3. Giao - nhận"))
    assert "12 lượt của đợt TE-01 quá hạn trả (17/6/2026)" in told
    assert "01 lượt của đợt BT-03 chưa đến hạn trả (22/7/2026)" in told


def test_an_extension_is_told_with_its_document_and_nothing_is_asked_any_more():
    extension = Extension("children", date(2026, 7, 10), "Công văn số 612/SYT-DSTE ngày 23/6/2026 của Sở Y tế", "")
    told = said(monthly(both.situation(extensions=(extension,)), REGISTERS))
    assert [piece for piece in told if "gia hạn đến hết ngày 10/7/2026 theo Công văn số 612/SYT-DSTE" in piece]
    assert "Không có." in told


def test_one_register_can_be_reported_alone():
    told = said(monthly(both.situation(), ["children"]))
    assert not [piece for piece in told if "bảo trợ xã hội" in piece and "Đề án" not in piece]


def test_prose_is_tidy_and_its_numbers_have_names():
    assert unnamed(PAPER) == set()
    assert untidy(PAPER) == []
