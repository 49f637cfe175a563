"""Whatever is done in whatever order: the log tells the values, the chain holds, findings are those of the rules."""

import json
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from sosach.findings.notices import Refused
from sosach.store import start
from sosach.store.accounts.services import start_campaign
from sosach.store.desk.answer_row import answer_row
from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.settle_answer import Take, settle_answer
from sosach.store.desk.settle_difference import ask_for_correction, rule_pair, take_over_entry
from sosach.store.desk.undo import undo
from sosach.store.log.act import Actor
from sosach.store.log.models import Event
from sosach.store.police.models import Batch
from sosach.store.police.selectors import conflicts
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import waiting_rows
from sosach.store.registers.services.waiting import Answer
from sosach.store.reports.models import Snapshot
from sosach.store.reports.services import Wanted, approve, freeze_report
from tests.store import databases
from tests.store.civil.books import birth, compared
from tests.store.invariants import check_invariants
from tests.store.people import ON, OPERATOR, ROOT, child, taken_in
from tests.store.police import lists
from tests.store.reviews import Reviews
from tests.store.rounds import Rounds

SECOND = Actor("Trần Văn Hai", "culture")

# What decisions and files write, so that they meet: faults, repairs, and persons who come to share a number or a name.
VALUES = {
    "sex": ("Nam", "Nữ", "", "?"),
    "ethnicity": ("Kinh", "Tày", ""),
    "personal_id": ("027313600007", "27313600007", "", "x"),
    "birth_date": ("02/01/2013", "2013", "31/02/2013"),
    "full_name": ("Nguyễn Thị An Bình", "Nguyễn Văn An Châu"),
    "father_name": ("Nguyễn Văn An", "Nguyễn Văn Tám", ""),
    "record_code": ("TE000001", "TE000009"),
}
CHANGES = st.sampled_from([(field, value) for field, values in VALUES.items() for value in values])
# What the births book says otherwise.
IN_BOOK = st.sampled_from(
    [
        ("mother_birth_year", "1991"),
        ("sex", "Nam"),
        ("personal_id", ""),
        ("birth_date", "02/01/2013"),
        ("father_name", ""),
    ]
)
ENTRIES = st.lists(st.tuples(st.integers(1, 8), st.lists(IN_BOOK, max_size=2)), min_size=1, max_size=5)

# What the police write into rows, whosoever they are.
SAID = st.sampled_from(
    [
        {},
        {"result": "Khớp"},
        {"result": "Cấp/bổ sung số", "new_personal_id": "027313600007"},
        {"result": "Cấp/bổ sung số", "new_personal_id": "027313800001"},
        {"result": "Sửa thông tin", "new_full_name": "Nguyễn Văn Khác"},
        {"result": "Không tìm thấy", "note": "chưa khai sinh"},
        {"result": "Không tìm thấy", "note": "chưa thu nhận"},
        {"result": "hỏi lại"},
    ]
)
ROWS = st.lists(st.tuples(st.integers(1, 6), st.lists(CHANGES, max_size=2)), min_size=1, max_size=6)


