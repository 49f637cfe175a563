"""One official's decision about one field of one person."""

from dataclasses import dataclass
from datetime import date

from sosach.campaign.precedence import SOURCE_LABELS, Source
from sosach.findings.notices import refused
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import commune, require
from sosach.store.findings.services import Recomputed, confirm, recompute
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.registers import selectors
from sosach.store.registers.reading_values import given
from sosach.store.registers.services.changing import NewValue, Override, change, claim, overrides_of
from sosach.store.registers.sources import DECISION, source_of_event
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is decided."""

    register: str
    record_code: str
    field: str
    value: str  # as it is written; empty: the field is emptied; what stands there: it is confirmed
    evidence: str  # the document it rests on
    reason: str
    seen: int | None = None  # the version of the person that was looked at
    source: str = DECISION  # or which of `campaign.precedence.Source` the document is, to stand where that stands


@dataclass(frozen=True, slots=True)
class Decided:
    """What came of it."""

    operation: int
    old: str | None
    new: str | None
    confirmed: int  # warnings settled because the value was confirmed
    findings: Recomputed
    instead_of: str | None = None  # the source of the value that was set before and gives way, in words
    held: bool = False  # it does not give way: its source stands above that of the document


def decide(decision: Decision, *, actor: Actor, on: date) -> Decided:
    """Sets or confirms a value.

    Raises:
        Refused: nobody or several have the code, the value is not understood, source or reason is missing, the actor
            may not, there is no such source, or somebody else has changed the person in the meantime.
    """
    if not decision.evidence.strip() or not decision.reason.strip():
        raise refused("reason_missing")
    if decision.source not in (DECISION, *Source):
        raise refused("source_none", value=decision.source, candidates=", ".join(Source))
    register = selectors.register_named(decision.register)
    with writing():
        person = selectors.person_by_code(register.name, decision.record_code)
        require(actor, Right.DECIDE, person.hamlet)
        new = given(decision.value, decision.field, register, on=on, commune=commune(on))
        claim(person, decision.seen)
        old = selectors.facts({person.id})[person.id].get(decision.field)
        act = Act(actor=actor, on=on, source=decision.source, evidence=decision.evidence, reason=decision.reason)
        operation = begin("decision", act, register=register.name, person=person.id, field=decision.field)
        confirmed, instead_of, held = 0, None, False
        if old == new.value:
            confirmed = confirm(person.id, decision.field, operation=operation.number, on=on, why=decision.reason)
        else:
            instead_of = _source_of(overrides_of({person.id})[person.id].get(decision.field))
            held = bool(
                change(
                    [NewValue(person=person.id, field=decision.field, value=new.value, raw=new.raw)],
                    register,
                    operation,
                )
            )
        moved = recompute(register, {person.id}, operation=operation.number, on=on)
    return Decided(operation.number, old, old if held else new.value, confirmed, moved, instead_of, held)


def _source_of(before: Override | None) -> str | None:
    """What the value that stood above the file was taken from, in words; None where the file alone spoke."""
    if before is None:
        return None
    source = source_of_event(before["source"])
    return SOURCE_LABELS[source] if source else "quyết định trước"
