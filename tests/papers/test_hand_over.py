"""The minutes of hand-over."""

from typing import Any

import pytest

from sosach.papers.document import said
from sosach.papers.hand_over import minutes_paper
from sosach.papers.letterhead import office_of
from tests.papers import model
from tests.papers.prose import untidy

OFFICE = office_of(model.plan())
SHA256 = "b8b55e47071216ab77f9aaaf79deaaa8a6427eeb87defa52acdea2e00c77e524"
SENT: dict[str, Any] = {
    "direction": "sent", "batch": "TE-02", "register": "children", "unit": {"code": "99999", "name": "xã Hòa Mẫu"},
    "sent_on": "2026-06-18", "due": "2026-06-24", "chain_head": "90984e6aa5172fcb" * 4, "persons": 87,
    "file": {"name": "TE-02.xlsx", "sha256": SHA256, "password": True},
    "groups": {"no_id": 58, "wrong_id": 22, "basic_info": 7},
}  # fmt: skip
RETURNED: dict[str, Any] = SENT | {
    "direction": "returned", "batch": "TE-01", "sent_on": "2026-06-11", "returned_on": "2026-06-17", "days_late": 0,
    "sent": 64, "answered": 52, "unanswered": 12, "altered": 0, "unknown": 0,
    "results": {
        "matches": 20, "number_given": 19, "corrected": 4, "not_found": 5, "unregistered": 1, "duplicate": 3,
        "other": 0,
    },
    "unanswered_rows": [f"TE01-{n:04}-ABCDEFGH" for n in range(1, 13)], "altered_rows": [],
}  # fmt: skip


def told(minutes: dict[str, Any], **changes: Any) -> str:
    """All that the minutes say."""
    return "\n".join(said(minutes_paper(minutes | changes, OFFICE)))


def test_groups_add_up_and_the_day_of_return_is_named_with_its_weekday():
    whole = told(SENT)
    assert "gồm 87 trẻ, trong đó: 58 trẻ không có số định danh; 22 trẻ có số định danh sai hoặc cần xác minh;" in whole
    assert "; 07 trẻ cần xác minh thông tin cơ bản." in whole
    assert "trả kết quả vào ngày 24/6/2026 (thứ Tư)" in whole
    assert "ngày 18 tháng 6 năm 2026" in whole
    assert "Số:        /BB-UBND" in whole


def test_hash_is_printed_in_groups_of_four_and_the_head_of_the_log_is_named():
    assert " ".join(SHA256[n : n + 4] for n in range(0, 64, 4)) in told(SENT).replace("\n", " ")
    assert "nhật ký tại thời điểm bàn giao: 90984e6aa5172fcb." in told(SENT)


@pytest.mark.parametrize(("password", "words"), [(True, "mật khẩu được trao riêng"), (False, "thiết bị lưu trữ")])
def test_how_the_file_goes_over_is_told(password, words):
    assert words in told(SENT, file=SENT["file"] | {"password": password})


def test_zero_groups_are_left_out():
    assert "cần xác minh thông tin cơ bản" not in told(SENT, groups={"no_id": 87, "wrong_id": 0, "basic_info": 0})


def test_beneficiaries_are_people_not_children():
    whole = told(SENT, register="beneficiaries")
    assert "gồm 87 người" in whole
    assert "trẻ" not in whole


def test_the_return_tells_results_and_what_is_missing_by_codes():
    whole = told(RETURNED)
    assert "Danh sách đã chuyển 64 trẻ; Công an xã trả kết quả 52 trẻ, còn 12 trẻ chưa có kết quả:" in whole
    assert "TE01-0012-ABCDEFGH" in whole
    assert "Khác\n0" in whole
    assert "không có dòng bị thay đổi" in whole


def test_a_whole_return_has_no_second_point_about_what_is_missing():
    whole = told(RETURNED, answered=64, unanswered=0, unanswered_rows=[])
    assert "Công an xã trả đủ 64 trẻ:" in whole
    assert "tiếp tục đối chiếu" not in whole


def test_altered_rows_are_told_without_reproach():
    whole = told(
        RETURNED, altered=2, unanswered=10, altered_rows=["TE01-0001-ABCDEFGH", "TE01-0002-ABCDEFGH"], unknown=1
    )
    assert "Có 02 dòng có thay đổi ngoài phần kết quả (mã dòng TE01-0001-ABCDEFGH, TE01-0002-ABCDEFGH)" in whole
    assert "Có 01 dòng không thuộc danh sách đã chuyển" in whole


def test_minutes_are_tidy():
    assert untidy(minutes_paper(SENT, OFFICE)) == []
    assert untidy(minutes_paper(RETURNED, OFFICE)) == []
