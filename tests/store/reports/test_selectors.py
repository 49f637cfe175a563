"""What is read of reports."""

from datetime import date

import pytest

from sosach.findings.notices import Refused
from sosach.papers.document import said
from sosach.store.reports import selectors
from tests.store.people import COLLABORATOR, OPERATOR, POLICE, child
from tests.store.reports.weeks import FIRST_WEEK, SECOND_WEEK, give_number, register, weekly


@pytest.fixture
def weeks(campaign, tmp_path):
    """Two weeks, frozen; a number was given in the second."""
    register(tmp_path / "a.xlsx")
    first = weekly(FIRST_WEEK)
    give_number("TE000005", child(5)["personal_id"], date(2026, 6, 15))
    return first, weekly(SECOND_WEEK)


def test_a_figure_leads_to_the_persons_behind_it(weeks):
    first, second = weeks
    missing = selectors.persons_behind(first, "children", "id_missing", actor=OPERATOR)
    assert [one.record_code for one in missing] == ["TE000005"]
    assert selectors.persons_behind(second, "children", "id_missing", actor=OPERATOR) == []
    lately = selectors.persons_behind(second, "children", "reviewed", period=True, actor=OPERATOR)
    assert [one.record_code for one in lately] == ["TE000005"]


def test_somebody_of_a_hamlet_sees_only_persons_of_it(weeks):
    everybody = selectors.persons_behind(weeks[0], "children", "closing", actor=OPERATOR)
    mine = selectors.persons_behind(weeks[0], "children", "closing", actor=COLLABORATOR)
    assert 0 < len(mine) < len(everybody)
    assert {one.hamlet for one in mine} == COLLABORATOR.hamlets


def test_who_may_not_see_persons_sees_none(weeks):
    from dataclasses import replace

    with pytest.raises(Refused):
        selectors.persons_behind(weeks[0], "children", "closing", actor=replace(POLICE, role="province"))


def test_a_week_is_laid_beside_the_week_before(weeks):
    first, second = weeks
    assert selectors.week_before(second) == first
    assert selectors.week_before(first) is None
    told = {one.figure: (one.before, one.now) for one in selectors.compared(second, first)}
    assert told["ready_to_upload"] == (0, 1)


def test_the_papers_of_a_report_are_those_of_its_figures(weeks):
    paper = selectors.papers_of(weeks[1])["children"]
    assert "TE-2026-25" in "".join(section.footer for section in paper.sections)
    leaving = selectors.papers_of(weeks[1], leaves=True)["children"]
    assert not [piece for piece in said(leaving) if "Phụ lục" in piece]


def test_reports_are_listed_the_latest_first(weeks):
    assert [one.number for one in selectors.snapshots()] == ["TE-2026-25", "TE-2026-24"]
    assert selectors.snapshots("monthly") == []
    with pytest.raises(Refused):
        selectors.snapshot_of("TE-2026-99")
