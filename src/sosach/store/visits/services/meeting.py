"""Children met become persons of the register, or questions; what was said of them is kept as it was said."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from sosach.campaign.outcome import Whom
from sosach.campaign.readiness import NUMBER_GROUPS
from sosach.campaign.visit_outcomes import STEP_WORDS
from sosach.findings.notices import refused
from sosach.registers.catalogue import registers
from sosach.store import bulk
from sosach.store.accounts.selectors import commune
from sosach.store.findings.selectors import still_open
from sosach.store.findings.services import wait_all
from sosach.store.log.act import Change
from sosach.store.log.models import Event
from sosach.store.log.selectors import undone_operations
from sosach.store.log.services import Operation
from sosach.store.registers import selectors
from sosach.store.registers.cleaned import clean
from sosach.store.registers.frames import base_frame, objects
from sosach.store.registers.laying import Stored, fingerprint
from sosach.store.registers.matching import KNOWN, NEW, WAITING
from sosach.store.registers.models import Person
from sosach.store.registers.reading_values import written
from sosach.store.registers.services import persons
from sosach.store.registers.services.changing import NewValue, change
from sosach.store.registers.services.undoing import depends
from sosach.store.registers.services.waiting import Answer
from sosach.store.registers.snapshots import keep_snapshot, snapshot
from sosach.store.registers.values import current
from sosach.store.visits.meeting import CHILDREN, FIELDS, MetChild
from sosach.store.visits.models import Met, Return

_MET = (
    *("received_id", "sheet", "row", "snapshot", "index", "fingerprint", "shown", "registered", "ending", "why"),
    *("candidate_id", "birth_id", "birth_sure", "person_id", "answer"),
)


@dataclass(frozen=True, slots=True)
class _Entering:
    """Somebody who is about to become a person of the register."""

    person: int
    index: int  # in what was kept
    evidence: str


def take_in(met: Sequence[MetChild], received: Return, operation: Operation) -> dict[int, int]:
    """Takes children in; within `writing()`. Gives the new persons, by number of the child in the file."""
    if not met:
        return {}
    first = persons.next_person()
    new = [child for child in met if child.ending == NEW]
    numbers = {child.index: first + place for place, child in enumerate(new)}
    kept = keep_snapshot(_rows(met, numbers))
    code = received.visit.code
    entering = [_Entering(numbers[child.index], child.index, _evidence(code, child.found.row)) for child in new]
    _enter(entering, kept, operation)
    shown = _shown(met, operation)
    bulk.insert(
        Met,
        _MET,
        (
            (
                *(operation.number, child.found.sheet, child.found.row, kept, child.index, fingerprint(child.raw)),
                *(shown[child.index], child.found.registered.value or "", child.ending, child.why),
                child.person if child.ending == WAITING else None,
                *(child.birth, child.birth_sure),
                numbers.get(child.index, child.person if child.ending != WAITING else None),
                "",
            )
            for child in met
        ),
    )
    return numbers


def hand_on(unregistered: Collection[int], operation: Operation) -> None:
    """Whose birth is not registered goes to civil registration first, then to the police."""
    findings = [finding for finding in still_open(unregistered) if finding.group in NUMBER_GROUPS]
    why = STEP_WORDS["unregistered"]
    waits = [(finding, Whom.CIVIL_REGISTRATION.value, why) for finding in findings]
    wait_all(waits, operation=operation.number, on=operation.act.on)


def answer(child: Met, said: Answer, person: Person | None, operation: Operation) -> int | None:
    """Says who a child is; within `writing()`. Gives the person.

    Args:
        child: that waits.
        said: who it is.
        person: for `SAME`, who; None: the one whom it was thought to be.
        operation: what the events belong to.

    Raises:
        Refused: it was answered before, nobody is named, or there is no register yet.
    """
    if child.ending != WAITING or child.answer:
        raise refused("visits_met_answered", value=child.id)
    who = _who(child, said, person)
    if said is Answer.NEW and who is not None:
        entering = _Entering(who, child.index, _evidence(child.received.visit.code, child.row))
        _enter([entering], child.snapshot, operation)
    else:
        told = {"met": child.id, "answer": said.value}
        operation.record(Change(kind="met_answered", person=who, details=told))
    Met.objects.filter(id=child.id).update(answer=said.value, answered_by=operation.number, person=who)
    return who


def withdraw(undone: int) -> set[int]:
    """Takes the persons back who came in by an operation; gives them.

    Raises:
        Refused: somebody has done something about one of them since, or a file has them.
    """
    new = Person.objects.filter(since=undone, left="")
    for person in new.exclude(seen_in=undone).order_by("id")[:1]:
        raise refused("undo_later_import", value=undone, count=person.seen_in)
    who = set(new.values_list("id", flat=True))
    gone = undone_operations()
    for later in Event.objects.filter(person__in=who).exclude(operation=undone).exclude(kind="undone").order_by("seq"):
        if later.operation not in gone:
            raise depends(undone, later)
    bulk.raise_versions(Person, sorted(who))
    Person.objects.filter(id__in=who).update(left="withdrawn")
    return who


def take_answer_back(undone: int) -> None:
    """A child about whom somebody has said who it is waits again."""
    Met.objects.filter(answered_by=undone).update(answer="", answered_by=None, person=None)


def _who(child: Met, said: Answer, person: Person | None) -> int | None:
    if said is Answer.NONE:
        return None
    if said is Answer.NEW:
        if not selectors.imports(CHILDREN):
            raise refused("visits_no_register")
        return persons.next_person()
    found = person or child.candidate
    if found is None:
        raise refused("visits_met_nobody", value=child.id)
    return found.id


def _rows(met: Sequence[MetChild], numbers: dict[int, int]) -> pl.DataFrame:
    """The rows as they are kept."""
    return pl.DataFrame(
        {
            "index": [child.index for child in met],
            "sheet": [child.found.sheet for child in met],
            "row": [child.found.row for child in met],
            "ending": [child.ending for child in met],
            "person": [numbers.get(child.index, child.person if child.ending == KNOWN else None) for child in met],
            "raw": [child.raw for child in met],
            "cells": ["{}"] * len(met),
        },
        schema_overrides={"person": pl.UInt32},
    )


def _enter(entering: Sequence[_Entering], kept: str, operation: Operation) -> None:
    """New persons with what was written; what no file of the register has a column for stands above the files."""
    if not entering:
        return
    register = registers()[CHILDREN]
    how = persons.deriving(register, operation.act.on)
    rows = snapshot(kept).select("sheet", "row", "raw", "cells").rows()
    stored: list[Stored] = [(one.person, *rows[one.index]) for one in entering]
    entry = persons.Entry(operation.number, operation.number, operation.act.on)
    persons.insert(stored, current(stored, {}, how), register, entry)
    operation.record(
        *(
            Change(
                kind="met",
                person=one.person,
                evidence=one.evidence,
                details={"register": CHILDREN, "snapshot": kept, "index": one.index},
            )
            for one in entering
        )
    )
    evidence = {one.person: one.evidence for one in entering}
    change(_beyond_columns(stored, set(how.known), evidence, operation), register, operation)


def _beyond_columns(
    stored: Sequence[Stored], known: set[str], evidence: Mapping[int, str], operation: Operation
) -> list[NewValue]:
    """The values of fields that no file has a column for."""
    register, on = registers()[CHILDREN], operation.act.on
    missing = [name for name in FIELDS if name not in known]
    typed = clean(base_frame(stored, register, FIELDS), register, on, commune(on))
    told = [
        (person, name, value)
        for name in missing
        for person, value in typed.select("index", name).iter_rows()
        if value is not None
    ]
    given = written([(name, value) for _, name, value in told], register, on=on, commune=commune(on))
    return [
        NewValue(person=person, field=name, value=one.value, raw=one.raw, evidence=evidence[person])
        for (person, name, _), one in zip(told, given, strict=True)
        if one is not None
    ]


def _shown(met: Sequence[MetChild], operation: Operation) -> dict[int, str]:
    """Cleaned values, for people."""
    register, on = registers()[CHILDREN], operation.act.on
    rows = [(child.index, child.found.sheet, child.found.row, child.raw, "{}") for child in met]
    typed = clean(base_frame(rows, register, FIELDS), register, on, commune(on))
    return dict(zip(typed["index"].to_list(), objects(typed, FIELDS), strict=True))


def _evidence(code: str, row: int) -> str:
    return f"phiếu {code}, trẻ gặp thêm, dòng {row}"
