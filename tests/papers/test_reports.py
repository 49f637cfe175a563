"""Which papers a report is."""

from sosach.papers.reports import paper_of
from tests.papers import bene, both, model


def test_a_weekly_report_is_one_paper_for_each_register():
    assert list(paper_of(model.situation(), ["children"])) == ["children"]
    assert list(paper_of(bene.situation(), ["beneficiaries"])) == ["beneficiaries"]


def test_a_monthly_and_a_closing_report_are_one_paper():
    for kind in ("monthly", "final"):
        assert list(paper_of(both.situation(kind), ["children", "beneficiaries"])) == [""]
