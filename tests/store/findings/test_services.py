from datetime import date

import pytest

from sosach.store.desk.decide import Decision, decide
from sosach.store.findings.models import Finding, Step
from sosach.store.findings.selectors import findings_by_state, open_findings
from sosach.store.findings.services import confirm_all, reopen, wait
from sosach.store.writing import writing
from tests.store.invariants import check_invariants
from tests.store.people import ON, OPERATOR, child, children, taken_in

LATER = date(2026, 6, 25)

# A mother of eight: unlikely, but somebody may have seen the papers.
YOUNG = {"mother_birth_year": "2005"}


def _decide(field, value, code="TE000001"):
    decision = Decision(
        register="children", record_code=code, field=field, value=value, evidence="GKS", reason="Đã xem"
    )
    return decide(decision, actor=OPERATOR, on=ON)


def _finding(field="mother_birth_year") -> Finding:
    return Finding.objects.get(person__record_code="TE000001", field=field)


@pytest.fixture
def confirmed(campaign, tmp_path) -> Finding:
    taken_in(tmp_path / "a.xlsx", [child(1, **YOUNG), *children(3)[1:]])
    assert _finding().severity == "warning"
    assert _decide("mother_birth_year", "2005").confirmed == 1
    return _finding()


def test_a_warning_is_settled_by_a_confirmation(confirmed):
    assert (confirmed.state, confirmed.how) == ("settled", "confirmed")
    check_invariants()


def test_a_confirmation_outlives_other_rows_other_headings_and_another_day(confirmed, tmp_path):
    rows = [*children(3)[1:], child(9), child(1, **YOUNG, ethnicity="Tày")]
    taken_in(tmp_path / "b.xlsx", rows, LATER)
    assert _finding().state == "settled"
    check_invariants()


def test_a_confirmation_ends_when_what_the_rule_looks_at_changes(confirmed):
    _decide("birth_date", "02/02/2013")
    assert _finding().state == "open"
    assert [step.state for step in _finding().steps.order_by("id")] == ["settled", "open"]
    check_invariants()


def test_an_error_is_not_settled_by_a_confirmation(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex=""), child(2)])
    assert _decide("sex", "").confirmed == 0
    assert _finding("sex").state == "open"


def test_what_somebody_looks_into_waits_until_it_is_repaired(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex="", ethnicity=""), child(2)])
    with writing():
        assert wait(open_findings(1), "police", operation=9, on=ON, why="đợt 1") == 2
    assert _finding("sex").waiting_for == "police"
    assert findings_by_state("children") == {"waiting": 2}
    _decide("sex", "Nữ")
    assert (_finding("sex").state, _finding("sex").how) == ("settled", "repaired")
    with writing():
        assert reopen(9, operation=10, on=ON, why="thu hồi đợt 1") == 1
    assert (_finding("ethnicity").state, _finding("ethnicity").waiting_for) == ("open", "")
    check_invariants()


def test_a_number_that_somebody_looks_for_is_asked_again_when_the_person_is_told_otherwise(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, personal_id=""), child(2)])
    with writing():
        wait(open_findings(1), "collaborator", operation=9, on=ON, why="đợt 1")
    _decide("mother_birth_year", "1991")
    assert Finding.objects.get(rule="personal_id_missing").state == "waiting"
    _decide("birth_date", "03/02/2013")
    finding = Finding.objects.get(rule="personal_id_missing")
    assert (finding.state, finding.waiting_for) == ("open", "")
    check_invariants()


def test_values_are_confirmed_many_at_once_each_with_its_reason(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(n, mother_birth_year="2005") for n in (1, 2, 3)])
    told = {(1, "mother_birth_year"): "dòng 1", (2, "mother_birth_year"): "dòng 2", (3, "father_name"): "dòng 3"}
    with writing():
        assert confirm_all(told, operation=9, on=ON) == 2
    why = Step.objects.filter(how="confirmed").order_by("finding__person").values_list("why", flat=True)
    assert list(why) == ["dòng 1", "dòng 2"]


def test_a_finding_about_two_persons_goes_when_the_other_changes(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1), child(1, record_code="TE000031"), child(2)])
    assert {f.other_id for f in Finding.objects.filter(group="duplicate", person=1)} == {2}
    _decide("full_name", "Hoàng Văn Dũng", "TE000031")
    _decide("birth_date", "05/09/2019", "TE000031")
    _decide("personal_id", "027219600123", "TE000031")
    assert not [f for f in open_findings(1) if f.group == "duplicate"]
    check_invariants()


def test_rows_of_two_files_are_told_apart(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(5), child(1)])
    taken_in(tmp_path / "b.xlsx", [child(6), child(7)], LATER, accept="Thôn khác")
    for field in ("full_name", "birth_date", "mother_name", "personal_id"):
        _decide(field, child(1)[field], "TE000007")
    messages = [f.message for f in Finding.objects.filter(group="duplicate")]
    assert messages
    assert any("lần nhập" in message for message in messages)
    check_invariants()
