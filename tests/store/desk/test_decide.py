from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from sosach.findings.notices import Refused
from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.settle_difference import take_over_entry
from sosach.store.findings import selectors as findings
from sosach.store.findings.models import Finding
from sosach.store.log.models import Event
from sosach.store.registers import selectors
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import facts
from tests.store.civil.books import birth, compared
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, ON, OPERATOR, POLICE, child, children, taken_in


def _decide(code="TE000001", field="sex", value="Nam", actor=OPERATOR, seen=None):
    decision = Decision(
        register="children",
        record_code=code,
        field=field,
        value=value,
        evidence="GKS 12/2015",
        reason="Gõ nhầm",
        seen=seen,
    )
    return decide(decision, actor=actor, on=ON)


def test_a_decision_is_an_event_with_old_new_source_and_person(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    done = _decide(field="father_name", value="Nguyễn Văn Tám")
    event = Event.objects.get(operation=done.operation, kind="changed")
    assert (event.old, event.new) == ("Nguyễn Văn An", "Nguyễn Văn Tám")
    assert (event.source, event.evidence, event.reason, event.actor) == (
        "decision",
        "GKS 12/2015",
        "Gõ nhầm",
        OPERATOR.name,
    )


@pytest.mark.parametrize(("value", "kept"), [("Nữ", "female"), ("female", "female"), ("gái", "female")])
def test_a_value_may_be_written_as_people_or_as_programs_do(campaign, tmp_path, value, kept):
    taken_in(tmp_path / "a.xlsx", [child(2, sex="")])
    assert _decide("TE000002", value=value).new == kept


def test_a_decision_settles_the_finding(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex=""), child(2)])
    done = _decide("TE000001", value="Nữ")
    assert done.findings.closed == 1
    assert Finding.objects.get(rule="sex_missing").state == "settled"


def test_F92_of_two_people_settling_one_field_the_second_is_told(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    seen = Person.objects.get(record_code="TE000001").version
    _decide(field="ethnicity", value="Tày", seen=seen)
    with pytest.raises(Refused) as refusal:
        _decide(field="ethnicity", value="Nùng", seen=seen)
    assert refusal.value.notice.code == "person_changed"
    person = Person.objects.get(record_code="TE000001")
    assert facts({person.id})[person.id]["ethnicity"] == "02"


def test_a_decision_outlives_the_next_file_until_that_says_the_same(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    _decide(field="father_name", value="Nguyễn Văn Tám")
    rows = children(3)
    rows[1] |= {"ethnicity": "Tày"}
    taken_in(tmp_path / "b.xlsx", rows)
    person = Person.objects.get(record_code="TE000001")
    assert facts({person.id})[person.id]["father_name"] == "Nguyễn Văn Tám"
    rows[0] |= {"father_name": "Nguyễn Văn Tám"}
    taken_in(tmp_path / "c.xlsx", rows)
    rows[0] |= {"father_name": "Nguyễn Văn Chín"}
    done = taken_in(tmp_path / "d.xlsx", rows)
    assert done.taken.figures["changed"] == 1
    assert facts({person.id})[person.id]["father_name"] == "Nguyễn Văn Chín"


@pytest.mark.parametrize("actor", [COLLABORATOR, POLICE])
def test_who_has_no_right_to_decide_changes_nothing(campaign, tmp_path, actor):
    taken_in(tmp_path / "a.xlsx", children(3))
    with pytest.raises(Refused, match="không có quyền"):
        _decide(actor=actor)


@pytest.mark.parametrize(
    ("facts_given", "code"),
    [({"code": "TE999999"}, "person_none"), ({"field": "colour"}, "field_none"), ({"value": "??"}, "value_unreadable")],
)
def test_what_cannot_be_decided_is_refused(campaign, tmp_path, facts_given, code):
    taken_in(tmp_path / "a.xlsx", children(3))
    with pytest.raises(Refused) as refusal:
        _decide(**facts_given)
    assert refusal.value.notice.code == code


def test_queries_of_a_decision_do_not_grow_with_the_register(campaign, tmp_path):
    counts = []
    for size in (10, 200):
        taken_in(tmp_path / f"{size}.xlsx", children(size))
        with CaptureQueriesContext(connection) as asked:
            _decide(field="father_name", value=f"Nguyễn Văn {'Tám' if size == 10 else 'Chín'}")
        counts.append(len(asked))
    assert counts[1] <= counts[0] + 2


def test_only_who_shares_a_key_is_computed_again(campaign, tmp_path, monkeypatch):
    taken_in(tmp_path / "a.xlsx", [*children(60), child(1, record_code="TE000099")])
    looked_at = []

    def frame(register, persons=None):
        looked_at.append(persons)
        return selectors.frame(register, persons)

    everything = {name: getattr(selectors, name) for name in dir(selectors)}
    monkeypatch.setattr(findings, "registers", SimpleNamespace(**everything | {"frame": frame}))
    done = _decide(field="full_name", value="Nguyễn Thị Hoàn Toàn Khác")
    assert done.findings.closed
    assert all(persons is not None and 1 in persons and len(persons) < 20 for persons in looked_at)
    check_invariants()


def test_F91_of_many_who_settle_one_field_at_once_one_is_heard_and_the_others_are_told(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    seen = Person.objects.get(record_code="TE000001").version

    def settle(value: str) -> str:
        try:
            return _decide(field="ethnicity", value=value, seen=seen).new
        except Refused as refusal:
            return refusal.notice.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as people:
        told = list(people.map(settle, ("Tày", "Nùng", "Thái", "Mường")))
    [heard] = [answer for answer in told if answer != "person_changed"]
    assert facts({1})[1]["ethnicity"] == heard
    assert Event.objects.filter(kind="decision").count() == 1
    check_invariants()


def test_a_copy_of_the_certificate_does_not_replace_what_the_book_said(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, mother_birth_year="1991"), *children(3)[1:]])
    compared(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 3)])
    take_over_entry("TE000001", actor=OPERATOR, on=ON)
    copy = Decision(
        register="children", record_code="TE000001", field="mother_birth_year", value="1991", evidence="Bản sao GKS",
        reason="Gia đình đưa", source="birth_certificate",
    )  # fmt: skip
    done = decide(copy, actor=OPERATOR, on=ON)
    assert (done.held, done.old, done.new, done.instead_of) == (True, "1990", "1990", "sổ khai sinh")
    assert Event.objects.get(operation=done.operation, kind="overruled").new == "1991"
    assert _decide(field="mother_birth_year", value="1991").held is False
    check_invariants()


def test_a_source_that_is_none(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    wrong = Decision(
        register="children", record_code="TE000001", field="sex", value="Nam", evidence="x", reason="x", source="báo",
    )  # fmt: skip
    with pytest.raises(Refused) as refusal:
        decide(wrong, actor=OPERATOR, on=ON)
    assert refusal.value.notice.code == "source_none"


def test_a_decision_says_whose_value_gives_way(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    assert _decide(field="mother_birth_year", value="1991").instead_of is None
    assert _decide(field="mother_birth_year", value="1992").instead_of == "quyết định trước"
    compared(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 3)])
    take_over_entry("TE000001", ["mother_birth_year"], actor=OPERATOR, on=ON)
    assert _decide(field="mother_birth_year", value="1993").instead_of == "sổ khai sinh"
