from datetime import date

import pytest

from sosach.findings.notices import Refused
from sosach.store.desk.answer_row import answer_row
from sosach.store.desk.undo import undo
from sosach.store.registers.models import Person, WaitingRow
from sosach.store.registers.selectors import facts, waiting_rows
from sosach.store.registers.services.waiting import Answer
from tests.store.invariants import check_invariants
from tests.store.people import ON, OPERATOR, POLICE, child, children, taken_in

LATER = date(2026, 6, 25)


@pytest.fixture
def row(campaign, tmp_path) -> WaitingRow:
    """The code of the first child with somebody else's facts."""
    taken_in(tmp_path / "a.xlsx", children(3))
    taken = taken_in(tmp_path / "b.xlsx", [_stranger(), *children(3)[1:]]).taken
    assert (taken.figures["waiting"], taken.figures["same"], taken.figures["gone"]) == (1, 2, 0)
    return waiting_rows("children")[0]


def _stranger(**facts):
    return child(44, record_code="TE000001", **facts)


def _answer(row, said, **more):
    return answer_row(row.id, said, **more, actor=OPERATOR, on=ON)


def test_a_code_that_leads_to_another_name_and_birth_date_waits_and_changes_nobody(row):
    assert (row.why, row.candidate.record_code) == ("code_taken", "TE000001")
    assert facts({1})[1]["full_name"] == "Nguyễn Thị An Bình"
    check_invariants()


def test_the_same_person_after_all_takes_the_values(row):
    done = _answer(row, Answer.SAME)
    assert done.person == row.candidate_id
    assert facts({done.person})[done.person]["full_name"] == child(44)["full_name"]
    assert waiting_rows() == []
    check_invariants()


def test_a_new_person_comes_in(row):
    done = _answer(row, Answer.NEW)
    assert Person.objects.filter(left="").count() == 4
    assert facts({done.person})[done.person]["full_name"] == child(44)["full_name"]
    check_invariants()


def test_nobodys_row_is_left_out(row):
    assert _answer(row, Answer.NONE).person is None
    assert Person.objects.count() == 3
    check_invariants()


def test_another_person_may_be_named(row):
    assert _answer(row, Answer.SAME, record_code="TE000003").person == 3
    check_invariants()


@pytest.mark.parametrize(("said", "ended"), [(Answer.SAME, "same"), (Answer.NEW, "same"), (Answer.NONE, "rejected")])
def test_an_answer_holds_for_the_next_file(row, tmp_path, said, ended):
    _answer(row, said)
    rows = [_stranger(), *children(3)[1:]]
    rows[1] |= {"ethnicity": "Tày"}
    taken = taken_in(tmp_path / "c.xlsx", rows, LATER).taken
    assert taken.figures["waiting"] == 0
    assert taken.figures[ended] == (2 if ended == "same" else 1)
    check_invariants()


def test_a_row_that_is_still_doubtful_in_the_next_file_waits_once(row, tmp_path):
    rows = [_stranger(), *children(3)[1:]]
    rows[1] |= {"ethnicity": "Tày"}
    taken_in(tmp_path / "c.xlsx", rows, LATER)
    assert len(waiting_rows("children")) == 1
    with pytest.raises(Refused, match="đã được trả lời"):
        _answer(row, Answer.NEW)


@pytest.mark.parametrize("said", [Answer.SAME, Answer.NEW, Answer.NONE])
def test_an_answer_can_be_undone_and_the_row_waits_again(row, said):
    done = _answer(row, said)
    undo(done.operation, actor=OPERATOR, on=ON)
    assert [one.id for one in waiting_rows()] == [row.id]
    assert Person.objects.filter(left="").count() == 3
    assert facts({1})[1]["full_name"] == "Nguyễn Thị An Bình"
    check_invariants()


def test_an_import_of_which_a_row_was_answered_stays(row):
    _answer(row, Answer.NEW)
    with pytest.raises(Refused, match="dựa trên"):
        undo(row.operation, actor=OPERATOR, on=ON)


def test_an_answer_given_twice_is_refused(row):
    _answer(row, Answer.NEW)
    with pytest.raises(Refused, match="đã được trả lời"):
        _answer(row, Answer.NEW)


def test_who_may_not_take_files_in_may_not_answer(row):
    with pytest.raises(Refused, match="không có quyền"):
        answer_row(row.id, Answer.NEW, actor=POLICE, on=ON)
