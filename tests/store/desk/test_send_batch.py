"""A batch for the police leaves."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.findings.notices import Refused
from sosach.forms.police import POLICE_LIST
from sosach.intake.form_answer import read_form
from sosach.intake.options import ReadingOptions
from sosach.store import start
from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.send_batch import ToSend, send_batch
from sosach.store.desk.undo import undo
from sosach.store.log.models import Event
from sosach.store.originals import original
from sosach.store.police import selectors
from sosach.store.police.models import Batch, Line
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, KEY, OPERATOR, POLICE, child, children, taken_in
from tests.store.police.lists import THURSDAY, answered, asked, filled, given, received, sent


def _codes(batch):
    return [line.person.record_code for line in batch.lines.select_related("person").order_by("number")]


def test_whoever_lacks_a_number_goes_straight_after_the_import(campaign, tmp_path):
    asked(tmp_path, 1, 2, 3)
    done = sent(tmp_path)
    batch = done.batch
    assert (batch.code, batch.rows, batch.sent_on, batch.due) == ("TE-01", 3, THURSDAY, date(2026, 6, 24))
    assert set(_codes(batch)) == {"TE000001", "TE000002", "TE000003"}
    assert done.notices == ()
    back = read_form(tmp_path / "dot.xlsx", POLICE_LIST, ReadingOptions())
    assert back.sha256 == batch.sha256
    assert [row.code for row in back.rows] == [row.code for row in selectors.sent_rows(batch)]
    assert original(start.current(), batch.sha256, KEY) == (tmp_path / "dot.xlsx").read_bytes()
    check_invariants()


def test_rows_stand_by_hamlet_and_then_by_given_name(campaign, tmp_path):
    asked(tmp_path, *range(1, 10))
    lines = sent(tmp_path).batch.lines.select_related("person").order_by("number")
    hamlets = [line.hamlet for line in lines]
    assert hamlets == sorted(hamlets)
    assert len(set(hamlets)) == 2


def test_a_number_that_lost_its_zero_is_printed_as_it_stands(campaign, tmp_path):
    short = child(1)["personal_id"][1:]
    taken_in(tmp_path / "a.xlsx", [child(1, personal_id=short), child(2)])
    line = sent(tmp_path).batch.lines.get()
    assert json.loads(line.facts)["personal_id_shown"] == short
    assert short in json.loads(line.printed)
    assert line.group == "wrong_id"


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"birth_date": "31/02/2013"}, "birth_date"),
        ({"full_name": ""}, "full_name"),
        ({"father_name": "", "mother_name": ""}, "no_parent"),
    ],
)
def test_whoever_cannot_be_found_by_the_police_stays_and_is_told(campaign, tmp_path, facts, why):
    taken_in(tmp_path / "a.xlsx", [child(1, personal_id="", **facts), child(2, personal_id=""), child(3)])
    done = sent(tmp_path)
    assert _codes(done.batch) == ["TE000002"]
    assert done.kept_back == {why: 1}


def test_whoever_may_stand_twice_waits_for_a_decision(campaign, tmp_path):
    rows = [child(1, personal_id=""), child(1, personal_id="", record_code="TE000031"), child(2, personal_id="")]
    taken_in(tmp_path / "a.xlsx", rows)
    done = sent(tmp_path)
    assert (_codes(done.batch), done.kept_back) == (["TE000002"], {"duplicate": 2})


def test_nobody_is_sent_twice_and_batches_are_counted_on(campaign, tmp_path):
    asked(tmp_path, 1, 2)
    sent(tmp_path)
    taken_in(tmp_path / "b.xlsx", [*(child(n, personal_id="") for n in (1, 2, 3)), child(28), child(29)], accept="Mới")
    second = sent(tmp_path, "hai.xlsx", on=date(2026, 6, 25))
    assert (second.batch.code, _codes(second.batch)) == ("TE-02", ["TE000003"])
    assert second.kept_back == {"at_police": 2}


def test_nobody_qualifies_and_no_file_is_written(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    before = Event.objects.count()
    done = sent(tmp_path)
    assert (done.batch, [n.code for n in done.notices]) == (None, ["police_nobody"])
    assert not (tmp_path / "dot.xlsx").exists()
    assert Event.objects.count() == before


@pytest.mark.parametrize(
    ("on", "due", "told"),
    [
        (date(2026, 6, 18), date(2026, 6, 24), False),
        (date(2026, 6, 19), date(2026, 6, 24), True),
        (date(2026, 6, 15), date(2026, 6, 24), True),
        (date(2026, 8, 27), date(2026, 9, 3), False),  # National Day on 2 September: back on the next working day
    ],
)
def test_due_by_the_calendar_and_another_day_than_thursday_is_told(campaign, tmp_path, on, due, told):
    taken_in(tmp_path / "a.xlsx", [child(1, personal_id=""), child(2)], as_of=date(2026, 6, 1))
    done = sent(tmp_path, on=on)
    assert done.batch.due == due
    assert [n.code for n in done.notices] == (["police_day"] if told else [])


def test_the_minutes_foot_and_name_the_head_of_the_log(campaign, tmp_path):
    asked(tmp_path, 1, 2, 3)
    done = sent(tmp_path, minutes=tmp_path / "bb")
    written = json.loads((tmp_path / "bb" / "minutes.json").read_text(encoding="utf-8"))
    assert written == done.minutes == selectors.sent_minutes("TE-01")
    assert sum(written["groups"].values()) == written["persons"] == 3
    assert Event.objects.get(hash=written["chain_head"]).operation == done.batch.operation
    assert written["file"]["sha256"] == done.batch.sha256


def test_a_password_closes_the_file_and_opens_it_again(campaign, tmp_path):
    asked(tmp_path, 1)
    done = sent(tmp_path, password="Hòa Mẫu 2026")
    assert done.batch.has_password
    with pytest.raises(Refused):
        received(tmp_path / "dot.xlsx")
    back = read_form(tmp_path / "dot.xlsx", POLICE_LIST, ReadingOptions(password="Hòa Mẫu 2026"))
    assert len(back.rows) == 1


def test_a_password_that_is_too_short_leaves_nothing_behind(campaign, tmp_path):
    asked(tmp_path, 1)
    with pytest.raises(Refused):
        sent(tmp_path, password="ngắn")
    assert not (tmp_path / "dot.xlsx").exists()
    assert (Batch.objects.count(), Line.objects.count()) == (0, 0)


def test_a_batch_is_undone_as_long_as_nothing_came_back(campaign, tmp_path):
    asked(tmp_path, 1, 2)
    first = sent(tmp_path).batch
    undo(first.operation, "Gửi nhầm", actor=OPERATOR, on=THURSDAY)
    assert selectors.figures("children", THURSDAY) == selectors.Figures()
    second = sent(tmp_path, "hai.xlsx").batch
    assert (second.code, second.rows) == ("TE-02", 2)
    check_invariants()


def test_a_batch_with_answers_is_not_undone(campaign, tmp_path):
    asked(tmp_path, 1, 2)
    batch = sent(tmp_path).batch
    answered(tmp_path, {1: given(1)})
    with pytest.raises(Refused) as refusal:
        undo(batch.operation, actor=OPERATOR, on=THURSDAY)
    assert refusal.value.notice.code == "police_returned"


def test_births_go_to_nobody(campaign, tmp_path):
    with pytest.raises(Refused) as refusal:
        send_batch(ToSend(register="births", out=tmp_path / "x.xlsx"), actor=OPERATOR, on=THURSDAY)
    assert refusal.value.notice.code == "police_no_hand_over"


@pytest.mark.parametrize("actor", [COLLABORATOR, POLICE])
def test_lists_are_sent_by_the_office_alone(campaign, tmp_path, actor):
    asked(tmp_path, 1)
    with pytest.raises(Refused):
        send_batch(ToSend(register="children", out=tmp_path / "x.xlsx"), actor=actor, on=THURSDAY)


def test_queries_do_not_grow_with_the_rows(campaign, tmp_path):
    counted = []
    for start_at, count in ((1, 2), (5, 4), (100, 40)):
        rows = [child(n, personal_id="") for n in range(start_at, start_at + count)]
        taken_in(tmp_path / f"{count}.xlsx", [*rows, child(28)], accept="Thử")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            done = sent(tmp_path, f"dot-{count}.xlsx")
        assert done.batch.rows > count // 2
        counted.append(len(queries))
    assert counted[1] == counted[2]  # the first one makes the key


def test_what_an_official_decided_is_what_the_police_read(campaign, tmp_path):
    asked(tmp_path, 1)
    decision = Decision(
        register="children", record_code="TE000001", field="mother_name", value="Trần Thị Sửa", evidence="GKS",
        reason="Sai tên mẹ",
    )  # fmt: skip
    decide(decision, actor=OPERATOR, on=THURSDAY)
    assert "Trần Thị Sửa" in json.loads(sent(tmp_path).batch.lines.get().printed)


def test_answers_that_were_not_taken_in_are_not_written_over(campaign, tmp_path):
    asked(tmp_path, 1)
    sent(tmp_path)
    filled(tmp_path / "dot.xlsx", tmp_path / "dot.xlsx", {1: given(1)})
    taken_in(tmp_path / "b.xlsx", [child(1, personal_id=""), child(2, personal_id=""), child(28)], accept="Mới")
    before = (tmp_path / "dot.xlsx").read_bytes()
    with pytest.raises(Refused) as refusal:
        sent(tmp_path, on=date(2026, 6, 25))
    assert refusal.value.notice.code == "police_out_answered"
    assert (tmp_path / "dot.xlsx").read_bytes() == before
    (tmp_path / "dot.xlsx").write_bytes(b"no workbook")
    assert sent(tmp_path, on=date(2026, 6, 25)).batch.rows == 1
