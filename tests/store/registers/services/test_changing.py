"""Values set above the files, and what becomes of those whose source stands below."""

import json

import pytest

from sosach.registers.catalogue import registers
from sosach.store.findings.services import recompute
from sosach.store.log.act import Act
from sosach.store.log.models import Event
from sosach.store.log.services import begin
from sosach.store.registers.selectors import facts
from sosach.store.registers.services.changing import NewValue, change
from sosach.store.writing import writing
from tests.store.invariants import check_invariants
from tests.store.people import ON, OPERATOR, children, taken_in

CHILDREN = registers()["children"]


def _set(source, value, field="mother_birth_year", evidence=""):
    new = NewValue(person=1, field=field, value=value, raw=value, evidence=evidence)
    with writing():
        operation = begin("decision", Act(actor=OPERATOR, on=ON, source=source, evidence="của việc"), person=1)
        held = change([new], CHILDREN, operation)
        recompute(CHILDREN, {1}, operation=operation.number, on=ON)
    return held, Event.objects.get(operation=operation.number, field=field)


@pytest.fixture(autouse=True)
def register(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(2))


def test_a_weaker_source_is_kept_shown_and_changes_nothing():
    _set("birth_book", "1991")
    held, event = _set("visit", "1993")
    assert [one.value for one in held] == ["1993"]
    assert (event.kind, event.old, event.new) == ("overruled", "1991", "1993")
    assert json.loads(event.details)["stands"]["source"] == "birth_book"
    assert facts([1])[1]["mother_birth_year"] == "1991"
    check_invariants()


def test_a_weaker_source_that_agrees_is_no_dispute():
    _set("birth_book", "1991")
    held, event = _set("visit", "1991")
    assert (held, event.kind) == ((), "changed")


@pytest.mark.parametrize(
    ("first", "then"), [("visit", "police"), ("police", "civil_registration"), ("birth_book", "decision")]
)
def test_a_stronger_source_or_a_decision_replaces_and_tells_what_stood(first, then):
    _set(first, "1991")
    held, event = _set(then, "1993")
    assert (held, event.kind) == ((), "changed")
    assert json.loads(event.details)["before"]["value"] == "1991"
    assert facts([1])[1]["mother_birth_year"] == "1993"
    check_invariants()


def test_one_change_may_have_its_own_evidence():
    assert _set("police", "1991", evidence="đợt TE-01, dòng 7")[1].evidence == "đợt TE-01, dòng 7"
    assert _set("police", "1992")[1].evidence == "của việc"
