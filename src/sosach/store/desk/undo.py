"""An operation is undone, by new events."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.civil.beside import BIRTHS
from sosach.store.civil.selectors import resting_on
from sosach.store.civil.services import deciding
from sosach.store.desk.births_book import compared_anew, laid_again
from sosach.store.findings.services import Recomputed, recompute, recompute_all, reopen
from sosach.store.log.act import Act, Actor
from sosach.store.log.models import Event
from sosach.store.log.selectors import head_of, undone_operations
from sosach.store.log.services import Operation, begin
from sosach.store.police.services import receiving, sending, settling
from sosach.store.registers.selectors import register_named
from sosach.store.registers.services.merging import unmerge
from sosach.store.registers.services.undoing import undo_answer, undo_changes, undo_import
from sosach.store.upload.services import confirming, preparing, resting, ticking
from sosach.store.visits.meeting import CHILDREN
from sosach.store.visits.residents import REGISTERS
from sosach.store.visits.services import meeting
from sosach.store.visits.services import receiving as visits_receiving
from sosach.store.visits.services import sending as visits_sending
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class Undone:
    """What came of it."""

    operation: int
    kind: str  # of what was undone
    findings: Recomputed


def undo(number: int, reason: str = "", *, actor: Actor, on: date) -> Undone:
    """Undoes an operation.

    Args:
        number: of the operation.
        reason: why; may be empty.
        actor: who undoes it.
        on: the day.

    Raises:
        Refused: there is no such operation, it cannot be undone, it was undone before, or something rests on it.
    """
    require(actor, Right.UNDO)
    with writing():
        head = head_of(number)
        if head.kind not in _KINDS:
            raise refused("undo_never", value=number)
        if number in undone_operations():
            raise refused("undo_twice", value=number)
        resting.refuse(head)
        operation = begin(
            "undo", Act(actor=actor, on=on, source="undo", reason=reason), operation=number, undone=head.kind
        )
        return Undone(operation.number, head.kind, _KINDS[head.kind](head, operation))


def _import(head: Event, operation: Operation) -> Recomputed:
    register = register_named(json.loads(head.details)["register"])
    if rests := resting_on(head.operation):
        raise refused("undo_rests", value=head.operation, count=rests)
    undo_import(head.operation, operation)
    if register.name == BIRTHS:
        deciding.forget_extract(head.operation)
        return compared_anew(operation=operation.number, on=operation.act.on)
    laid_again(register.name, operation=operation.number, on=operation.act.on)
    return recompute_all(register, operation=operation.number, on=operation.act.on)


def _answer(head: Event, operation: Operation) -> Recomputed:
    register = register_named(json.loads(head.details)["register"])
    undo_answer(head.operation, register, operation)
    return recompute_all(register, operation=operation.number, on=operation.act.on)


def _merge(head: Event, operation: Operation) -> Recomputed:
    told = json.loads(head.details)
    unmerge(told["person"], head.operation, operation)
    persons = {int(told["person"]), int(told["into"])}
    return recompute(register_named(told["register"]), persons, operation=operation.number, on=operation.act.on)


def _merge_chosen(head: Event, operation: Operation) -> Recomputed:
    told = json.loads(head.details)
    register = register_named(told["register"])
    unmerge(told["person"], head.operation, operation)
    undo_changes(head.operation, register, operation)
    persons = {int(told["person"]), int(told["into"])}
    return recompute(register, persons, operation=operation.number, on=operation.act.on)


def _set_aside(head: Event, operation: Operation) -> Recomputed:
    again = reopen(head.operation, operation=operation.number, on=operation.act.on, why=operation.act.reason)
    return Recomputed(0, 0, again)


def _changes(head: Event, operation: Operation) -> Recomputed:
    register = register_named(json.loads(head.details)["register"])
    persons = undo_changes(head.operation, register, operation)
    reopened = reopen(head.operation, operation=operation.number, on=operation.act.on, why=operation.act.reason)
    moved = recompute(register, persons, operation=operation.number, on=operation.act.on)
    return Recomputed(moved.opened, moved.closed, moved.reopened + reopened)


def _batch(head: Event, operation: Operation) -> Recomputed:
    sending.cancel(head.operation, operation)
    return Recomputed(0, 0, 0)


def _police_answer(head: Event, operation: Operation) -> Recomputed:
    receiving.take_back(head.operation, operation)
    return _changes(head, operation)


def _forgets(take_back: Callable[[int, Operation], None]) -> Callable[[Event, Operation], Recomputed]:
    """What changes no fact of anybody: it is forgotten."""

    def back(head: Event, operation: Operation) -> Recomputed:
        take_back(head.operation, operation)
        return Recomputed(0, 0, 0)

    return back


def _police_settled(head: Event, operation: Operation) -> Recomputed:
    moved = _changes(head, operation)
    settling.reopen_conflict(head.operation, operation)
    return moved


def _correction(head: Event, operation: Operation) -> Recomputed:
    deciding.forget(head.operation, operation)
    return _set_aside(head, operation)


def _ruling(head: Event, operation: Operation) -> Recomputed:
    deciding.forget(head.operation, operation)
    return compared_anew(operation=operation.number, on=operation.act.on)


def _visits(head: Event, operation: Operation) -> Recomputed:
    visits_sending.cancel(head.operation, operation)
    return _set_aside(head, operation)


def _visits_answer(head: Event, operation: Operation) -> Recomputed:
    visits_receiving.take_back(head.operation, operation)
    return _of_households(head, operation)


def _met_answer(head: Event, operation: Operation) -> Recomputed:
    meeting.take_answer_back(head.operation)
    return _of_households(head, operation)


def _of_households(head: Event, operation: Operation) -> Recomputed:
    """What a household has told of persons of both registers, and of children met, is taken back."""
    number, on = operation.number, operation.act.on
    changed = {name: undo_changes(head.operation, register_named(name), operation) for name in REGISTERS}
    withdrawn = meeting.withdraw(head.operation)
    if withdrawn:
        laid_again(CHILDREN, operation=number, on=on)
    changed[CHILDREN] |= withdrawn
    reopened = reopen(head.operation, operation=number, on=on, why=operation.act.reason)
    moved = [
        recompute(register_named(name), persons, operation=number, on=on)
        for name, persons in changed.items()
        if persons
    ]
    return Recomputed(
        sum(one.opened for one in moved),
        sum(one.closed for one in moved),
        sum(one.reopened for one in moved) + reopened,
    )


# What can be undone, and how; an operation of another kind gets its line here.
_KINDS: dict[str, Callable[[Event, Operation], Recomputed]] = {
    "import": _import,
    "row_answer": _answer,
    "decision": _changes,
    "verdict": _changes,
    "asked": _set_aside,
    "merge": _merge,
    "merge_chosen": _merge_chosen,
    "number_replaced": _changes,
    "two_persons": _set_aside,
    "set_aside": _set_aside,
    "police_send": _batch,
    "police_answer": _police_answer,
    "police_settled": _police_settled,
    "civil_taken": _changes,
    "civil_correction": _correction,
    "civil_ruling": _ruling,
    "visits_send": _visits,
    "visits_answer": _visits_answer,
    "met_answer": _met_answer,
    "upload": _forgets(preparing.cancel),
    "upload_typed": _forgets(ticking.take_back),
    "upload_confirm": _forgets(confirming.take_back),
}
