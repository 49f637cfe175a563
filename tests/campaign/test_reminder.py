"""Reminders: counts and dates, no names."""

from datetime import date

import pytest

from sosach.campaign.plan import read_plan
from sosach.campaign.reminder import Duty, Late, reminders
from tests.campaign.plans import SAMPLE

PLAN = read_plan(SAMPLE)
ON = date(2026, 6, 18)


def returned(due: date = date(2026, 6, 17), still_open: int = 12) -> Late:
    return Late("commune_police", Duty.RETURN, "children", due, still_open, 64, "TE-01")


def test_late_list_of_the_police():
    text = reminders(PLAN, [returned()], ON)["commune_police"]
    assert text.splitlines() == [
        "Kính gửi: Công an xã",
        "",
        "UBND xã Hòa Mẫu nhắc việc của chiến dịch làm sạch dữ liệu, tính đến thứ Năm 18/6/2026:",
        "1. Danh sách đợt TE-01 (sổ trẻ em): 12 trên 64 trường hợp chưa trả, quá hạn 01 ngày (hạn 17/6/2026).",
        "",
        "Đề nghị quý đơn vị hoàn thành hoặc báo lại ngày hoàn thành. Trường hợp chưa có kết quả, xin ghi rõ lý do.",
    ]


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 6, 8), "quá hạn 10 ngày (hạn 08/6/2026)"),
        (date(2026, 6, 18), "đến hạn hôm nay, 18/6/2026"),
        (date(2026, 6, 19), "đến hạn ngày mai, 19/6/2026"),
    ],
)
def test_how_late(due, words):
    assert words in reminders(PLAN, [returned(due)], ON)["commune_police"]


@pytest.mark.parametrize("item", [returned(due=date(2026, 6, 20)), returned(still_open=0)])
def test_what_is_done_or_due_later_is_left_in_peace(item):
    assert reminders(PLAN, [item], ON) == {}


def test_oldest_comes_first_and_every_organisation_reads_its_own():
    hamlet = Late("collaborators", Duty.VISIT, "children", date(2026, 6, 18), 11, 36, "Thôn Bến Cỏ")
    texts = reminders(PLAN, [returned(date(2026, 6, 18)), hamlet, returned()], ON)
    assert list(texts) == ["commune_police", "collaborators"]
    assert texts["commune_police"].index("17/6/2026") < texts["commune_police"].index("hôm nay")
    assert "Rà soát tại hộ, Thôn Bến Cỏ (sổ trẻ em): 11 trên 36" in texts["collaborators"]
    assert "Công an" not in texts["collaborators"]


@pytest.mark.parametrize("duty", Duty)
def test_every_duty_has_its_sentence(duty):
    item = Late("commune", duty, "beneficiaries", ON, 3, 9, "BT-01")
    assert "3 trên 9 trường hợp" in reminders(PLAN, [item], ON)["commune"]


@pytest.mark.parametrize(("still_open", "total"), [(5, 4), (-1, 4)])
def test_more_than_all_is_a_mistake(still_open, total):
    with pytest.raises(ValueError, match="of 4"):
        Late("commune", Duty.UPDATE, "children", ON, still_open, total)
