"""A personal number that stands is replaced by another one: one person proposes it, a second one carries it out.

A number leads to everything else about somebody, so nobody changes one alone (abuse cases 13 and 47). Where no number
stands, one person is enough.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import commune, require
from sosach.store.desk.visible import person_seen
from sosach.store.findings.services import Recomputed, recompute
from sosach.store.log.act import Act, Actor
from sosach.store.log.models import Event
from sosach.store.log.selectors import undone_operations
from sosach.store.log.services import begin
from sosach.store.registers.models import Person
from sosach.store.registers.reading_values import given
from sosach.store.registers.selectors import facts, register_named
from sosach.store.registers.services.changing import NewValue, change, claim
from sosach.store.writing import writing

NUMBER = "personal_id"
PROPOSED, CARRIED_OUT, DECLINED = "number_proposed", "number_replaced", "number_declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacing:
    """What is wanted."""

    person: int
    seen: int  # the version that was looked at
    value: str  # as it is written; empty: the number is taken out
    evidence: str
    reason: str


def replaces(person: int, value: str, *, on: date) -> bool:
    """Whether a value would replace a number that stands.

    Raises:
        Refused: it is no number.
    """
    stands = facts({person})[person].get(NUMBER)
    if stands is None:
        return False
    register = register_named(Person.objects.get(id=person).register)
    return given(value, NUMBER, register, on=on, commune=commune(on)).value != stands


def propose_number(wanted: Replacing, *, actor: Actor, on: date) -> int:
    """Proposes another number; gives the proposal.

    Raises:
        Refused: it is no number, source or reason is missing, a proposal waits already, or the actor may not.
    """
    if not wanted.evidence.strip() or not wanted.reason.strip():
        raise refused("reason_missing")
    with writing():
        person = person_seen(wanted.person, actor)
        require(actor, Right.DECIDE, person.hamlet)
        if any(json.loads(one.details)["person"] == person.id for one in number_proposals()):
            raise refused("number_waiting")
        register = register_named(person.register)
        read = given(wanted.value, NUMBER, register, on=on, commune=commune(on))
        claim(person, wanted.seen)
        act = Act(actor=actor, on=on, source="decision", evidence=wanted.evidence, reason=wanted.reason)
        told = {"register": person.register, "person": person.id, "version": wanted.seen + 1}
        return begin(PROPOSED, act, value=read.value, raw=read.raw, **told).number


def number_proposals() -> list[Event]:
    """The replacements that wait for a second person, the oldest first."""
    ended = Event.objects.filter(kind__in=(CARRIED_OUT, DECLINED)).values_list("details", flat=True)
    gone = {json.loads(details)["proposal"] for details in ended} | undone_operations()
    return [one for one in Event.objects.filter(kind=PROPOSED).order_by("seq") if one.seq not in gone]


def agree_to_number(proposal: int, *, actor: Actor, on: date) -> tuple[int, Recomputed]:
    """Carries a replacement out; gives the operation, and how findings have moved.

    Raises:
        Refused: it is one's own, it waits no longer, the person was changed in the meantime, or the actor may not.
    """
    with writing():
        head, told = _waiting(proposal)
        if head.actor == actor.name:
            raise refused("second_person")
        person = person_seen(told["person"], actor)
        require(actor, Right.DECIDE, person.hamlet)
        claim(person, told["version"])
        evidence = f"{head.evidence} (đề nghị số {proposal})"
        act = Act(actor=actor, on=on, source="decision", evidence=evidence, reason=head.reason)
        register = register_named(person.register)
        operation = begin(CARRIED_OUT, act, register=register.name, person=person.id, proposal=proposal)
        change([NewValue(person=person.id, field=NUMBER, value=told["value"], raw=told["raw"])], register, operation)
        moved = recompute(register, {person.id}, operation=operation.number, on=on)
    return operation.number, moved


def decline_number(proposal: int, reason: str, *, actor: Actor, on: date) -> int:
    """Takes a replacement off the list, one's own too; gives the operation.

    Raises:
        Refused: it waits no longer, the reason is missing, or the actor may not.
    """
    if not reason.strip():
        raise refused("reason_missing")
    with writing():
        _, told = _waiting(proposal)
        require(actor, Right.DECIDE, person_seen(told["person"], actor).hamlet)
        return begin(DECLINED, Act(actor=actor, on=on, reason=reason), proposal=proposal).number


def _waiting(proposal: int) -> tuple[Event, Mapping[str, Any]]:
    head = next((one for one in number_proposals() if one.seq == proposal), None)
    if head is None:
        raise refused("proposal_none")
    return head, json.loads(head.details)
