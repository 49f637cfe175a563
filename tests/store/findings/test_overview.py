from datetime import date

import pytest

from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.undo import undo
from sosach.store.findings import overview as kept
from sosach.store.findings.models import Finding
from sosach.store.findings.overview import OPEN, overview
from tests.store.invariants import check_invariants
from tests.store.people import ON, OPERATOR, child, children, taken_in

SAME = {"full_name": "Nguyễn Thị Bình Bình", "birth_date": "02/02/2013", "mother_name": "Trần Thị Đào Đào"}


def _decided(code: str, field: str, value: str) -> int:
    told = Decision(register="children", record_code=code, field=field, value=value, evidence="GKS", reason="Đã xem")
    return decide(told, actor=OPERATOR, on=ON).operation


@pytest.fixture
def taken(campaign, tmp_path):
    rows = [child(1, sex=""), child(2, **SAME), child(3, **SAME), child(4, ethnicity="Kinhh"), *children(9)[4:]]
    taken_in(tmp_path / "a.xlsx", rows)
    return overview("children")


def test_everything_that_was_found_is_there(taken):
    assert set(taken["id"]) == set(Finding.objects.values_list("id", flat=True))
    assert taken.filter(OPEN).height == taken.height
    assert overview("beneficiaries").is_empty()


def test_a_decision_about_one_settles_what_was_found_of_another(taken):
    assert taken.filter(group="duplicate").height
    _decided("TE000002", "birth_date", "09/09/2014")
    assert set(overview("children").filter(group="duplicate")["state"]) == {"settled"}
    check_invariants()


def test_after_a_decision_only_what_it_concerns_is_read(taken, monkeypatch):
    asked = []
    read = kept._frame
    monkeypatch.setattr(kept, "_frame", lambda wanted: asked.append(str(wanted)) or read(wanted))
    number = _decided("TE000001", "sex", "Nữ")
    assert set(overview("children").filter(rule="sex_missing")["state"]) == {"settled"}
    assert [f"written_by__gte', {number}" in one or "person__in" in one for one in asked] == [True, True]


def test_a_person_who_moves_takes_the_findings_along(taken):
    before = overview("children").filter(rule="sex_missing")["hamlet"].to_list()
    number = _decided("TE000001", "hamlet", "Thôn Bãi Dâu")
    assert [*before, *overview("children").filter(rule="sex_missing")["hamlet"]] == ["Thôn Gò Me", "Thôn Bãi Dâu"]
    undo(number, actor=OPERATOR, on=ON)
    assert overview("children").filter(rule="sex_missing")["hamlet"].to_list() == ["Thôn Gò Me"]
    check_invariants()


def test_a_new_file_and_its_undoing_are_followed(taken, tmp_path):
    later = taken_in(tmp_path / "b.xlsx", [child(1), child(30, sex="")], date(2026, 6, 25), accept="Tệp của thôn")
    check_invariants()
    assert overview("children").filter(rule="sex_missing").height == 2
    undo(later.taken.operation, actor=OPERATOR, on=ON)
    assert overview("children").filter(rule="sex_missing", state="open").height == 1
    check_invariants()
