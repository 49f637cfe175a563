"""The weekly report on beneficiaries."""

from sosach.papers.document import said
from sosach.papers.weekly_beneficiaries import weekly_beneficiaries
from tests.papers import bene

TOLD = said(weekly_beneficiaries(bene.situation()))


def spoken(*words: str) -> list[str]:
    """The sentences that hold some words."""
    return [piece for piece in TOLD if all(word in piece for word in words)]


def test_persons_and_benefits_are_told_apart():
    assert spoken("Đầu kỳ có 21 người, với 23 lượt hưởng (02 người hưởng hai khoản theo quy định)")
    assert spoken("Cuối kỳ có 23 người, với 25 lượt hưởng")


def test_the_deceased_and_those_whose_benefit_ended_are_told_without_judgement():
    assert spoken("giảm 02 người, gồm: 01 người đã mất, 01 người thôi hưởng")
    assert spoken("đã mất trong kỳ, đang hoàn thiện thủ tục thôi hưởng theo quy định")


def test_old_numbers_are_a_difficulty_from_five_on():
    assert spoken("trong đó 06 người còn ghi số chứng minh nhân dân 9 chữ số")
    assert spoken("cấp thẻ căn cước lưu động")
    few = said(weekly_beneficiaries(bene.situation(old_ids=4)))
    assert not [piece for piece in few if "lưu động" in piece]


def test_a_list_that_came_in_full_and_in_time_is_praised_by_its_date_alone():
    assert spoken("nhận đủ kết quả 01 danh sách (đợt BT-02) đúng hạn")


def test_the_next_list_comes_back_before_the_deadline():
    assert spoken(
        "chuyển đợt BT-04 vào ngày 23/7/2026, kết quả trả thứ Tư 29/7/2026, trước thời hạn hoàn thành 31/7/2026."
    )


def test_the_annex_is_by_category_and_foots():
    lines = TOLD[TOLD.index("Nhóm") :]
    assert "Người khuyết tật đặc biệt nặng, nặng" in lines
    assert not [piece for piece in TOLD if "HIV" in piece]


def test_the_letter_of_the_province_about_children_is_not_named():
    assert spoken("Thực hiện Kế hoạch số 45/KH-UBND ngày 02/6/2026 của Ủy ban nhân dân (UBND) xã Hòa Mẫu")
