"""Decisions about answers of the police that wait."""

import pytest

from sosach.findings.notices import Refused
from sosach.store.desk.settle_answer import Take, settle_answer
from sosach.store.desk.undo import undo
from sosach.store.findings.models import Finding
from sosach.store.log.act import Actor
from sosach.store.log.models import Event
from sosach.store.police import selectors
from sosach.store.police.models import Line
from sosach.store.registers.models import Person
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, OPERATOR, child, taken_in
from tests.store.police.lists import WEDNESDAY, answered, asked, given, number_of, sent

SECOND = Actor("Trần Văn Hai", "culture")


def _settle(number, take=Take.ANSWERED, actor=OPERATOR, reason="Đã xem giấy khai sinh"):
    code = Line.objects.get(person__record_code=f"TE{number:06d}").code
    return settle_answer(code, take, reason, actor=actor, on=WEDNESDAY)


def _person(number):
    return Person.objects.get(record_code=f"TE{number:06d}")


@pytest.fixture
def renamed(campaign, tmp_path):
    """The police give child 1 a number and another name; child 2 gets somebody else's number."""
    asked(tmp_path, 1, 2, 3)
    sent(tmp_path)
    another = {"result": "Sửa thông tin", "new_full_name": "Nguyễn Thị An Bằng", "new_personal_id": number_of(1)}
    owner = child(28)["personal_id"]
    return answered(tmp_path, {1: another, 2: {"result": "Sửa thông tin", "new_personal_id": owner}})


def test_what_the_police_wrote_is_taken_with_batch_and_row(renamed):
    done = _settle(1)
    assert set(done.fields) == {"full_name", "personal_id"}
    assert (_person(1).full_name, _person(1).personal_id) == ("Nguyễn Thị An Bằng", number_of(1))
    events = Event.objects.filter(operation=done.operation, kind="changed")
    assert {e.evidence for e in events} == {
        f"kết quả Công an, đợt TE-01, dòng {Line.objects.get(person=_person(1)).number}"
    }
    figures = selectors.figures("children", WEDNESDAY)
    assert (figures.conflicts, figures.decided) == (1, 1)
    check_invariants()


def test_what_stands_is_kept_and_asked_again(renamed):
    _settle(1, Take.CURRENT)
    assert _person(1).personal_id is None
    assert Finding.objects.get(person=_person(1), rule="personal_id_missing").state == "open"
    assert [c.line.person_id for c in selectors.conflicts()] == [_person(2).id]
    check_invariants()


def test_a_number_of_somebody_else_cannot_be_taken(renamed):
    with pytest.raises(Refused) as refusal:
        _settle(2)
    assert refusal.value.notice.code == "police_number_taken"
    assert _person(2).personal_id is None


def test_a_decision_is_undone_and_the_conflict_waits_again(renamed):
    done = _settle(1)
    with pytest.raises(Refused) as refusal:
        undo(renamed.operation, actor=OPERATOR, on=WEDNESDAY)
    assert refusal.value.notice.code == "police_settled"
    undo(done.operation, actor=OPERATOR, on=WEDNESDAY)
    assert _person(1).personal_id is None
    finding = Finding.objects.get(person=_person(1), rule="personal_id_missing")
    assert (finding.state, finding.waiting_for) == ("waiting", "culture_society_office")
    assert len(selectors.conflicts()) == 2
    check_invariants()
    undo(renamed.operation, actor=OPERATOR, on=WEDNESDAY)
    check_invariants()


@pytest.fixture
def replaced(campaign, tmp_path) -> str:
    """Children 1 and 3 have one number, of right structure; the police give child 3 another one."""
    rows = [child(1, personal_id=child(3)["personal_id"]), child(3), child(5)]
    taken_in(tmp_path / "a.xlsx", rows)
    sent(tmp_path)
    answered(tmp_path, {3: {"result": "Sửa thông tin", "new_personal_id": number_of(3)}})
    return _person(1).personal_id


def test_a_number_of_right_structure_is_replaced_by_a_second_official(replaced):
    assert selectors.conflicts()[0].why == "second_official"
    with pytest.raises(Refused) as refusal:
        _settle(3)
    assert refusal.value.notice.code == "police_same_official"
    assert _person(3).personal_id == replaced
    _settle(3, actor=SECOND)
    assert _person(3).personal_id == number_of(3)
    check_invariants()


def test_keeping_the_number_that_stands_needs_no_second_official(replaced):
    _settle(3, take=Take.CURRENT)
    assert _person(3).personal_id == replaced
    check_invariants()


def test_nothing_waits(campaign, tmp_path):
    asked(tmp_path, 1)
    sent(tmp_path)
    answered(tmp_path, {1: given(1)})
    with pytest.raises(Refused) as refusal:
        _settle(1)
    assert refusal.value.notice.code == "police_settled_before"
    with pytest.raises(Refused):
        settle_answer("TE01-0009-AAAAAAAA", Take.CURRENT, "x", actor=OPERATOR, on=WEDNESDAY)


def test_only_who_may_decide_and_with_a_reason(renamed):
    with pytest.raises(Refused):
        _settle(1, actor=COLLABORATOR)
    with pytest.raises(Refused):
        _settle(1, reason=" ")


def test_an_answer_without_a_value_cannot_be_taken(campaign, tmp_path):
    asked(tmp_path, 1)
    sent(tmp_path)
    answered(tmp_path, {1: {"result": "hỏi lại"}})
    with pytest.raises(Refused) as refusal:
        _settle(1)
    assert refusal.value.notice.code == "police_nothing_to_take"
