"""Somebody says who a doubtful child is."""

import pytest

from sosach.findings.notices import Refused
from sosach.store.desk.answer_met import answer_met
from sosach.store.desk.undo import undo
from sosach.store.findings.models import Finding
from sosach.store.registers.models import Person
from sosach.store.registers.services.waiting import Answer
from sosach.store.visits.models import Met
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, OPERATOR, child
from tests.store.visits import lists

ON = lists.BACK


@pytest.fixture
def doubtful(campaign, tmp_path):
    lists.register(tmp_path, {"sex": ""})
    lists.sent(tmp_path)
    like = {
        "Họ và tên trẻ": "Lê Thị Khác",
        "Ngày sinh": "05/05/2014",
        "Số định danh": child(11)["personal_id"],
        "Họ tên mẹ": "Trần Thị Lành",
        "Đã khai sinh": "Chưa",
    }
    lists.received(lists.filled(lists.workbook(tmp_path), {1: "Nữ"}, [like]))
    return Met.objects.get()


def test_a_new_child_is_a_person_with_what_was_written(doubtful):
    done = answer_met(doubtful.id, Answer.NEW, actor=OPERATOR, on=ON)
    person = Person.objects.get(id=done.person)
    assert (person.full_name, person.hamlet) == ("Lê Thị Khác", lists.HAMLET)
    assert Finding.objects.filter(person=person).exists()
    check_invariants()


def test_the_one_it_was_thought_to_be(doubtful):
    people = Person.objects.count()
    done = answer_met(doubtful.id, Answer.SAME, actor=OPERATOR, on=ON)
    assert done.person == doubtful.candidate_id
    assert Person.objects.count() == people
    check_invariants()


def test_an_answer_is_given_once(doubtful):
    answer_met(doubtful.id, Answer.NONE, actor=OPERATOR, on=ON)
    with pytest.raises(Refused, match="đã có câu trả lời"):
        answer_met(doubtful.id, Answer.NEW, actor=OPERATOR, on=ON)


@pytest.mark.parametrize("said", list(Answer))
def test_an_answer_can_be_undone_and_the_child_waits_again(doubtful, said):
    done = answer_met(doubtful.id, said, actor=OPERATOR, on=ON)
    with pytest.raises(Refused, match=f"việc số {done.operation}"):
        undo(doubtful.received_id, actor=OPERATOR, on=ON)
    undo(done.operation, actor=OPERATOR, on=ON)
    check_invariants()
    again = answer_met(doubtful.id, Answer.NEW, actor=OPERATOR, on=ON)
    assert again.person is not None
    check_invariants()


def test_a_collaborator_does_not_decide_who_is_who(doubtful):
    with pytest.raises(Refused):
        answer_met(doubtful.id, Answer.NEW, actor=COLLABORATOR, on=ON)
