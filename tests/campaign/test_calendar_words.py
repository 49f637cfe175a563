"""The calendar as people read it."""

from sosach.campaign.calendar import calendar
from sosach.campaign.calendar_words import in_words
from sosach.campaign.plan import read_plan
from tests.campaign.plans import CAO_DUC, UNIT, plan_of, read

PLAN = read_plan(CAO_DUC)
TEXT = in_words(calendar(PLAN), PLAN)


def test_head_tells_whose_calendar_it_is_and_that_something_cannot_work():
    assert TEXT.splitlines()[:2] == [
        "LỊCH CHIẾN DỊCH: xã Cao Đức, tỉnh Bắc Ninh",
        "35 mốc; 1 mốc không khả thi, xem cuối lịch",
    ]


def test_day_hour_and_who_acts_stand_in_one_line():
    assert "  T5 18/06/2026          Chuyển danh sách cho Công an xã, sổ trẻ em – Phòng VH-XH" in TEXT.splitlines()
    assert "  T6 05/06/2026  10:00   Báo cáo tuần gửi UBND tỉnh" in TEXT


def test_conflict_comes_with_the_command_that_repairs_it():
    assert "MỐC KHÔNG KHẢ THI: 1" in TEXT
    assert "sosach campaign extend children --until 2026-06-26 --document SỐ --reason LÝ_DO" in TEXT


def test_places_where_the_plan_says_two_things_are_counted():
    assert "KẾ HOẠCH NÓI HAI CÁCH: 4 điểm" in TEXT


def test_rule_for_holidays_is_stated():
    assert "ngày chuyển danh sách sang ngày làm việc liền trước" in TEXT


def test_no_line_is_wider_than_a_terminal():
    assert max(len(line) for line in TEXT.splitlines()) <= 100


def test_moved_day_tells_why_and_undecided_holidays_are_told(tmp_path):
    plan = plan_of(
        tmp_path,
        starts="2027-01-25",
        due="2027-02-28",
        phases={"review": ("2027-01-28", "2027-02-11")},
        during='["review"]',
    )
    text = " ".join(in_words(calendar(plan), plan).split())
    assert "(thứ Năm 04/02/2027 là ngày nghỉ (29 Tết), chuyển sang ngày làm việc liền trước)" in text
    assert "Ngày nghỉ năm 2027 mới là dự tính" in text
    assert "Mọi mốc của kế hoạch đều làm kịp." in text


def test_plan_without_dates_says_so(tmp_path):
    plan = read(tmp_path, UNIT)
    assert "Kế hoạch chưa ghi thời gian của sổ nào." in in_words(calendar(plan), plan)
