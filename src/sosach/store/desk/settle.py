"""An official settles what was found of a person: takes proposals, writes other values, confirms, lets stand.

Whatever concerns one person at one time is one operation; so is one decision about the same cell of many persons.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sosach.campaign.outcome import IDENTITY
from sosach.findings.notices import refused
from sosach.registers.register import Register
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import commune, require
from sosach.store.desk.replace_number import NUMBER
from sosach.store.desk.visible import person_seen
from sosach.store.findings.models import Finding
from sosach.store.findings.selectors import unsettled
from sosach.store.findings.services import Recomputed, confirm_all, recompute, set_aside
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import Operation, begin
from sosach.store.registers.reading_values import given
from sosach.store.registers.selectors import facts, register_named
from sosach.store.registers.services.changing import NewValue, change, claim
from sosach.store.writing import writing

# Who somebody is: decided person by person, never for many at once.
ONE_BY_ONE = frozenset({*IDENTITY, "personal_id"})
MOST = 500  # persons in one operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is decided about one person."""

    person: int
    seen: int  # the version that was looked at
    values: Mapping[str, str] = field(default_factory=dict)  # field to value as it is written; empty: it is emptied
    stands: tuple[int, ...] = ()  # findings that may stand: warnings are confirmed, errors set aside
    evidence: Mapping[str, str] = field(default_factory=dict)  # of single fields, where it is their own


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of it."""

    operation: int
    persons: int
    findings: Recomputed


def settle(verdicts: Sequence[Verdict], evidence: str, reason: str, *, actor: Actor, on: date) -> Settled:
    """Carries verdicts out, all or none.

    Args:
        verdicts: about persons of one register; several only about what is no one's identity.
        evidence: the document, or the rule whose proposal is taken.
        reason: why.
        actor: who decides.
        on: the day.

    Raises:
        Refused: a value is not understood, source or reason is missing, the actor may not, somebody else was quicker,
            an identity is decided for many, or a number that stands would be replaced by one person alone.
    """
    if not evidence.strip() or not reason.strip():
        raise refused("reason_missing")
    _refuse_many(verdicts)
    with writing():
        people = {one.person: person_seen(one.person, actor) for one in verdicts}
        register = register_named(next(iter(people.values())).register)
        for one in verdicts:
            require(actor, Right.DECIDE, people[one.person].hamlet)
            claim(people[one.person], one.seen)
        act = Act(actor=actor, on=on, source="decision", evidence=evidence, reason=reason)
        operation = begin("verdict", act, register=register.name, persons=sorted(people))
        _set_values(verdicts, register, operation)
        _let_stand(verdicts, operation)
        changed = {one.person for one in verdicts if one.values}  # what stands changes nothing that rules look at
        moved = recompute(register, changed, operation=operation.number, on=on) if changed else Recomputed(0, 0, 0)
    return Settled(operation.number, len(people), moved)


def _refuse_many(verdicts: Sequence[Verdict]) -> None:
    identity = any(ONE_BY_ONE & one.values.keys() for one in verdicts)
    if not verdicts or len(verdicts) > MOST or (len(verdicts) > 1 and identity):
        raise refused("one_by_one", most=MOST)


def _set_values(verdicts: Sequence[Verdict], register: Register, operation: Operation) -> None:
    where, on = commune(operation.act.on), operation.act.on
    known = facts({one.person for one in verdicts})
    new, same = [], {}
    for one in verdicts:
        for name, text in one.values.items():
            read = given(text, name, register, on=on, commune=where)
            if name == NUMBER and known[one.person].get(NUMBER) not in (None, read.value):
                raise refused("number_alone")
            if read.value == known[one.person].get(name):
                same[one.person, name] = operation.act.reason
            else:
                own = one.evidence.get(name, "")
                new.append(NewValue(person=one.person, field=name, value=read.value, raw=read.raw, evidence=own))
    if new:
        change(new, register, operation)
    if same:
        confirm_all(same, operation=operation.number, on=on)


def _let_stand(verdicts: Sequence[Verdict], operation: Operation) -> None:
    wanted = {finding for one in verdicts for finding in one.stands}
    people = {one.person for one in verdicts}
    found = list(Finding.objects.filter(unsettled(), id__in=wanted, person__in=people))
    why, on = operation.act.reason, operation.act.on
    confirmed = {(one.person_id, one.field): why for one in found if one.severity == "warning" and one.field}
    if confirmed:
        confirm_all(confirmed, operation=operation.number, on=on)
    others = [one for one in found if (one.person_id, one.field) not in confirmed]
    if others:
        set_aside(others, operation=operation.number, on=on, why=why)
