"""Decisions about a child and its entry in the births book."""

import pytest

from sosach.findings.notices import Refused
from sosach.store.civil import selectors
from sosach.store.civil.models import Pair
from sosach.store.desk.settle_difference import ask_for_correction, fill_from_book, rule_pair, take_over_entry
from sosach.store.desk.undo import undo
from sosach.store.findings.models import Finding
from sosach.store.log.models import Event
from sosach.store.police import selectors as selectors_of_police
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import facts
from tests.store.civil.books import birth, compared
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, ON, OPERATOR, child, children, taken_in
from tests.store.police.lists import answered, asked, number_of, sent

DIFFERENT = {"mother_name": "Trần Thị Khác", "mother_birth_year": "1991"}


@pytest.fixture
def book(campaign, tmp_path):
    """Child 1 differs from the book in two fields."""
    taken_in(tmp_path / "a.xlsx", [child(1, **DIFFERENT), *children(3)[1:]])
    return compared(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 3)])


def _facts(code="TE000001"):
    return facts([Person.objects.get(record_code=code).id]).popitem()[1]


def test_the_books_values_are_taken_over_with_book_and_number(book):
    done = take_over_entry("TE000001", actor=OPERATOR, on=ON)
    assert set(done.fields) == {"mother_name", "mother_birth_year"}
    assert _facts()["mother_birth_year"] == "1990"
    events = Event.objects.filter(operation=done.operation, kind="changed")
    assert {(e.source, e.evidence) for e in events} == {("birth_book", "sổ khai sinh, quyển 01/2020, số 1/2020")}
    assert Finding.objects.filter(rule="civil_difference", state="open").count() == 0
    check_invariants()


def test_one_field_of_several(book):
    take_over_entry("TE000001", ["mother_birth_year"], actor=OPERATOR, on=ON)
    assert _facts()["mother_name"] == "Trần Thị Khác"
    assert [one.field for one in selectors.all_differences()] == ["mother_name"]
    with pytest.raises(Refused) as refusal:
        take_over_entry("TE000001", ["mother_birth_year"], actor=OPERATOR, on=ON)
    assert refusal.value.notice.code == "civil_no_difference"


def test_taking_over_is_undone_and_an_extract_rests_on_it(book):
    done = take_over_entry("TE000001", actor=OPERATOR, on=ON)
    with pytest.raises(Refused) as refusal:
        undo(book.taken.operation, actor=OPERATOR, on=ON)
    assert refusal.value.notice.code == "undo_rests"
    undo(done.operation, actor=OPERATOR, on=ON)
    assert _facts()["mother_birth_year"] == "1991"
    assert Finding.objects.filter(rule="civil_difference", state="open").count() == 2
    undo(book.taken.operation, actor=OPERATOR, on=ON)
    check_invariants()


def test_what_the_register_leaves_empty_is_filled_in_of_all_at_once(campaign, tmp_path):
    owner = child(5)["personal_id"]
    rows = [child(1, sex="", ethnicity=""), child(2, personal_id=""), child(3, personal_id=""), child(4), child(5)]
    taken_in(tmp_path / "a.xlsx", [*rows[:3], child(4, mother_birth_year="1991"), rows[4]])
    compared(tmp_path / "ks.xlsx", [birth(1), birth(2), birth(3, personal_id=owner), birth(4), birth(5)])
    done = fill_from_book("Đã xem sổ gốc", actor=OPERATOR, on=ON)
    assert (done.values, done.children, done.left_out, len(done.operations)) == (3, 2, 1, 1)
    assert (_facts()["sex"], _facts()["ethnicity"]) == ("female", "01")
    assert _facts("TE000002")["personal_id"] == child(2)["personal_id"]
    assert "personal_id" not in _facts("TE000003")
    assert _facts("TE000004")["mother_birth_year"] == "1991"
    evidence = Event.objects.filter(operation=done.operations[0], kind="changed").values_list("evidence", flat=True)
    assert set(evidence) == {"sổ khai sinh, quyển 01/2020, số 1/2020", "sổ khai sinh, quyển 01/2020, số 2/2020"}
    check_invariants()
    undo(done.operations[0], actor=OPERATOR, on=ON)
    assert "sex" not in _facts()
    check_invariants()
    with pytest.raises(Refused):
        fill_from_book(actor=COLLABORATOR, on=ON)


def test_nothing_to_fill_in(book):
    assert fill_from_book(actor=OPERATOR, on=ON).operations == ()


