"""What is decided about two records: two persons, or one, which a second person must agree to.

A merge takes a record out of the register, so nobody does it alone; it can be undone like everything else.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.desk.pairs import APART, proposals
from sosach.store.desk.visible import person_seen
from sosach.store.findings.models import Finding, State
from sosach.store.findings.services import Recomputed, recompute, set_aside
from sosach.store.log.act import Act, Actor
from sosach.store.log.models import Event
from sosach.store.log.services import begin
from sosach.store.registers.models import Person, Record
from sosach.store.registers.selectors import facts, register_named
from sosach.store.registers.services.changing import NewValue, change, claim
from sosach.store.registers.services.merging import merge
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two records that are one person."""

    goes: int
    stays: int
    taken: tuple[str, ...]  # fields whose value the one that stays takes over from the one that goes


def two_persons(a: int, b: int, reason: str, *, actor: Actor, on: date) -> int:
    """Remembers that two records are two persons; gives the operation.

    Raises:
        Refused: the reason is missing, or the actor may not.
    """
    if not reason.strip():
        raise refused("reason_missing")
    with writing():
        one, other = _both(min(a, b), max(a, b), actor)
        act = Act(actor=actor, on=on, source="decision", reason=reason)
        operation = begin(APART, act, register=one.register, a=one.id, b=other.id)
        between = Finding.objects.filter(
            group="duplicate", person__in=(one.id, other.id), other__in=(one.id, other.id), state=State.OPEN
        )
        set_aside(between, operation=operation.number, on=on, why=reason)
    return operation.number


def propose_merge(wanted: Merge, reason: str, *, actor: Actor, on: date) -> int:
    """Proposes that two records are one person; a second person carries it out. Gives the proposal's number.

    Raises:
        Refused: the reason is missing, the actor may not, or a proposal about one of them waits already.
    """
    if not reason.strip():
        raise refused("reason_missing")
    with writing():
        goes, stays = _both(wanted.goes, wanted.stays, actor)
        for waiting in proposals(goes.register):
            told = json.loads(waiting.details)
            if {told["goes"], told["stays"]} & {goes.id, stays.id}:
                raise refused("merge_waiting")
        act = Act(actor=actor, on=on, source="decision", reason=reason)
        seen = {"goes_version": goes.version, "stays_version": stays.version}
        pair = {"goes": goes.id, "stays": stays.id, "taken": list(wanted.taken)}
        return begin("merge_proposed", act, register=goes.register, **pair, **seen).number


def agree(proposal: int, *, actor: Actor, on: date) -> tuple[int, Recomputed]:
    """Carries a proposed merge out; gives the operation, and how findings have moved.

    Raises:
        Refused: it is one's own proposal, it waits no longer, one of the two was changed, or the actor may not.
    """
    with writing():
        head, told = _waiting(proposal)
        if head.actor == actor.name:
            raise refused("second_person")
        goes, stays = _both(told["goes"], told["stays"], actor)
        claim(stays, told["stays_version"])
        if goes.version != told["goes_version"]:
            claim(goes, told["goes_version"])
        act = Act(actor=actor, on=on, source="decision", evidence=f"Đề nghị số {proposal}", reason=head.reason)
        pair = {"person": goes.id, "into": stays.id}
        operation = begin("merge_chosen", act, register=goes.register, proposal=proposal, **pair)
        register = register_named(goes.register)
        taken = _taken(goes.id, stays.id, told["taken"])
        if taken:
            change(taken, register, operation)
        merge(Person.objects.get(id=goes.id), Person.objects.get(id=stays.id), operation)
        moved = recompute(register, {goes.id, stays.id}, operation=operation.number, on=on)
    return operation.number, moved


def decline(proposal: int, reason: str, *, actor: Actor, on: date) -> int:
    """Takes a proposed merge off the list, one's own too; gives the operation.

    Raises:
        Refused: it waits no longer, the reason is missing, or the actor may not.
    """
    if not reason.strip():
        raise refused("reason_missing")
    with writing():
        _, told = _waiting(proposal)
        _both(told["goes"], told["stays"], actor)
        return begin("merge_declined", Act(actor=actor, on=on, reason=reason), proposal=proposal).number


def _both(first: int, second: int, actor: Actor) -> tuple[Person, Person]:
    one, other = person_seen(first, actor), person_seen(second, actor)
    require(actor, Right.DECIDE, one.hamlet)
    require(actor, Right.DECIDE, other.hamlet)
    if one.id == other.id or one.register != other.register or one.left or other.left:
        raise refused("merge_impossible", value=one.record_code or "", other=other.record_code or "")
    return one, other


def _waiting(proposal: int) -> tuple[Event, Mapping[str, Any]]:
    head = Event.objects.filter(seq=proposal, kind="merge_proposed").first()
    told = json.loads(head.details) if head else {}
    if head is None or proposal not in {one.seq for one in proposals(told["register"])}:
        raise refused("merge_none")
    return head, told


def _taken(goes: int, stays: int, names: list[str]) -> list[NewValue]:
    """The values that go over, as they stand in the record that goes."""
    known = facts({goes, stays})
    record = Record.objects.get(person=goes)
    raw, over = json.loads(record.raw), json.loads(record.overrides)
    return [
        NewValue(
            person=stays,
            field=name,
            value=known[goes].get(name),
            raw=over[name]["raw"] if name in over else raw.get(name),
        )
        for name in names
        if known[goes].get(name) != known[stays].get(name)
    ]
