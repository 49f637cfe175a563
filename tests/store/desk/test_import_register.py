from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.findings.notices import Refused
from sosach.store.desk.import_register import import_register
from sosach.store.findings.models import Finding
from sosach.store.log.models import Event
from sosach.store.log.selectors import first_fault
from sosach.store.registers.models import Person
from tests.store.people import ON, OPERATOR, child, children, opened, taken_in, workbook


def _figures(imported):
    figures = imported.taken.figures
    parts = ("new", "changed", "same", "waiting", "rejected", "duplicate_in_file")
    assert figures["rows"] == sum(figures[part] for part in parts)
    return {name: count for name, count in figures.items() if count}


def test_first_file_makes_everybody_new_in_one_event(campaign, tmp_path):
    done = taken_in(tmp_path / "a.xlsx", children(30))
    assert _figures(done) == {"rows": 30, "new": 30}
    assert Event.objects.filter(operation=done.taken.operation).count() == 1
    assert Person.objects.count() == 30
    assert first_fault() is None


def test_F42_same_bytes_twice_change_nothing(campaign, tmp_path):
    first = taken_in(tmp_path / "a.xlsx", children(30))
    events = Event.objects.count()
    again = taken_in(tmp_path / "a.xlsx", children(30))
    assert again.taken.again
    assert again.taken.operation == first.taken.operation
    assert _figures(again) == {"rows": 30, "same": 30}
    assert Event.objects.count() == events


def test_F43_saved_again_nothing_has_changed(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(30))
    again = taken_in(tmp_path / "b.xlsx", [*children(30)[::-1]])
    assert _figures(again) == {"rows": 30, "same": 30}


def test_what_differs_becomes_one_event_each(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(30))
    rows = children(30)
    rows[3] |= {"father_name": "Nguyễn Văn Tám", "ethnicity": "Tày"}
    done = taken_in(tmp_path / "b.xlsx", rows)
    assert _figures(done) == {"rows": 30, "same": 29, "changed": 1}
    events = Event.objects.filter(operation=done.taken.operation, kind="changed").order_by("field")
    assert [(e.field, e.new) for e in events] == [("ethnicity", "02"), ("father_name", "Nguyễn Văn Tám")]


def test_F44_an_older_export_is_a_question(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(30), date(2026, 6, 11))
    before = Event.objects.count()
    with pytest.raises(Refused) as refusal:
        taken_in(tmp_path / "b.xlsx", children(29), date(2026, 6, 4))
    assert refusal.value.notice.code == "import_older"
    assert Event.objects.count() == before
    assert taken_in(tmp_path / "b.xlsx", children(29), date(2026, 6, 4), accept="Cố ý").taken.figures["gone"] == 1


def test_F45_half_the_rows_are_a_question_and_nobody_vanishes(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(30))
    with pytest.raises(Refused) as refusal:
        taken_in(tmp_path / "b.xlsx", children(12))
    assert refusal.value.notice.code == "import_half"
    done = taken_in(tmp_path / "b.xlsx", children(12), accept="Chỉ một thôn")
    assert _figures(done) == {"rows": 12, "same": 12, "gone": 18}
    assert Person.objects.filter(left="").count() == 30


def test_F46_a_file_of_another_commune_is_a_question(campaign, tmp_path):
    rows = [row | {"address": "xã Cao Đức, tỉnh Bắc Ninh"} for row in children(30)]
    with pytest.raises(Refused) as refusal:
        taken_in(tmp_path / "a.xlsx", rows)
    assert refusal.value.notice.code == "import_elsewhere"


def test_findings_close_when_the_file_is_repaired_and_open_again_when_the_fault_returns(campaign, tmp_path):
    sound, faulty = [child(1), child(2)], [child(1), child(2, sex="")]
    taken_in(tmp_path / "a.xlsx", faulty)
    finding = Finding.objects.get(rule="sex_missing")
    assert (finding.state, finding.group) == ("open", "basic_info")
    taken_in(tmp_path / "b.xlsx", sound, date(2026, 6, 19))
    finding.refresh_from_db()
    assert (finding.state, finding.how) == ("settled", "repaired")
    taken_in(tmp_path / "c.xlsx", [child(1, ethnicity="Tày"), child(2, sex="")], date(2026, 6, 20))
    finding.refresh_from_db()
    assert finding.state == "open"
    assert [step.state for step in finding.steps.order_by("id")] == ["settled", "open"]


def test_queries_do_not_grow_with_rows(campaign, tmp_path):
    counts = []
    for number, size in enumerate((30, 300)):
        first = opened(workbook(tmp_path / f"{number}.xlsx", children(size)), ON)
        rows = [row | {"ethnicity": "Tày", "sex": ""} for row in children(size)]
        second = opened(workbook(tmp_path / f"{number}b.xlsx", rows), ON)
        for file in (first, second):
            with CaptureQueriesContext(connection) as asked:
                import_register(file, accept="Thử", actor=OPERATOR, on=ON)
            counts.append(len(asked))
    for small, large in zip(counts[:2], counts[2:], strict=True):
        assert large <= small + 12  # events and steps are written some fifty at a time on SQLite
