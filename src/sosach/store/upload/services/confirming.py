"""A later export is compared with what was uploaded: taken over, not taken over, or changed by somebody else."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sosach.campaign.confirmation import Compared, Confirmation, Taken, Uploaded, confirmed
from sosach.findings.notices import refused
from sosach.outputs.upload.settled import RECORD
from sosach.registers.register import Register
from sosach.store import bulk
from sosach.store.accounts.selectors import commune
from sosach.store.civil.beside import pairs
from sosach.store.log.act import Act, Change
from sosach.store.log.chain import canonical
from sosach.store.log.services import Operation, begin
from sosach.store.registers.cleaned import clean
from sosach.store.registers.frames import base_frame, stand
from sosach.store.registers.matching import KNOWN, NEW
from sosach.store.registers.models import Import
from sosach.store.registers.snapshots import snapshot
from sosach.store.upload.models import Confirmation as Kept
from sosach.store.upload.models import Fact, Outcome, Upload
from sosach.store.upload.selectors import latest_facts

# How events are called, and why a fact is open again.
KINDS = {Taken.ACCEPTED: "taken_over", Taken.MISSING: "not_taken", Taken.DIFFERENT: "taken_differently"}
REASONS = {
    Taken.ACCEPTED: "",
    Taken.MISSING: "Phần mềm chưa nhận giá trị đã cập nhật",
    Taken.DIFFERENT: "Người khác đã sửa trên phần mềm sau khi cập nhật",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What came of it."""

    operation: int  # that holds the comparison
    figures: Mapping[str, Any]  # facts by `Taken`; `persons`; `not_shown`
    details: Mapping[str, list[dict[str, Any]]]  # the facts behind the figures
    again: bool = False  # this export was compared before, and nothing was changed

    @property
    def complete(self) -> bool:
        """Whether the software has taken over everything that the export shows."""
        return not self.figures[Taken.MISSING] and not self.figures[Taken.DIFFERENT]


def compare(later: Import, register: Register, act: Act) -> Confirmed:
    """Compares an export with what was uploaded before it was taken in; within `writing()`.

    Raises:
        Refused: nothing was ever prepared, or nothing before this export.
    """
    before = Kept.objects.filter(later=later, undone_by=None).first()
    if before is not None:
        return _again(before)
    facts = _waiting_for(later, register)
    shown = frozenset(json.loads(later.headings))
    asked = [fact for fact in facts if fact.field in shown or fact.field == RECORD]
    who = _who(asked)
    uploaded = [
        Uploaded(person=who[fact.person_id], field=fact.field, old=fact.old, new=fact.new, change=fact.upload.code)
        for fact in asked
    ]
    there = _shown(later, register, set(who.values()), act)
    told = _with_doubles(confirmed(uploaded, there), there)
    figures = _figures(told, len(facts) - len(asked))
    operation = begin(
        "upload_confirm", act, register=register.name, later=later.operation, sha256=later.sha256, figures=figures
    )
    pairs = list(zip(asked, told.facts, strict=True))
    _record(pairs, operation)
    _write(pairs, later, figures, operation)
    return Confirmed(operation=operation.number, figures=figures, details=_details(pairs))


def take_back(undone: int, operation: Operation) -> None:
    """Forgets a comparison: facts stand as the comparisons before it left them.

    Raises:
        Refused: an upload was prepared since, or another export compared.
    """
    kept = Kept.objects.get(operation=undone)
    later = Kept.objects.filter(register=kept.register, operation__gt=undone, undone_by=None).order_by("operation")
    for other in later[:1]:
        raise refused("upload_compared", count=other.operation, value=undone)
    since = Upload.objects.filter(register=kept.register, operation__gt=undone, cancelled_by=None)
    for upload in since.order_by("operation")[:1]:
        raise refused("upload_rests", batch=upload.code, count=upload.operation, value=undone)
    Kept.objects.filter(operation=undone).update(undone_by=operation.number)
    facts = Fact.objects.filter(outcomes__confirmation=kept)
    before: dict[int, tuple[object, ...]] = dict.fromkeys(facts.values_list("id", flat=True), ("", None, None, None))
    held = Outcome.objects.filter(fact__in=before, confirmation__undone_by=None).order_by("confirmation")
    for one in held.select_related("confirmation"):
        before[one.fact_id] = (one.taken, one.now, one.confirmation_id, one.confirmation.confirmed_on)
    bulk.update(Fact, "id", _OUTCOME, ((*told, fact) for fact, told in before.items()))


_OUTCOME = ("taken", "now", "confirmed_by", "confirmed_on")


