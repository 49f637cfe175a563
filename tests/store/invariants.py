"""What must hold after anything: the chain is whole, the log tells the values, findings are those of the rules."""

import json
from datetime import date

from polars.testing import assert_frame_equal

from sosach.campaign.row_code import make
from sosach.papers.frozen import genuine
from sosach.papers.sums import broken
from sosach.registers.catalogue import registers
from sosach.store.civil.models import Alone, Pair
from sosach.store.desk import going_back
from sosach.store.findings.evaluating import answers, keys
from sosach.store.findings.models import Finding, SharedKey
from sosach.store.findings.overview import SCHEMA, overview
from sosach.store.findings.selectors import questions_about
from sosach.store.log.models import Event
from sosach.store.log.selectors import first_fault
from sosach.store.originals import original
from sosach.store.police import selectors as police
from sosach.store.police.models import Batch, Line, Return
from sosach.store.police.selectors import at_police, figures
from sosach.store.registers import counting
from sosach.store.registers.models import Import, Person, Record
from sosach.store.registers.replay import replay
from sosach.store.registers.selectors import imports
from sosach.store.reports.models import Snapshot
from sosach.store.reports.selectors import figures_of
from sosach.store.seals.services import key
from sosach.store.start import current
from tests.store.people import KEY, ON


def check_invariants() -> None:
    """Fails at the first thing that does not hold."""
    assert first_fault() is None
    for register in registers().values():
        if imports(register.name):
            _values_are_told_by_the_log(register.name)
            _findings_are_those_of_the_rules(register)
            _overview_is_the_table(register.name)
    for taken in Import.objects.all():
        figures = json.loads(taken.figures)
        parts = ("new", "changed", "same", "waiting", "rejected", "duplicate_in_file")
        assert figures["rows"] == sum(figures[part] for part in parts)
    _what_is_kept_for_status_is_up_to_date()
    _batches_agree_with_their_files()
    _answers_add_up()
    _pairs_are_of_two()
    _reports_stand()


def _reports_stand() -> None:
    """Every report adds up, and its figures are those of which the log has the hash."""
    hashes = {json.loads(event.details)["sha256"] for event in Event.objects.filter(kind="report")}
    for snapshot in Snapshot.objects.all():
        told = figures_of(snapshot)
        assert genuine(told)
        assert told["sha256"] in hashes
        for register in snapshot.registers.split(","):
            assert broken(told[register]) == []


def _values_are_told_by_the_log(register: str) -> None:
    told = {
        number: (one.since, one.seen_in, one.sheet, one.row, one.raw, one.cells, one.overrides)
        for number, one in replay(register).items()
    }
    rows = Record.objects.filter(person__register=register).exclude(person__left="withdrawn").select_related("person")
    kept = {
        one.person.id: (
            *(one.person.since, one.person.seen_in, one.person.sheet, one.person.row),
            *(one.raw, one.cells, json.loads(one.overrides)),
        )
        for one in rows
    }
    assert told == kept
    facts = {one.person.id: json.loads(one.facts) for one in rows}
    for person in Person.objects.filter(id__in=facts):
        for name in ("record_code", "full_name", "birth_date", "sex", "personal_id", "hamlet", "status"):
            assert getattr(person, name) == facts[person.id].get(name)


def _findings_are_those_of_the_rules(register) -> None:
    asked = questions_about(register, ON)
    wanted = set(answers(asked, register).select("person", "rule", "field", "message").iter_rows())
    mine = Finding.objects.filter(register=register.name, person__left="")
    assert {(f.person_id, f.rule, f.field, f.message) for f in mine if not f.gone} == wanted
    # What the rules do not find any more asks for nothing; a decision about it is kept for the day it comes back.
    assert all(f.state in ("settled", "set_aside") for f in mine if f.gone)
    assert all(not f.gone for f in mine if f.how == "" and f.state in ("open", "waiting"))
    stored = set(SharedKey.objects.filter(register=register.name).values_list("person", "key"))
    assert stored == set(keys(asked).iter_rows())


def _overview_is_the_table(register: str) -> None:
    """What is kept in memory was brought up to date."""
    columns = (*[name for name in SCHEMA if name not in ("hamlet", "left")], "person__hamlet", "person__left")
    rows = Finding.objects.filter(register=register, person__left="").order_by("id").values_list(*columns)
    assert overview(register).sort("id").rows() == list(rows)


def _what_is_kept_for_status_is_up_to_date() -> None:
    assert_frame_equal(going_back._ABOVE.now(), going_back._read_above(), check_row_order=False)
    for kept in (going_back._met, going_back._facts):
        assert_frame_equal(kept(), kept.__wrapped__(), check_row_order=False)
    for register in registers():
        assert counting._came(register) == counting._came.__wrapped__(register)
        for counted in (police.figures, police.figures_by_batch):
            assert counted(register, ON) == counted.__wrapped__(register, ON)


def _batches_agree_with_their_files() -> None:
    """Every batch is whole: its rows, their codes, its file; nobody is out twice."""
    for batch in Batch.objects.all():
        lines = list(batch.lines.order_by("number"))
        assert [line.number for line in lines] == list(range(1, batch.rows + 1))
        for line in lines:
            assert line.code == make(key(), batch.code, line.number, json.loads(line.printed))
        assert original(current(), batch.sha256, KEY)
    out = [line.person_id for name in registers() for line in at_police(name)]
    assert len(out) == len(set(out))


def _pairs_are_of_two() -> None:
    """Nobody stands in two pairs, or in a pair and alone."""
    paired = [person for pair in Pair.objects.values_list("child", "birth") for person in pair]
    assert len(paired) == len(set(paired))
    assert not set(paired) & set(Alone.objects.values_list("person", flat=True))


def _answers_add_up() -> None:
    """What rows have come to is what the returns that hold say of them."""
    for received in Return.objects.filter(undone_by=None).select_related("batch"):
        told = json.loads(received.figures)
        assert told["answered"] + told["unanswered"] + told["altered_rows"] == received.batch.rows
        assert told["answered"] == sum(told[name] for name in ("applied", "conflicts", "next_step", "repeated"))
    for line in Line.objects.all():
        answers = list(line.answers.filter(received__undone_by=None).order_by("received"))
        assert (line.answered_by, line.effect) == (
            (answers[-1].received_id, answers[-1].effect) if answers else (None, "")
        )
    for name in registers():
        told = figures(name, date.max)
        assert told.sent == told.returned + told.at_police
        assert told.returned == told.applied + told.conflicts + told.decided + told.next_step
        assert told.returned == sum(told.results.values())
