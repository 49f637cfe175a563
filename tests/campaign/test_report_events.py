"""When reports are due."""

from datetime import date, time

from sosach.campaign.event import Event, EventKind
from sosach.campaign.plan import Plan, read_plan
from sosach.campaign.report_events import report_events
from tests.campaign.plans import CAO_DUC, OFFICES, UNIT, read

PLAN = read_plan(CAO_DUC)


def of(kind: EventKind, plan: Plan, first: date, last: date) -> list[Event]:
    return [event for event in report_events(plan, first, last) if event.kind is kind]


def test_weekly_report_is_due_for_every_week_that_has_a_day_of_the_campaign():
    weekly = of(EventKind.WEEKLY_REPORT, PLAN, date(2026, 6, 4), date(2026, 7, 31))
    assert [f"{event.day:%d/%m}" for event in weekly] == [
        "05/06", "12/06", "19/06", "26/06", "03/07", "10/07", "17/07", "24/07", "31/07", "07/08",
    ]  # fmt: skip
    assert {event.hour for event in weekly} == {time(10)}
    assert "17 giờ 00 thứ Năm 18/6/2026" in weekly[2].title
    assert "UBND tỉnh (qua Sở Y tế)" in weekly[2].title


def test_monthly_report_is_due_on_the_working_day_before_the_fifteenth():
    monthly = of(EventKind.MONTHLY_REPORT, PLAN, date(2026, 6, 4), date(2026, 7, 31))
    own = [event for event in monthly if event.organisation == "culture_society_office"]
    assert [(event.day, event.moved_from) for event in own] == [
        (date(2026, 6, 12), date(2026, 6, 14)),
        (date(2026, 7, 14), None),
        (date(2026, 8, 14), None),
    ]
    assert "trước ngày 15/7/2026, số liệu chốt 17 giờ 00 thứ Năm 09/7/2026" in own[1].title


def test_report_before_a_fifteenth_that_is_a_sunday_is_due_on_friday():
    monthly = of(EventKind.MONTHLY_REPORT, PLAN, date(2026, 10, 20), date(2026, 11, 1))
    assert {event.day for event in monthly} == {date(2026, 11, 13)}


def test_closing_report_is_due_once_after_the_last_day():
    final = of(EventKind.FINAL_REPORT, PLAN, date(2026, 6, 4), date(2026, 7, 31))
    assert [(event.day, event.organisation) for event in final] == [(date(2026, 8, 14), "commune")]
    assert final[0].words == "báo cáo tổng kết chiến dịch trước ngày 15 hàng tháng"


def test_campaign_that_ends_in_december_closes_in_january():
    final = of(EventKind.FINAL_REPORT, PLAN, date(2026, 12, 1), date(2026, 12, 20))
    assert final[0].day == date(2027, 1, 14)


def test_weekly_report_of_a_friday_in_tet_moves_with_its_rule():
    weekly = of(EventKind.WEEKLY_REPORT, PLAN, date(2027, 2, 1), date(2027, 2, 4))
    assert [(event.day, event.moved_from) for event in weekly] == [(date(2027, 2, 11), date(2027, 2, 5))]
    assert "Giao thừa" in (weekly[0].note or "")


def test_weekly_report_on_a_thursday_reports_the_week_before(tmp_path):
    entry = '[[reports]]\nkinds = ["weekly"]\norganisation = "office"\nrecipients = ["police"]\nweekday = "thursday"\n'
    plan = read(tmp_path, f"{UNIT}{OFFICES}{entry}")
    weekly = of(EventKind.WEEKLY_REPORT, plan, date(2026, 6, 18), date(2026, 6, 18))
    assert [event.day for event in weekly] == [date(2026, 6, 25)]
    assert "Công an xã, số liệu chốt" in weekly[0].title
