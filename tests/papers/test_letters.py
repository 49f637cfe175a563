"""Letters."""

from datetime import date

from sosach.campaign.extension import Extension
from sosach.papers.document import said
from sosach.papers.letters import HeldTwice, extension_letter, held_twice_letter, held_twice_sheet
from tests.papers import model
from tests.papers.prose import unnamed, untidy

LETTER = extension_letter(model.situation(), "children")
CHILD = HeldTwice(
    record_code="HM-00417", full_name="Vũ Đức Anh", birth_date="12/5/2015", sex="nam", personal_id="003215990131",
    parents="Đinh Thị Mẫu; Vũ Văn Mẫu", address="thôn Bến, xã Hòa Mẫu", point="Phần mềm báo trùng số định danh",
)  # fmt: skip


def test_the_plans_own_dates_prove_that_its_deadline_cannot_be_met():
    whole = "\n".join(said(LETTER))
    assert "V/v đề nghị gia hạn thời gian cập nhật dữ liệu trẻ em" in whole
    assert "chỉ có một ngày thứ Năm (18/6/2026)" in whole
    assert "Còn 181 trẻ chưa hoàn thành, gồm: 31 trẻ chưa rà soát, 20 trẻ chờ" in whole
    assert "đến hết ngày 10/7/2026, đủ cho 02 chu kỳ giao - nhận tiếp theo:" in whole
    assert "TE-03\n25/6/2026 (thứ Năm)\n01/7/2026 (thứ Tư)" in whole
    assert "TE-04\n02/7/2026 (thứ Năm)\n08/7/2026 (thứ Tư)\nhết ngày 10/7/2026" in whole


def test_no_letter_where_the_deadline_was_moved_or_nothing_is_left():
    extension = Extension("children", date(2026, 7, 10), "Công văn số 1/SYT", "")
    assert extension_letter(model.situation(extensions=(extension,)), "children") is None
    figures = model.figures()
    figures["children"]["cumulative"]["remaining"] = 0
    assert extension_letter(model.situation(figures=figures), "children") is None


def test_a_letter_about_a_child_held_twice_names_nobody():
    letter = held_twice_letter(model.situation(), "xã Tân Mẫu", [CHILD])
    whole = "\n".join(said(letter)) + letter.title
    assert "có 01 trường hợp trẻ em có thể đang được quản lý đồng thời tại xã Hòa Mẫu và xã Tân Mẫu" in whole
    assert "Kính gửi: Ủy ban nhân dân xã Tân Mẫu" in whole
    assert "trước ngày 02/7/2026" in whole
    assert not [fact for fact in (CHILD.full_name, CHILD.personal_id, CHILD.record_code) if fact in whole]


def test_the_closed_sheet_holds_our_side_alone():
    told = said(held_twice_sheet(model.situation(), "xã Tân Mẫu", [CHILD]))
    assert "Vũ Đức Anh; 12/5/2015; nam" in told
    assert told[told.index("003215990131") + 1] == ""


def test_letters_are_tidy_and_their_numbers_have_names():
    assert unnamed(LETTER) == set()
    assert untidy(LETTER) == []
    assert untidy(held_twice_letter(model.situation(), "xã Tân Mẫu", [CHILD, CHILD])) == []
