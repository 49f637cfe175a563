"""The review at the desk, as cases for stopped services and as rules for any sequence."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import rule

from sosach.campaign.outcome import Whom
from sosach.store.desk.ask import ask
from sosach.store.desk.judge_pair import Merge, agree, decline, propose_merge, two_persons
from sosach.store.desk.pairs import merge_proposals
from sosach.store.desk.replace_number import NUMBER, Replacing, agree_to_number, number_proposals, propose_number
from sosach.store.desk.settle import Verdict, settle
from sosach.store.desk.undo import undo
from sosach.store.findings.models import Finding, State
from sosach.store.log.act import Actor
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import facts
from sosach.store.sign_in.services import let_in
from tests.store.people import ON, OPERATOR, child, taken_in

SECOND = Actor("Trần Văn Hai", "culture")
NUMBERS = ("027313600007", "027213800001", "")


def _register(folder: Path) -> list[Person]:
    rows = [child(1, personal_id="27313600007"), child(2, ethnicity="Kinhh"), child(3, ethnicity="Kinhh"), child(4)]
    taken_in(folder / "a.xlsx", rows)
    return list(Person.objects.order_by("id"))


def _verdict(person: Person, **values: str) -> Verdict:
    seen = Person.objects.get(id=person.id).version
    open_now = Finding.objects.filter(person=person, state=State.OPEN).exclude(field__in=values)
    return Verdict(person=person.id, seen=seen, values=values, stands=tuple(open_now.values_list("id", flat=True)))


def _settled(folder: Path) -> Callable[[], object]:
    person = _register(folder)[0]
    verdict = _verdict(person, personal_id="027313600007", sex="Nữ")
    return lambda: settle([verdict], "GKS 12/2015", "Gõ nhầm", actor=OPERATOR, on=ON)


def _settled_for_many(folder: Path) -> Callable[[], object]:
    people = _register(folder)[1:3]
    verdicts = [Verdict(person=one.id, seen=one.version, values={"ethnicity": "Kinh"}) for one in people]
    return lambda: settle(verdicts, "Quy tắc", "Một lỗi", actor=OPERATOR, on=ON)


def _undo_settled(folder: Path) -> Callable[[], object]:
    number = settle([_verdict(_register(folder)[0], sex="Nam")], "GKS", "Thử", actor=OPERATOR, on=ON).operation
    return lambda: undo(number, actor=OPERATOR, on=ON)


def _asked(folder: Path) -> Callable[[], object]:
    person = _register(folder)[0]
    return lambda: ask(person.id, person.version, Whom.COLLABORATOR, "Hỏi", actor=OPERATOR, on=ON)


def _merge_agreed(folder: Path) -> Callable[[], object]:
    people = _register(folder)
    wanted = Merge(goes=people[3].id, stays=people[0].id, taken=(NUMBER, "full_name"))
    number = propose_merge(wanted, "Một trẻ", actor=SECOND, on=ON)
    return lambda: agree(number, actor=OPERATOR, on=ON)


def _undo_merge(folder: Path) -> Callable[[], object]:
    number = _merge_agreed(folder)()[0]  # type: ignore[index]  # what `agree` gives
    return lambda: undo(number, actor=OPERATOR, on=ON)


def _number_agreed(folder: Path) -> Callable[[], object]:
    person = _register(folder)[3]
    wanted = Replacing(person=person.id, seen=person.version, value=NUMBERS[1], evidence="Thẻ", reason="Nhầm")
    number = propose_number(wanted, actor=SECOND, on=ON)
    return lambda: agree_to_number(number, actor=OPERATOR, on=ON)


def _let_in(_folder: Path) -> Callable[[], object]:
    return lambda: let_in("Vũ Thị Lụa", "clinic", frozenset(), "rau muống luộc chấm", actor=OPERATOR, on=ON)


CASES = {
    "verdict": (_settled, 25),
    "verdict_for_many": (_settled_for_many, 25),
    "undo_verdict": (_undo_settled, 20),
    "asked": (_asked, 8),
    "merge_agreed": (_merge_agreed, 25),
    "undo_merge_agreed": (_undo_merge, 20),
    "number_agreed": (_number_agreed, 20),
    "let_in": (_let_in, 8),
}


class Reviews:
    """Rules: whatever is decided at the desk, by either of two people."""

    _WHO = st.sampled_from([OPERATOR, SECOND])

    @rule(number=st.integers(1, 6), value=st.sampled_from(["Nam", "Nữ", "x"]), stands=st.booleans(), who=_WHO)
    def verdict(self, number, value, stands, who):
        person = _of(number)
        if person:
            verdict = _verdict(person, sex=value) if stands else Verdict(person=person.id, seen=person.version)
            self._or_refused(lambda: settle([verdict], "GKS", "Thử", actor=who, on=ON))

    @rule(number=st.integers(1, 6), whom=st.sampled_from(list(Whom)))
    def ask_somebody(self, number, whom):
        person = _of(number)
        if person:
            self._or_refused(lambda: ask(person.id, person.version, whom, "Hỏi", actor=OPERATOR, on=ON))

    @rule(one=st.integers(1, 6), other=st.integers(1, 6), together=st.booleans())
    def judge(self, one, other, together):
        a, b = _of(one), _of(other)
        if a and b and together:
            wanted = Merge(goes=a.id, stays=b.id, taken=("full_name",))
            self._or_refused(lambda: propose_merge(wanted, "Thử", actor=SECOND, on=ON))
        elif a and b:
            self._or_refused(lambda: two_persons(a.id, b.id, "Thử", actor=OPERATOR, on=ON))

    @rule(number=st.integers(1, 6), value=st.sampled_from(NUMBERS))
    def replace(self, number, value):
        person = _of(number)
        if person and facts({person.id})[person.id].get(NUMBER):
            wanted = Replacing(person=person.id, seen=person.version, value=value, evidence="Thẻ", reason="Thử")
            self._or_refused(lambda: propose_number(wanted, actor=SECOND, on=ON))

    @rule(who=_WHO, yes=st.booleans())
    def approve_first(self, who, yes):
        for head in merge_proposals()[:1]:
            if yes:
                self._or_refused(lambda: agree(head.seq, actor=who, on=ON))  # noqa: B023  # called at once
            else:
                self._or_refused(lambda: decline(head.seq, "Thử", actor=who, on=ON))  # noqa: B023  # as above
        for head in number_proposals()[:1]:
            self._or_refused(lambda: agree_to_number(head.seq, actor=who, on=ON))  # noqa: B023  # as above


def _of(number: int) -> Person | None:
    return Person.objects.filter(record_code=f"TE{number:06d}", left="").first()