class Campaign(Rounds, Reviews, RuleBasedStateMachine):
    """A campaign in which everything happens."""

    kind = "sqlite"

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="sosach-any-"))
        self.files = 0
        self.day = ON
        self.address = ""
        if self.kind == "sqlite":
            databases.sqlite_home(self.folder / "home")
        else:
            _, self.address = databases.postgres_home(self.folder / "home")
        start_campaign(ROOT / "plans" / "mau.toml", actor=OPERATOR, on=ON)

    def teardown(self) -> None:
        start.close()
        if self.address:
            databases.give_back(self.address)
        shutil.rmtree(self.folder)

    @rule(rows=ROWS)
    def take_in(self, rows):
        self.files += 1
        self.day += timedelta(days=1)
        facts = [child(number) | dict(changes) for number, changes in rows]
        taken_in(self.folder / f"{self.files}.xlsx", facts, self.day, accept="Thử")

    @rule(number=st.integers(1, 6), change=CHANGES)
    def decide(self, number, change):
        field, value = change
        decision = Decision(
            register="children", record_code=f"TE{number:06d}", field=field, value=value, evidence="GKS", reason="Thử"
        )
        self._or_refused(lambda: decide(decision, actor=OPERATOR, on=ON))

    @rule(said=st.sampled_from(list(Answer)), which=st.integers(0, 3))
    def answer(self, said, which):
        rows = waiting_rows()
        if rows:
            self._or_refused(lambda: answer_row(rows[which % len(rows)].id, said, actor=OPERATOR, on=ON))

    @rule(back=st.integers(0, 5))
    def undo(self, back):
        heads = [e.seq for e in Event.objects.order_by("-seq") if e.seq == e.operation]
        self._or_refused(lambda: undo(heads[back % len(heads)], actor=OPERATOR, on=ON))

    @rule()
    def send(self):
        self.files += 1
        self._or_refused(lambda: lists.sent(self.folder, f"{self.files}.xlsx", on=self.day))

    @rule(which=st.integers(0, 3), said=st.lists(SAID, min_size=1, max_size=6))
    def receive(self, which, said):
        batches = list(Batch.objects.order_by("-operation"))
        if not batches:
            return
        batch = batches[which % len(batches)]
        source = self.folder / batch.file_name
        self.files += 1
        back = lists.written_into(source, self.folder / f"{self.files}.xlsx", dict(enumerate(said, 2)))
        self._or_refused(lambda: lists.received(back, on=self.day))

    @rule(which=st.integers(0, 3), take=st.sampled_from(list(Take)), who=st.sampled_from([OPERATOR, SECOND]))
    def settle(self, which, take, who):
        waiting = conflicts()
        if waiting:
            code = waiting[which % len(waiting)].line.code
            self._or_refused(lambda: settle_answer(code, take, "Thử", actor=who, on=self.day))

    @rule(rows=ENTRIES)
    def compare(self, rows):
        self.files += 1
        entries = [birth(number) | dict(changes) for number, changes in rows]
        self._or_refused(lambda: compared(self.folder / f"{self.files}.xlsx", entries, on=self.day))

    @rule(number=st.integers(1, 6))
    def take_over(self, number):
        self._or_refused(lambda: take_over_entry(f"TE{number:06d}", actor=OPERATOR, on=self.day))

    @rule(number=st.integers(1, 6), field=st.sampled_from(["mother_birth_year", "sex"]))
    def ask_for_correction(self, number, field):
        self._or_refused(lambda: ask_for_correction(f"TE{number:06d}", field, "Thử", actor=OPERATOR, on=self.day))

    @rule(number=st.integers(1, 6), which=st.integers(0, 5), same=st.booleans())
    def pair(self, number, which, same):
        entries = list(Person.objects.filter(register="births", left="").order_by("id"))
        if entries:
            entry = entries[which % len(entries)].id
            code = f"TE{number:06d}"
            self._or_refused(lambda: rule_pair(code, entry, "Thử", same=same, actor=OPERATOR, on=self.day))

    @rule(kind=st.sampled_from(["weekly", "monthly", "final", "adhoc"]), correct=st.booleans())
    def report(self, kind, correct):
        wanted = Wanted(kind=kind, on=self.day, correct="Thử" if correct else "")
        self._or_refused(lambda: freeze_report(wanted, actor=OPERATOR))

    @rule(which=st.integers(0, 3))
    def approve_report(self, which):
        made = Snapshot.objects.order_by("operation").values_list("number", flat=True)
        if made:
            self._or_refused(lambda: approve(made[which % len(made)], actor=OPERATOR, on=self.day))

    @staticmethod
    def _or_refused(act) -> None:
        """A refusal changes nothing."""
        before = Event.objects.count()
        try:
            act()
        except Refused:
            assert Event.objects.count() == before

    @invariant()
    def everything_holds(self):
        check_invariants()
        for event in Event.objects.filter(kind="import"):
            told = json.loads(event.details)["figures"]
            assert told["new"] == Person.objects.filter(since=event.seq).count()


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=[pytest.mark.deep] if kind == "postgres" else []) for kind in databases.wanted()]
)
def test_any_sequence_keeps_what_must_hold(kind, monkeypatch):
    monkeypatch.setattr(Campaign, "kind", kind)
    _run(examples=6, steps=8)


@pytest.mark.deep
@pytest.mark.parametrize("kind", databases.wanted())
def test_any_long_sequence_keeps_what_must_hold(kind, monkeypatch):
    monkeypatch.setattr(Campaign, "kind", kind)
    _run(examples=60, steps=25)


def _run(examples: int, steps: int) -> None:
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        Campaign,
        settings=settings(
            max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=checks
        ),
    )
