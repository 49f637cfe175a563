"""Somebody decides about a child and its entry in the births book."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sosach.campaign.outcome import Whom
from sosach.campaign.precedence import SOURCE_LABELS, Source
from sosach.findings.notices import refused
from sosach.registers.catalogue import registers
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.civil.beside import BIRTHS, CHILDREN
from sosach.store.civil.selectors import entry_of, evidence_of
from sosach.store.civil.services import deciding, filling
from sosach.store.desk.births_book import compared_anew
from sosach.store.findings.selectors import open_findings
from sosach.store.findings.services import Recomputed, recompute, wait
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import person_named
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What came of taking the book's values over."""

    operation: int
    fields: tuple[str, ...]  # that were set
    held: tuple[str, ...]  # that were not, because what stands comes from a source above the book
    evidence: str
    findings: Recomputed


def take_over_entry(
    code: str | int, fields: Sequence[str] = (), reason: str = "", *, actor: Actor, on: date
) -> TakenOver:
    """Sets the values of the births book, with book and number as evidence.

    Args:
        code: record code of the child, or its number.
        fields: which; none: all that differ and in which the register does not prevail.
        reason: why; may be empty.
        actor: who decides.
        on: the day.

    Raises:
        Refused: nobody has the code, no entry was found for sure, nothing differs, or the actor may not.
    """
    register = registers()[CHILDREN]
    with writing():
        child = person_named(CHILDREN, code)
        require(actor, Right.DECIDE, child.hamlet)
        birth = entry_of(child)
        values = deciding.fields_to_take(child, birth, fields)
        evidence, source = evidence_of(birth)
        act = Act(actor=actor, on=on, source=source.value, evidence=evidence, reason=reason)
        operation = begin("civil_taken", act, register=CHILDREN, person=child.id, entry=birth.id, fields=list(values))
        done = deciding.take_over(child, birth, values, register, operation)
        moved = recompute(register, {child.id}, operation=operation.number, on=on)
    return TakenOver(operation.number, done.set, done.held, evidence, moved)


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of filling in what the register leaves empty."""

    operations: tuple[int, ...]  # one per book that values were taken from
    values: int
    children: int
    left_out: int  # numbers that somebody must look at
    settled: int  # findings


def fill_from_book(reason: str = "", *, actor: Actor, on: date) -> Filled:
    """Sets, of all children at once, what the register leaves empty and the book has; undone as one.

    Raises:
        Refused: the actor may not.
    """
    require(actor, Right.DECIDE)
    register = registers()[CHILDREN]
    with writing():
        told = filling.to_fill()
        operations: list[int] = []
        children: set[int] = set()
        settled = 0
        for source in told.rows["source"].unique().sort():
            label = SOURCE_LABELS[Source(source)]
            act = Act(actor=actor, on=on, source=source, evidence=label, reason=reason)
            operation = begin("civil_taken", act, register=CHILDREN, values=told.of(source).rows.height)
            mine = filling.fill(told.of(source), register, operation)
            settled += recompute(register, mine, operation=operation.number, on=on).closed
            operations.append(operation.number)
            children |= mine
    return Filled(tuple(operations), told.rows.height, len(children), told.left_out, settled)


def ask_for_correction(code: str | int, field: str, reason: str, *, actor: Actor, on: date) -> int:
    """The book itself is wrong: a task “cải chính hộ tịch” for civil registration; gives the operation's number.

    Raises:
        Refused: nobody has the code, nothing differs, the reason is missing, or the actor may not.
    """
    if not reason.strip():
        raise refused("reason_missing")
    require(actor, Right.COMPARE)
    with writing():
        child = person_named(CHILDREN, code)
        birth = entry_of(child)
        act = Act(actor=actor, on=on, evidence=evidence_of(birth)[0], reason=reason)
        operation = begin("civil_correction", act, register=CHILDREN, person=child.id, entry=birth.id, field=field)
        deciding.ask_for_correction(child, birth, field, operation)
        found = [one for one in open_findings(child.id) if (one.rule, one.field) == ("civil_difference", field)]
        why = f"Cải chính hộ tịch: {reason}"
        wait(found, Whom.CIVIL_REGISTRATION.value, operation=operation.number, on=on, why=why)
    return operation.number


def rule_pair(code: str | int, entry: int, reason: str = "", *, same: bool, actor: Actor, on: date) -> int:
    """Says whether a child and an entry are one person; gives the operation's number.

    Args:
        code: record code of the child, or its number.
        entry: number of the entry in the home.
        reason: how it is known; may be empty.
        same: whether they are.
        actor: who says so.
        on: the day.

    Raises:
        Refused: nobody has the code or the number, nobody doubts it, or the actor may not.
    """
    require(actor, Right.COMPARE)
    with writing():
        child = person_named(CHILDREN, code)
        birth = Person.objects.filter(id=entry, register=BIRTHS, left="").first()
        if birth is None:
            raise refused("civil_entry_none", value=entry)
        act = Act(actor=actor, on=on, reason=reason)
        operation = begin("civil_ruling", act, register=CHILDREN, person=child.id, entry=birth.id, same=same)
        deciding.rule(child, birth, same=same, by=operation)
        compared_anew(operation=operation.number, on=on)
    return operation.number
