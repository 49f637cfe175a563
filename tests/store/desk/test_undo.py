from datetime import date

import pytest

from sosach.findings.notices import Refused
from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.undo import undo
from sosach.store.findings.models import Finding
from sosach.store.log.selectors import first_fault
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import facts
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, ON, OPERATOR, child, children, taken_in


def _decide(code, field, value):
    decision = Decision(
        register="children", record_code=code, field=field, value=value, evidence="GKS 12/2015", reason="Gõ nhầm"
    )
    return decide(decision, actor=OPERATOR, on=ON).operation


def _undo(number, actor=OPERATOR):
    return undo(number, "Nhầm", actor=actor, on=ON)


def _fact(code, field):
    person = Person.objects.get(record_code=code, left="")
    return facts({person.id})[person.id].get(field)


def test_a_decision_is_undone_and_its_finding_is_open_again(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, sex=""), child(2)])
    number = _decide("TE000001", "sex", "Nữ")
    assert Finding.objects.get(rule="sex_missing").state == "settled"
    _undo(number)
    assert _fact("TE000001", "sex") is None
    assert Finding.objects.get(rule="sex_missing").state == "open"
    assert first_fault() is None
    check_invariants()


def test_undoing_the_second_decision_brings_back_the_first(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    _decide("TE000001", "ethnicity", "Tày")
    second = _decide("TE000001", "ethnicity", "Nùng")
    _undo(second)
    assert _fact("TE000001", "ethnicity") == "02"
    check_invariants()


def test_what_a_later_decision_rests_on_is_not_undone_and_it_is_named(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    first = _decide("TE000001", "ethnicity", "Tày")
    second = _decide("TE000001", "ethnicity", "Nùng")
    with pytest.raises(Refused, match=f"Việc số {second} "):
        _undo(first)
    _undo(second)
    _undo(first)
    assert _fact("TE000001", "ethnicity") == "01"
    check_invariants()


def test_nothing_is_undone_twice(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    number = _decide("TE000001", "ethnicity", "Tày")
    _undo(number)
    with pytest.raises(Refused, match="đã được hoàn tác"):
        _undo(number)


def test_an_import_is_undone_values_and_persons_are_as_before(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(5))
    rows = [*children(4), child(9, sex="")]
    rows[0] |= {"father_name": "Nguyễn Văn Tám"}
    second = taken_in(tmp_path / "b.xlsx", rows, date(2026, 6, 19)).taken
    assert (second.figures["new"], second.figures["changed"], second.figures["gone"]) == (1, 1, 1)
    _undo(second.operation)
    assert _fact("TE000001", "father_name") == "Nguyễn Văn An"
    assert Person.objects.filter(left="").count() == 5
    check_invariants()
    again = taken_in(tmp_path / "b.xlsx", rows, date(2026, 6, 19)).taken
    assert (again.figures["new"], again.figures["changed"]) == (1, 1)
    check_invariants()


def test_an_import_that_took_over_a_decision_gives_it_back(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    _decide("TE000001", "father_name", "Nguyễn Văn Tám")
    rows = children(3)
    rows[0] |= {"father_name": "Nguyễn Văn Tám"}
    second = taken_in(tmp_path / "b.xlsx", rows, date(2026, 6, 19)).taken
    _undo(second.operation)
    assert _fact("TE000001", "father_name") == "Nguyễn Văn Tám"
    check_invariants()


def test_an_import_with_a_later_import_or_decision_stays(campaign, tmp_path):
    first = taken_in(tmp_path / "a.xlsx", children(3)).taken.operation
    number = _decide("TE000001", "ethnicity", "Tày")
    with pytest.raises(Refused, match=f"Việc số {number} "):
        _undo(first)
    second = taken_in(tmp_path / "b.xlsx", children(4), date(2026, 6, 19)).taken.operation
    with pytest.raises(Refused, match=f"lần nhập {second} "):
        _undo(first)


def test_who_may_not_undo_does_not(campaign, tmp_path):
    number = taken_in(tmp_path / "a.xlsx", children(3)).taken.operation
    with pytest.raises(Refused, match="không có quyền"):
        _undo(number, COLLABORATOR)


@pytest.mark.parametrize(("number", "words"), [(1, "loại không hoàn tác"), (99, "Không có việc nào")])
def test_what_is_no_operation_of_this_kind_is_refused(campaign, number, words):
    with pytest.raises(Refused, match=words):
        _undo(number)
