from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.going_back import going_back
from sosach.store.desk.undo import undo
from sosach.store.registers.models import Person
from sosach.store.upload.ready import persons as ready_persons
from tests.store.civil import books
from tests.store.people import ON, OPERATOR, child, children, taken_in
from tests.store.upload.exports import LATER, confirmed, later, prepared, register


def decided(code="TE000001", value="Nữ"):
    facts = {"register": "children", "record_code": code, "field": "sex", "value": value}
    return decide(Decision(**facts, evidence="Giấy khai sinh", reason="Gõ nhầm"), actor=OPERATOR, on=ON)


def test_a_decision_is_ready_to_go_back_until_it_is_undone(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(2, sex=""), *children(1)])
    assert going_back("children", ON).ready == frozenset()
    done = decided("TE000002", "Nam")
    assert going_back("children", ON).ready == {Person.objects.get(record_code="TE000002").id}
    assert going_back("children", date(2026, 6, 17)).ready == frozenset()
    undo(done.operation, "", actor=OPERATOR, on=ON)
    assert going_back("children", ON).ready == frozenset()


def test_what_the_next_file_says_itself_is_nothing_to_bring(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(2, sex="")])
    decided("TE000002", "Nam")
    taken_in(tmp_path / "b.xlsx", [child(2, sex="Nam")])
    assert going_back("children", ON).ready == frozenset()


def test_what_was_prepared_is_no_longer_ready_and_is_confirmed_by_a_later_export(campaign, tmp_path):
    prepared(register(tmp_path), tmp_path / "out.xlsx")
    back = going_back("children", ON)
    assert (back.ready, back.uploaded, back.confirmed, back.reopened) == (frozenset(), 2, 0, 0)
    confirmed(later(tmp_path, {1: {"sex": "Nữ"}}))
    back = going_back("children", LATER)
    assert (back.uploaded, back.confirmed, back.reopened) == (2, 1, 1)
    back = going_back("children", ON)
    assert (back.uploaded, back.confirmed, back.reopened) == (2, 0, 0)


def test_status_and_the_list_of_uploads_name_the_same_persons_children_of_the_book_too(campaign, tmp_path):
    base = register(tmp_path)
    books.compared(tmp_path / "ks.xlsx", [books.birth(n) for n in (1, 2, 60)])
    ready = going_back("children", ON).ready
    assert len(ready) == 3  # two decisions, one child whom only the book has
    assert ready == ready_persons("children")
    prepared(base, tmp_path / "out.xlsx")
    assert going_back("children", ON).ready == frozenset()


def test_queries_do_not_grow_with_persons(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(n, sex="") for n in range(1, 30)])
    going_back("children", ON)  # what is kept in memory is read
    counts = []
    for last in (2, 20):
        for number in range(last // 2, last):
            decided(f"TE{number:06d}", "Nam")
        with CaptureQueriesContext(connection) as asked:
            going_back("children", ON)
        counts.append(len(asked))
    assert counts[0] == counts[1]
