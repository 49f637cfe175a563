"""Who reports what to whom before when."""

from datetime import time

import pytest

from sosach.campaign.plan import read_plan
from tests.campaign.plans import CAO_DUC, OFFICES, PUBLISHED, UNIT, refusal


def test_weekly_report_goes_to_the_province_through_the_department_before_ten_on_friday():
    weekly = next(report for report in read_plan(CAO_DUC).reports if "weekly" in report.kinds)
    assert (weekly.weekday, weekly.hour) == (4, time(10))
    assert (weekly.organisation, weekly.recipients, weekly.via) == ("commune", ("province",), ("department_of_health",))


def test_closing_report_every_month_is_read_both_ways():
    both = [report for report in read_plan(CAO_DUC).reports if report.kinds == ("monthly", "final")]
    assert [(report.organisation, report.before_day) for report in both] == [("commune", 15)]


def test_office_reports_to_the_department_and_the_commune():
    own = next(r for r in read_plan(CAO_DUC).reports if r.organisation == "culture_society_office")
    assert (own.kinds, own.recipients) == (("monthly",), ("department_of_health", "commune"))


def test_words_are_the_plans_own():
    text = PUBLISHED.read_text(encoding="utf-8").replace("*", "")
    assert all(report.words in text for report in read_plan(CAO_DUC).reports)


MONTHLY = 'kinds = ["monthly"]\norganisation = "office"\nrecipients = ["police"]\nbefore_day = 15\n'
WEEKLY = 'kinds = ["weekly"]\norganisation = "office"\nweekday = "friday"\n'


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (MONTHLY.replace('["monthly"]', "[]"), "reports[1].kinds"),
        (MONTHLY.replace('["monthly"]', '["weekly", "final"]'), "reports[1].kinds"),
        (MONTHLY.replace("15", "31"), "reports[1].before_day"),
        (MONTHLY.replace("before_day = 15", ""), "reports[1].before_day"),
        (MONTHLY.replace('"office"', '"ai do"'), "reports[1].organisation"),
        (MONTHLY + 'weekday = "friday"', "reports[1].weekday"),
        (WEEKLY + "hour = 10", "reports[1].hour"),
        (WEEKLY + "before_day = 15", "reports[1].before_day"),
    ],
)
def test_slip_is_refused_with_its_place(tmp_path, lines, place):
    assert place in refusal(tmp_path, f"{UNIT}{OFFICES}[[reports]]\n{lines}").message
