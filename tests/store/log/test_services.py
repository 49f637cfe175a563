from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.utils import DatabaseError
from django.test.utils import CaptureQueriesContext

from sosach.store.log import services
from sosach.store.log.act import Act, Change
from sosach.store.log.chain import START
from sosach.store.log.models import Event
from sosach.store.log.selectors import first_fault, head, last_change
from sosach.store.log.services import begin
from sosach.store.writing import writing
from tests.store.people import ON, OPERATOR

ACT = Act(actor=OPERATOR, on=ON, source="decision", evidence="GKS 12/2015", reason="Gõ nhầm")


def _changes(count: int) -> list[Change]:
    return [Change(kind="changed", person=n, field="sex", old=None, new="male", details={"n": n}) for n in range(count)]


def test_events_of_an_operation_carry_its_number_and_what_was_said(home):
    with writing():
        begin("other", ACT)
        operation = begin("decision", ACT, register="children")
        assert operation.next_event() == 3
        operation.record(*_changes(2))
    events = list(Event.objects.filter(operation=2))
    assert [(e.seq, e.kind, e.person) for e in events] == [(2, "decision", None), (3, "changed", 0), (4, "changed", 1)]
    assert {(e.actor, e.role, e.on, e.source, e.evidence) for e in events} == {
        (OPERATOR.name, "operator", ON, "decision", "GKS 12/2015")
    }
    assert last_change(1).seq == 4
    assert first_fault() is None


def test_an_empty_log_has_a_head_too(home):
    assert head() == (0, START)
    assert first_fault() is None


def test_F104_whoever_alters_the_table_is_found_out_at_the_first_event(home):
    with writing():
        begin("decision", ACT).record(*_changes(9))
    disarm()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE log_event SET new = 'female' WHERE seq = 5")
        cursor.execute("DELETE FROM log_event WHERE seq = 8")
    fault = first_fault()
    assert (fault.seq, fault.why) == (5, "altered")


def test_a_cut_log_is_found_out_by_what_is_printed_on_a_paper(home):
    with writing():
        begin("decision", ACT).record(*_changes(9))
    printed = head()[1][:16]
    assert first_fault(printed.upper()) is None
    disarm()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM log_event WHERE seq > 7")
    assert first_fault() is None
    assert first_fault(printed).why == "cut"


@pytest.mark.parametrize("statement", ["UPDATE log_event SET reason = ''", "DELETE FROM log_event"])
def test_events_cannot_be_changed_by_mistake(home, statement):
    with writing():
        begin("decision", ACT)
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Event.objects.count() == 1


def test_F98_a_clock_set_back_is_recorded_as_it_was_and_order_stays(home, monkeypatch):
    class Back(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2020, 1, 1, tzinfo=UTC)

    with writing():
        begin("first", ACT)
    monkeypatch.setattr(services, "datetime", Back)
    with writing():
        begin("second", ACT)
    assert [e.kind for e in Event.objects.order_by("seq")] == ["first", "second"]
    assert Event.objects.get(seq=2).recorded_at.year == 2020
    assert first_fault() is None


def test_queries_do_not_grow_with_events(home):
    counts = []
    for size in (2, 500):
        with writing(), CaptureQueriesContext(connection) as asked:
            begin("decision", ACT).record(*_changes(size))
        counts.append(len(asked))
    assert counts[0] <= 6
    assert counts[1] <= counts[0] + 10  # SQLite takes some fifty events at a time


def disarm() -> None:
    """What somebody does who can write the file."""
    sqlite = ("DROP TRIGGER event_never_changed", "DROP TRIGGER event_never_removed")
    postgres = ("DROP TRIGGER event_append_only ON log_event",)
    with connection.cursor() as cursor:
        for statement in postgres if connection.vendor == "postgresql" else sqlite:
            cursor.execute(statement)
