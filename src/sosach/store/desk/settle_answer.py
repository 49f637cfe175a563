"""An official decides about an answer of the police that waits."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.findings.services import Recomputed, recompute
from sosach.store.log.act import Act, Actor
from sosach.store.log.selectors import head_of
from sosach.store.log.services import begin
from sosach.store.police.said import compared_of
from sosach.store.police.services.settling import close, conflict, refuse_same_official, take_answered
from sosach.store.registers.selectors import register_named
from sosach.store.writing import writing


class Take(StrEnum):
    """What is to hold."""

    ANSWERED = "answered"  # what the police wrote
    CURRENT = "current"  # what stands now


@dataclass(frozen=True, slots=True)
class SettledAnswer:
    """What came of it."""

    operation: int
    fields: tuple[str, ...]  # that were set
    findings: Recomputed


def settle_answer(code: str, take: Take, reason: str, *, actor: Actor, on: date) -> SettledAnswer:
    """Decides about the answer in one row.

    Args:
        code: of the row, “TE02-0007-K7QX3M2A”.
        take: what is to hold.
        reason: why.
        actor: who decides.
        on: the day.

    Raises:
        Refused: nothing waits in this row, the reason is missing, the actor may not, a second official is needed, or
            what the police wrote cannot be set.
    """
    if not reason.strip():
        raise refused("reason_missing")
    with writing():
        answer = conflict(code)
        person, batch = answer.line.person, answer.line.batch
        require(actor, Right.DECIDE, person.hamlet)
        if take is Take.ANSWERED:  # keeping what stands replaces nothing
            refuse_same_official(answer, actor.name, head_of(answer.received_id).actor)
        register = register_named(batch.register)
        evidence = f"kết quả Công an, đợt {batch.code}, dòng {answer.line.number}"
        act = Act(actor=actor, on=on, source="decision", evidence=evidence, reason=reason)
        operation = begin("police_settled", act, register=register.name, person=person.id, row=code, take=take.value)
        taken: tuple[str, ...] = ()
        if take is Take.ANSWERED:
            taken = take_answered(answer, register, operation, on)
        moved = recompute(register, {person.id}, operation=operation.number, on=on)
        close(answer, [one.field for one in compared_of(answer.compared)], operation, on)
    return SettledAnswer(operation.number, taken, moved)