def _waiting_for(later: Import, register: Register) -> list[Fact]:
    """The facts uploaded before the export that the software has not taken over yet."""
    known = [
        fact for taken in ("", Taken.MISSING, Taken.DIFFERENT) for fact in latest_facts(register.name, taken=taken)
    ]
    facts = sorted((fact for fact in known if fact.upload_id < later.operation), key=lambda f: (f.person_id, f.field))
    if not Upload.objects.filter(register=register.name, cancelled_by=None).exists():
        raise refused("upload_never", register_label=register.label)
    if not Upload.objects.filter(register=register.name, cancelled_by=None, operation__lt=later.operation).exists():
        raise refused("upload_not_later", file=later.file_name, count=later.operation)
    return facts


def _with_doubles(told: Confirmation, there: Mapping[int | str, Any]) -> Confirmation:
    """The comparison, in which a record that had to be deleted is taken over when it is there no more."""
    return Confirmation(
        tuple(
            Compared(one.uploaded, Taken.MISSING if one.uploaded.person in there else Taken.ACCEPTED, None)
            if one.uploaded.field == RECORD
            else one
            for one in told.facts
        )
    )


def _who(facts: Sequence[Fact]) -> dict[int, int]:
    """Who everybody is in the register: an entry of the births book may be a child of it by now."""
    persons = {fact.person_id for fact in facts}
    entries = {birth: child for child, birth in pairs(sure=True) if birth in persons}
    return {person: entries.get(person, person) for person in persons}


def _shown(
    later: Import, register: Register, persons: Collection[int], act: Act
) -> dict[int | str, Mapping[str, str | None]]:
    """What the export itself says of these persons."""
    told = snapshot(later.snapshot).select("person", "sheet", "row", "raw", "cells", "ending")
    rows = [row[:5] for row in told.iter_rows() if row[0] in persons and row[5] in (KNOWN, NEW)]
    if not rows:
        return {}
    fields = json.loads(later.headings)
    typed = clean(base_frame(rows, register, fields), register, act.on, commune(act.on))
    said = typed.select("index", *(stand(name).alias(name) for name in fields))
    return {row.pop("index"): row for row in said.iter_rows(named=True)}


def _figures(told: Confirmation, not_shown: int) -> dict[str, Any]:
    counts, persons = told.counts(), told.persons()
    return {
        **{taken.value: counts[taken] for taken in Taken},
        "persons": {taken.value: persons[taken] for taken in Taken},
        "not_shown": not_shown,
    }


def _record(pairs: Sequence[tuple[Fact, Compared]], operation: Operation) -> None:
    operation.record(
        *(
            Change(
                kind=KINDS[one.taken],
                person=fact.person_id,
                field=fact.field,
                old=fact.new,
                new=one.now,
                evidence=f"lần cập nhật {fact.upload.code}",
                details={"upload": fact.upload.code, "why": REASONS[one.taken]},
            )
            for fact, one in pairs
        )
    )


def _write(
    pairs: Sequence[tuple[Fact, Compared]], later: Import, figures: Mapping[str, Any], operation: Operation
) -> None:
    number, on = operation.number, operation.act.on
    Kept.objects.create(
        operation=number, register=later.register, later=later, confirmed_on=on, figures=canonical(figures)
    )
    columns = ("confirmation_id", "fact_id", "taken", "now")
    bulk.insert(Outcome, columns, ((number, fact.id, one.taken.value, one.now) for fact, one in pairs))
    bulk.update(Fact, "id", _OUTCOME, ((one.taken.value, one.now, number, on, fact.id) for fact, one in pairs))


def _details(pairs: Sequence[tuple[Fact, Compared]]) -> dict[str, list[dict[str, Any]]]:
    told: dict[str, list[dict[str, Any]]] = {taken.value: [] for taken in Taken}
    for fact, one in pairs:
        told[one.taken].append(
            {
                "record_code": fact.person.record_code,
                "full_name": fact.person.full_name,
                "field": fact.field,
                "uploaded": fact.new,
                "now": one.now,
                "upload": fact.upload.code,
            }
        )
    return told


def _again(before: Kept) -> Confirmed:
    outcomes = Outcome.objects.filter(confirmation=before).select_related("fact__person", "fact__upload").order_by("id")
    pairs = [
        (
            one.fact,
            Compared(
                Uploaded(one.fact.person_id, one.fact.field, one.fact.old, one.fact.new, one.fact.upload.code),
                Taken(one.taken),
                one.now,
            ),
        )
        for one in outcomes
    ]
    figures = json.loads(before.figures)
    return Confirmed(operation=before.operation, figures=figures, details=_details(pairs), again=True)