def test_a_number_of_the_book_stands_above_the_polices(campaign, tmp_path):
    asked(tmp_path, 1)
    compared(tmp_path / "ks.xlsx", [birth(1), birth(28), birth(29)])
    take_over_entry("TE000001", actor=OPERATOR, on=ON)
    number = _facts()["personal_id"]
    shared = [child(1, personal_id=""), child(3, personal_id=number), child(28), child(29)]
    taken_in(tmp_path / "b.xlsx", shared, accept="Thử")
    sent(tmp_path)
    told = answered(tmp_path, {1: {"result": "Sửa thông tin", "new_personal_id": number_of(1)}})
    assert told.figures["conflicts"] == 1
    assert selectors_of_police.conflicts()[0].why == "stronger_source"
    assert _facts()["personal_id"] == number


def test_a_wrong_entry_becomes_a_task_and_nothing_is_edited(book):
    before = _facts()
    number = ask_for_correction("TE000001", "mother_name", "Giấy gốc ghi khác", actor=OPERATOR, on=ON)
    finding = Finding.objects.get(rule="civil_difference", field="mother_name")
    assert (finding.state, finding.waiting_for) == ("waiting", "civil_registration_officer")
    assert finding.steps.latest("id").why == "Cải chính hộ tịch: Giấy gốc ghi khác"
    assert [(one.field, one.ours, one.theirs) for one in selectors.corrections()] == [
        ("mother_name", "Trần Thị Khác", _facts("TE000001") and birth(1)["mother_name"])
    ]
    assert (_facts(), selectors.figures().corrections) == (before, 1)
    undo(number, actor=OPERATOR, on=ON)
    assert selectors.corrections() == []
    assert Finding.objects.get(rule="civil_difference", field="mother_name").state == "open"
    check_invariants()


def test_a_corrected_entry_closes_its_task(book, tmp_path):
    ask_for_correction("TE000001", "mother_name", "Giấy gốc ghi khác", actor=OPERATOR, on=ON)
    compared(tmp_path / "sửa.xlsx", [birth(1, mother_name="Trần Thị Khác")])
    assert selectors.corrections() == []
    assert Finding.objects.get(rule="civil_difference", field="mother_name").how == "repaired"
    check_invariants()


def test_another_wrong_entry_asks_again(book, tmp_path):
    ask_for_correction("TE000001", "mother_name", "Giấy gốc ghi khác", actor=OPERATOR, on=ON)
    compared(tmp_path / "sửa.xlsx", [birth(1, mother_name="Trần Thị Lại Khác")])
    assert Finding.objects.get(rule="civil_difference", field="mother_name").state == "open"


def test_two_who_were_taken_for_one_are_parted_and_brought_together(book):
    pair = Pair.objects.get(child__record_code="TE000002")
    number = rule_pair("TE000002", pair.birth_id, "Trùng tên", same=False, actor=OPERATOR, on=ON)
    assert not Pair.objects.filter(child__record_code="TE000002", birth=pair.birth_id).exists()
    assert selectors.figures().not_in_register == 1
    check_invariants()
    with pytest.raises(Refused):
        rule_pair("TE000002", pair.birth_id, same=False, actor=OPERATOR, on=ON)
    rule_pair("TE000002", pair.birth_id, "Đã xem giấy", same=True, actor=OPERATOR, on=ON)
    assert Pair.objects.get(child__record_code="TE000002").sure
    with pytest.raises(Refused):
        rule_pair("TE000002", 999, same=True, actor=OPERATOR, on=ON)
    undo(number, actor=OPERATOR, on=ON)
    assert selectors.figures().same == 3
    check_invariants()


def test_of_a_child_without_an_entry_nothing_can_be_taken(book, tmp_path):
    taken_in(tmp_path / "b.xlsx", [child(1, **DIFFERENT), *children(3)[1:], child(9)])
    with pytest.raises(Refused) as refusal:
        take_over_entry("TE000009", actor=OPERATOR, on=ON)
    assert refusal.value.notice.code == "civil_no_entry"


def test_only_who_may_decide_takes_over(book):
    with pytest.raises(Refused):
        take_over_entry("TE000001", actor=COLLABORATOR, on=ON)
    with pytest.raises(Refused):
        ask_for_correction("TE000001", "mother_name", "x", actor=COLLABORATOR, on=ON)
    with pytest.raises(Refused):
        ask_for_correction("TE000001", "mother_name", " ", actor=OPERATOR, on=ON)
