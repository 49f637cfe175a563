"""Where the plan says two things."""

from datetime import date

from sosach.campaign.calendar import calendar
from sosach.campaign.extension import Extension
from sosach.campaign.plan import read_plan
from tests.campaign.plans import CAO_DUC, UNIT, read

FOUND = calendar(read_plan(CAO_DUC)).two_readings


def test_before_and_until_the_eighteenth():
    children = next(found for found in FOUND if found.register == "children")
    assert children.days == (date(2026, 6, 17), date(2026, 6, 18))
    assert "trước ngày 18/06/2026” là hết ngày 17/6/2026" in children.message
    assert "đến ngày 18/06/2026” là hết ngày 18/6/2026" in children.message


def test_period_of_beneficiaries_ends_before_its_phases_do():
    period = [found for found in FOUND if found.register == "beneficiaries" and date(2026, 6, 30) in found.days]
    assert len(period) == 1
    assert period[0].days == (date(2026, 6, 30), date(2026, 7, 10), date(2026, 7, 31))


def test_closing_report_every_month():
    report = next(found for found in FOUND if found.register is None)
    assert report.section == "III.7"
    assert "hàng tháng (chậm nhất 12/6/2026, 14/7/2026, 14/8/2026)" in report.message
    assert "khi kết thúc (chậm nhất 14/8/2026)" in report.message


def test_extension_puts_an_end_to_the_question():
    found = calendar(read_plan(CAO_DUC), [Extension("children", date(2026, 7, 10), "1", "x")]).two_readings
    assert [reading for reading in found if reading.register == "children"] == []


def test_plan_that_says_one_thing_has_none(tmp_path):
    plan = read(tmp_path, UNIT + "[registers.children]\nstarts = 2026-06-04\ndue = 2026-06-18\n")
    assert calendar(plan).two_readings == ()
