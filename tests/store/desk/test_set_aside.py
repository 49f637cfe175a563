from datetime import date

import pytest

from sosach.findings.notices import Refused
from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.set_aside import set_findings_aside
from sosach.store.desk.undo import undo
from sosach.store.findings.models import Finding
from sosach.store.findings.selectors import findings_by_state, unsettled
from tests.store.invariants import check_invariants
from tests.store.people import ON, OPERATOR, POLICE, child, taken_in

LATER = date(2026, 6, 25)


@pytest.fixture(autouse=True)
def register(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, mother_birth_year="2005"), child(2)])
    assert _finding().state == "open"


def _finding() -> Finding:
    return Finding.objects.get(person__record_code="TE000001", field="mother_birth_year")


def _mother_born(year):
    place = {"register": "children", "record_code": "TE000001", "field": "mother_birth_year"}
    told = Decision(**place, value=year, evidence="GKS", reason="Đã xem")
    return decide(told, actor=OPERATOR, on=ON)


def _set_aside(rule=None, code="TE000001", reason="Đã xem giấy tờ", actor=OPERATOR):
    return set_findings_aside("children", code, rule or _finding().rule, reason, actor=actor, on=ON)


def test_what_may_stand_stays_so_as_long_as_the_values_do(tmp_path):
    _set_aside()
    taken_in(tmp_path / "b.xlsx", [child(1, mother_birth_year="2005", ethnicity="Tày"), child(2)], LATER)
    assert _finding().state == "set_aside"
    check_invariants()


def test_another_value_is_asked_about_again(tmp_path):
    _set_aside()
    taken_in(tmp_path / "b.xlsx", [child(1, mother_birth_year="2006"), child(2)], LATER)
    assert _finding().state == "open"
    assert [step.state for step in _finding().steps.order_by("id")] == ["set_aside", "open"]
    check_invariants()


def test_what_is_not_found_any_more_stands_no_longer_until_the_change_is_undone():
    _set_aside()
    changed = _mother_born("1990")
    assert findings_by_state("children").get("set_aside", 0) == 0
    assert not Finding.objects.filter(unsettled(), person__record_code="TE000001", field="mother_birth_year").exists()
    check_invariants()
    undo(changed.operation, actor=OPERATOR, on=ON)
    assert findings_by_state("children")["set_aside"] == 1
    assert _finding().state == "set_aside"
    check_invariants()


def test_undoing_a_decision_about_what_is_not_found_any_more_opens_nothing():
    aside = _set_aside()
    _mother_born("1990")
    undo(aside.operation, actor=OPERATOR, on=ON)
    assert (_finding().state, _finding().how) == ("settled", "repaired")
    check_invariants()


def test_it_is_undone():
    undo(_set_aside().operation, actor=OPERATOR, on=ON)
    assert _finding().state == "open"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"rule": "sex_missing"}, "không có vấn đề"),
        ({"code": "TE999999"}, "Không có hồ sơ"),
        ({"reason": ""}, "Thiếu căn cứ"),
        ({"actor": POLICE}, "không có quyền"),
    ],
)
def test_what_cannot_be_set_aside_is_refused(given, words):
    with pytest.raises(Refused, match=words):
        _set_aside(**given)
    assert _finding().state == "open"
