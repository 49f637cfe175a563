"""Periods of reports and their numbers."""

from datetime import date

import pytest

from sosach.store.reports.periods import period_of
from tests.papers import model

PLAN = model.plan()


@pytest.mark.parametrize(
    ("kind", "on", "first", "cut_off", "number"),
    [
        ("weekly", date(2026, 6, 19), date(2026, 6, 12), date(2026, 6, 18), "TE-2026-25"),
        ("weekly", date(2026, 6, 18), date(2026, 6, 12), date(2026, 6, 18), "TE-2026-25"),
        ("weekly", date(2026, 6, 17), date(2026, 6, 5), date(2026, 6, 11), "TE-2026-24"),
        ("monthly", date(2026, 7, 14), date(2026, 6, 4), date(2026, 7, 9), "TH-2026-06"),
        ("final", date(2026, 7, 31), date(2026, 6, 4), date(2026, 7, 31), "TK-2026"),
        ("adhoc", date(2026, 6, 30), date(2026, 6, 4), date(2026, 6, 30), "DX-TE-20260604-20260630"),
    ],
)
def test_a_report_closes_when_the_plan_says(kind, on, first, cut_off, number):
    period = period_of(kind, on, PLAN)
    assert (period.first_day, period.cut_off, period.number(["children"])) == (first, cut_off, number)


def test_a_month_begins_where_the_one_before_closed():
    period = period_of("monthly", date(2026, 8, 14), PLAN, last=date(2026, 7, 9))
    assert (period.first_day, period.cut_off, period.label) == (date(2026, 7, 10), date(2026, 8, 13), "2026-07")


def test_two_registers_are_named_in_the_number():
    assert period_of("weekly", date(2026, 7, 16), PLAN).number(["children", "beneficiaries"]) == "TE-BT-2026-29"
