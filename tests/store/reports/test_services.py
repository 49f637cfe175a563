"""Reports are frozen, corrected, edited and approved."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.findings.notices import Refused
from sosach.store.reports.models import Snapshot
from sosach.store.reports.selectors import corrected, figures_of, snapshot_of
from sosach.store.reports.services import Wanted, approve, edit, freeze_report
from tests.store.people import COLLABORATOR, OPERATOR, child, children, taken_in
from tests.store.reports.weeks import FIRST_WEEK, SECOND_WEEK, TAKEN_IN, give_number, register, weekly

NUMBER = child(5)["personal_id"]


def refusal(act) -> str:
    """The code with which something is refused."""
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.notice.code


@pytest.fixture
def week(campaign, tmp_path) -> Snapshot:
    """The first week, frozen."""
    register(tmp_path / "a.xlsx")
    return weekly(FIRST_WEEK)


def test_figures_count_what_was_done_by_the_cut_off(week):
    now = figures_of(week)["children"]["cumulative"]
    assert (week.number, week.cut_off) == ("TE-2026-24", date(2026, 6, 11))
    assert (now["closing"], now["id_missing"], now["id_wrong"], now["to_review"]) == (30, 1, 1, 3)
    assert now["not_reviewed"] == 3


def test_asked_for_again_they_are_the_same_whatever_happened_since(week):
    give_number("TE000005", NUMBER, FIRST_WEEK)
    again = weekly(FIRST_WEEK)
    assert again.figures == week.figures
    assert Snapshot.objects.count() == 1


def test_what_is_decided_after_the_cut_off_counts_in_the_next_week(week):
    give_number("TE000005", NUMBER, FIRST_WEEK)
    following = figures_of(weekly(SECOND_WEEK))["children"]
    assert following["period"]["opening"] == figures_of(week)["children"]["cumulative"]["closing"]
    assert following["cumulative"]["id_missing"] == 0
    assert following["cumulative"]["ready_to_upload"] == 1
    assert following["period"]["reviewed"] == 1


def test_a_week_that_is_reported_late_still_counts_by_its_own_cut_off(campaign, tmp_path):
    register(tmp_path / "a.xlsx")
    give_number("TE000005", NUMBER, date(2026, 6, 12))
    late = figures_of(weekly(FIRST_WEEK))["children"]["cumulative"]
    assert late["id_missing"] == 1


def test_a_correction_is_a_new_report_that_says_what_changed(week):
    give_number("TE000005", NUMBER, date(2026, 6, 11))
    new = weekly(FIRST_WEEK, correct="Nhập muộn một quyết định")
    assert (new.number, new.corrects) == ("TE-2026-24-2", "TE-2026-24")
    told = {one.figure: (one.before, one.now) for one in corrected(new)}
    assert told["id_missing"] == (1, 0)
    assert figures_of(new)["corrects"]["why"] == "Nhập muộn một quyết định"
    assert snapshot_of("TE-2026-24").figures == week.figures
    assert weekly(FIRST_WEEK).number == "TE-2026-24-2"


def test_approval_locks_words_and_a_correction_stays_possible(week):
    edit(week.number, "difficulties", "1. Mưa lũ.", actor=OPERATOR, on=FIRST_WEEK)
    approve(week.number, actor=OPERATOR, on=FIRST_WEEK)
    assert refusal(lambda: edit(week.number, "tasks", "x", actor=OPERATOR, on=FIRST_WEEK)) == "report_approved"
    assert refusal(lambda: approve(week.number, actor=OPERATOR, on=FIRST_WEEK)) == "report_approved"
    assert weekly(FIRST_WEEK, correct="Sai sót").edited == snapshot_of(week.number).edited


def test_a_report_that_was_corrected_is_not_approved_any_more(week):
    weekly(FIRST_WEEK, correct="Sai sót")
    assert refusal(lambda: approve(week.number, actor=OPERATOR, on=FIRST_WEEK)) == "report_corrected"


def test_words_can_be_taken_back(week):
    edit(week.number, "tasks", "Một.", actor=OPERATOR, on=FIRST_WEEK)
    assert snapshot_of(week.number).edited == '{"tasks":"Một."}'
    edit(week.number, "tasks", None, actor=OPERATOR, on=FIRST_WEEK)
    assert snapshot_of(week.number).edited == "{}"


def test_figures_that_somebody_altered_in_the_table_are_not_approved(week):
    Snapshot.objects.update(figures=week.figures.replace('"id_missing":1', '"id_missing":2', 1))
    assert refusal(lambda: approve(week.number, actor=OPERATOR, on=FIRST_WEEK)) == "report_altered"


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted(kind="weekly", on=date(2026, 6, 3)), "report_empty"),
        (Wanted(kind="weekly", on=FIRST_WEEK, register="births"), "report_register"),
        (Wanted(kind="weekly", on=FIRST_WEEK, register="beneficiaries"), "report_empty"),
        (Wanted(kind="adhoc", on=FIRST_WEEK, first_day=date(2026, 6, 13)), "report_days"),
        (Wanted(kind="weekly", on=SECOND_WEEK, correct="x"), "report_nothing_to_correct"),
    ],
)
def test_what_cannot_be_reported_is_refused_with_a_reason(week, wanted, code):
    assert refusal(lambda: freeze_report(wanted, actor=OPERATOR)) == code


def test_who_may_not_report_reports_nothing(week):
    wanted = Wanted(kind="weekly", on=SECOND_WEEK)
    assert refusal(lambda: freeze_report(wanted, actor=COLLABORATOR)) == "right_missing"
    assert refusal(lambda: approve(week.number, actor=COLLABORATOR, on=FIRST_WEEK)) == "right_missing"
    assert refusal(lambda: edit(week.number, "x", "y", actor=OPERATOR, on=FIRST_WEEK)) == "report_section_none"


def test_between_two_free_dates_the_period_is_theirs(campaign, tmp_path):
    register(tmp_path / "a.xlsx")
    give_number("TE000005", NUMBER, date(2026, 6, 9))
    found = freeze_report(Wanted(kind="adhoc", on=date(2026, 6, 9), first_day=date(2026, 6, 8)), actor=OPERATOR)
    told = figures_of(found)["children"]
    assert found.number == "DX-TE-20260608-20260609"
    assert told["period"]["reviewed"] == 1
    assert found.first_day > TAKEN_IN


def test_queries_do_not_grow_with_the_register(campaign, tmp_path):
    counts = []
    for size in (30, 300):
        register(tmp_path / f"{size}.xlsx", size) if size == 30 else taken_in(tmp_path / "b.xlsx", children(size))
        with CaptureQueriesContext(connection) as queries:
            freeze_report(Wanted(kind="adhoc", on=FIRST_WEEK, first_day=date(2026, 6, 5 + len(counts))), actor=OPERATOR)
        counts.append(len(queries))
    assert counts[1] <= counts[0] + 2
