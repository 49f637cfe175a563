"""Somebody says who a child is that was met at a household and may be somebody who is known."""

from dataclasses import dataclass
from datetime import date

from sosach.forms.visits import Choice
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.desk.births_book import laid_again
from sosach.store.findings.services import recompute
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.registers.selectors import person_by_code, register_named
from sosach.store.registers.services.waiting import Answer
from sosach.store.visits.cases import VISIT
from sosach.store.visits.meeting import CHILDREN
from sosach.store.visits.selectors import met_of
from sosach.store.visits.services.meeting import answer, hand_on
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class AnsweredMet:
    """What came of it."""

    operation: int
    person: int | None


def answer_met(
    number: int, said: Answer, record_code: str | None = None, reason: str = "", *, actor: Actor, on: date
) -> AnsweredMet:
    """Answers who a child is.

    Args:
        number: of the child.
        said: who it is.
        record_code: for `SAME`, of the person; None: the one whom it was thought to be.
        reason: why; may be empty.
        actor: who says so.
        on: the day.

    Raises:
        Refused: the actor may not, there is no such child, it was answered before, or nobody has the code.
    """
    with writing():
        require(actor, Right.IMPORT)
        child = met_of(number)
        person = person_by_code(CHILDREN, record_code) if record_code else None
        act = Act(actor=actor, on=on, source=VISIT, reason=reason)
        operation = begin("met_answer", act, register=CHILDREN, met=number, answer=said.value)
        who = answer(child, said, person, operation)
        if said is Answer.NEW and who is not None:
            laid_again(CHILDREN, operation=operation.number, on=on)
            recompute(register_named(CHILDREN), {who}, operation=operation.number, on=on)
            if child.registered == Choice.NO:
                hand_on([who], operation)
    return AnsweredMet(operation.number, who)
