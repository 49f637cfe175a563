"""Somebody says whose a doubtful row of a file is."""

from dataclasses import dataclass
from datetime import date

from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.civil.beside import BIRTHS
from sosach.store.desk.births_book import laid_again
from sosach.store.findings.services import Recomputed, recompute
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.registers import selectors
from sosach.store.registers.services.waiting import Answer, answer
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of it."""

    operation: int
    person: int | None
    findings: Recomputed


def answer_row(
    number: int, said: Answer, record_code: str | None = None, reason: str = "", *, actor: Actor, on: date
) -> Answered:
    """Answers a doubtful row.

    Args:
        number: of the row.
        said: whose it is.
        record_code: for `SAME`, of the person; None: the one whose it was thought to be.
        reason: why; may be empty.
        actor: who says so.
        on: the day.

    Raises:
        Refused: there is no such row, it was answered before, or nobody has the code.
    """
    require(actor, Right.IMPORT)
    with writing():
        row = selectors.waiting_row(number)
        register = selectors.register_named(row.register)
        person = selectors.person_by_code(row.register, record_code) if record_code else None
        act = Act(actor=actor, on=on, source="import", reason=reason)
        operation = begin("row_answer", act, register=row.register, row=row.id)
        who = answer(row, said, person, operation)
        if register.name == BIRTHS:
            laid_again(BIRTHS, operation=operation.number, on=on)
        moved = recompute(register, {who} if who else set(), operation=operation.number, on=on)
    return Answered(operation.number, who, moved)
