"""Two records of a register are one person."""

from dataclasses import dataclass
from datetime import date

from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.findings.services import Recomputed, recompute
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.registers import selectors
from sosach.store.registers.services.merging import merge
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of it."""

    operation: int
    findings: Recomputed


def merge_records(register: str, code: str, into: str, reason: str, *, actor: Actor, on: date) -> Merged:
    """Takes a record out of a register because it is another one's person.

    Args:
        register: its name.
        code: record code of the record that goes.
        into: record code of the record that stays.
        reason: how it is known that they are one person.
        actor: who says so.
        on: the day.

    Raises:
        Refused: nobody or several have a code, it is the same record, the reason is missing, or the actor may not.
    """
    if not reason.strip():
        raise refused("reason_missing")
    known = selectors.register_named(register)
    with writing():
        one, other = selectors.person_by_code(register, code), selectors.person_by_code(register, into)
        require(actor, Right.DECIDE, one.hamlet)
        act = Act(actor=actor, on=on, source="decision", reason=reason)
        operation = begin("merge", act, register=register, person=one.id, into=other.id)
        merge(one, other, operation)
        moved = recompute(known, {one.id, other.id}, operation=operation.number, on=on)
    return Merged(operation.number, moved)
