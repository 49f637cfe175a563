"""The plan as a document."""

from datetime import date

import pytest

from sosach.campaign.days_in_words import short
from sosach.campaign.plan import read_plan
from tests.campaign.plans import CAO_DUC, PUBLISHED, SAMPLE, UNIT, read, refusal

PLAN = PUBLISHED.read_text(encoding="utf-8")


def test_published_plan_has_no_number_and_no_day_yet():
    document = read_plan(CAO_DUC).document
    assert document is not None
    assert (document.number, document.issued_on, document.signer) == (None, None, None)


def test_made_up_plan_has_the_number_that_the_papers_quote():
    document = read_plan(SAMPLE).document
    assert document is not None
    assert (document.number, document.issued_on) == ("45/KH-UBND", date(2026, 6, 2))


def test_documents_it_is_based_on_stand_in_the_plan_with_their_days():
    document = read_plan(CAO_DUC).document
    assert document is not None
    assert len(document.bases) == 7
    for basis in document.bases:
        at = PLAN.index(basis.number)
        day = basis.issued_on
        assert any(text in PLAN[at : at + 120] for text in (short(day), f"{day:%d/%m/%Y}")), basis.number
    assert [basis.number for basis in document.bases if basis.carried_out] == ["3079/BYT-BMTE", "4573/UBND-KGVX"]


def test_recipients_are_those_of_the_plan():
    document = read_plan(CAO_DUC).document
    assert document is not None
    assert all(f"- {name}" in PLAN for name in document.recipients)


def test_plan_without_a_document_is_a_plan(tmp_path):
    assert read(tmp_path, UNIT).document is None


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ('title = "T"', "document.campaign"),
        ('title = "T"\ncampaign = "C"\nsigned_by = "chu_tich"', "document.signed_by"),
        ('title = "T"\ncampaign = "C"\nissued_on = "02/6/2026"', "document.issued_on"),
        ('title = "T"\ncampaign = "C"\nbases = [{ number = "1" }]', "document.bases[1].issued_on"),
        ('title = "T"\ncampaign = "C"\nso = "1"', "document.so"),
    ],
)
def test_slip_is_refused_with_its_place(tmp_path, lines, place):
    assert place in refusal(tmp_path, f"{UNIT}[document]\n{lines}\n").message
