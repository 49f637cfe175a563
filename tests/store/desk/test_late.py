from datetime import date

from sosach.campaign.reminder import Duty
from sosach.store.desk.late import late, late_reports
from tests.store.people import ON, child, children, taken_in
from tests.store.police.lists import answered, asked, given, sent


def told(on):
    return {(one.duty, one.organisation): (one.open, one.total, one.due) for one in late(on)}


def test_the_police_are_told_what_they_have_not_returned(campaign, tmp_path):
    asked(tmp_path, 1, 2)
    sent(tmp_path)
    assert told(ON)[Duty.RETURN, "commune_police"] == (2, 2, date(2026, 6, 24))
    answered(tmp_path, {1: given(1), 2: given(2)})
    assert (Duty.RETURN, "commune_police") not in told(date(2026, 6, 24))


def test_an_answer_that_leads_to_civil_registration_is_theirs_to_do(campaign, tmp_path):
    asked(tmp_path, 1)
    sent(tmp_path)
    answered(tmp_path, {1: {"result": "Chưa đăng ký khai sinh"}})
    assert told(date(2026, 6, 24))[Duty.COMPARE, "people_committee_office"] == (1, 1, date(2026, 6, 18))


def test_the_update_is_open_as_long_as_somebody_has_a_question_or_waits_for_the_software(campaign, tmp_path):
    asked(tmp_path, 1, 2)
    assert told(ON)[Duty.UPDATE, "commune"] == (2, 2, date(2026, 6, 18))
    sent(tmp_path)
    answered(tmp_path, {1: given(1)})
    assert told(date(2026, 6, 24))[Duty.UPDATE, "commune"] == (2, 2, date(2026, 6, 18))


def test_where_nothing_is_wrong_nobody_is_late(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    assert late(ON) == []


def test_a_report_is_late_until_its_figures_are_frozen(campaign, tmp_path):
    from sosach.store.reports.services import Wanted, freeze_report
    from tests.store.people import OPERATOR

    taken_in(tmp_path / "a.xlsx", [child(1, sex="")], date(2026, 6, 11))
    friday, next_monday = date(2026, 6, 12), date(2026, 6, 15)
    assert friday in [one.due for one in late_reports(next_monday) if one.kind == "weekly"]
    freeze_report(Wanted(kind="weekly", on=friday), actor=OPERATOR)
    assert friday not in [one.due for one in late_reports(next_monday) if one.kind == "weekly"]


def test_a_monthly_report_made_early_is_that_of_its_month(campaign, tmp_path):
    from sosach.store.reports.services import Wanted, freeze_report
    from tests.store.people import OPERATOR

    taken_in(tmp_path / "a.xlsx", [child(1, sex="")], date(2026, 6, 11))
    due, later = date(2026, 7, 14), date(2026, 7, 16)
    assert due in [one.due for one in late_reports(later) if one.kind == "monthly"]
    freeze_report(Wanted(kind="monthly", on=date(2026, 7, 6)), actor=OPERATOR)
    assert due not in [one.due for one in late_reports(later) if one.kind == "monthly"]


def test_before_the_first_file_no_report_can_be_late(campaign):
    assert late_reports(date(2026, 7, 1)) == []
