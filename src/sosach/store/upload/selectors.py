"""What is read of uploads: figures for status, reports and pages, and the facts behind them.

Every fact of a person that was ever prepared counts once, by the last upload that holds it:
facts = open + accepted + missing + different. Cancelled uploads count nowhere, nor does mere tidying.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from sosach.campaign.confirmation import Taken
from sosach.findings.notices import refused
from sosach.forms.form import SentRow
from sosach.outputs.upload.settled import RECORD
from sosach.outputs.upload.typing_list import DOUBLE
from sosach.registers.catalogue import registers
from sosach.store.upload.models import Confirmation, Fact, Upload


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How far what was prepared has come; facts, and beside them persons."""

    uploads: int = 0
    facts: int = 0
    open: int = 0  # prepared, and no later export was compared yet
    typed: int = 0  # among the open ones: ticked on the typing list
    failed: int = 0  # among the open ones: could not be typed
    accepted: int = 0
    missing: int = 0  # the software did not take them
    different: int = 0  # somebody else has changed them there
    persons: int = 0
    persons_accepted: int = 0  # all of whose facts were accepted
    persons_reopened: int = 0  # with a fact that is missing or different
    new_persons: int = 0  # among the persons: who were not in the software before


def figures(register: str, on: date) -> Figures:
    """The figures of a register as they stood at the end of a day."""
    return figures_of(_on(register, on), on, _uploads(register, on))


def figures_by_hamlet(register: str, on: date) -> dict[str, Figures]:
    """The figures per hamlet as it stood when the fact was prepared; an empty name where none stood."""
    by_hamlet: dict[str, list[Fact]] = {}
    for fact in _on(register, on):
        by_hamlet.setdefault(fact.hamlet or "", []).append(fact)
    return {hamlet: figures_of(facts, on, 0) for hamlet, facts in sorted(by_hamlet.items())}


def figures_of(facts: Sequence[Fact], on: date, uploads: int) -> Figures:
    """Counts facts as they stood at the end of a day."""
    taken = {fact.id: _taken(fact, on) for fact in facts}
    by_person: dict[int, set[str]] = {}
    for fact in facts:
        by_person.setdefault(fact.person_id, set()).add(taken[fact.id])
    outcomes = list(taken.values())
    still = [fact for fact in facts if not taken[fact.id] and fact.typed_on is not None and fact.typed_on <= on]
    reopened = {Taken.MISSING.value, Taken.DIFFERENT.value}
    return Figures(
        uploads=uploads,
        facts=len(facts),
        open=outcomes.count(""),
        typed=sum(fact.typed == "done" for fact in still),
        failed=sum(fact.typed == "failed" for fact in still),
        accepted=outcomes.count(Taken.ACCEPTED),
        missing=outcomes.count(Taken.MISSING),
        different=outcomes.count(Taken.DIFFERENT),
        persons=len(by_person),
        persons_accepted=sum(told == {Taken.ACCEPTED.value} for told in by_person.values()),
        persons_reopened=sum(bool(told & reopened) for told in by_person.values()),
        new_persons=len({fact.person_id for fact in facts if fact.is_new}),
    )


def uploads(register: str | None = None) -> list[Upload]:
    """The uploads that were prepared and not cancelled, the first one first."""
    found = Upload.objects.filter(cancelled_by=None).order_by("operation")
    return list(found if register is None else found.filter(register=register))


def upload_of(code: str) -> Upload:
    """An upload, cancelled or not.

    Raises:
        Refused: there is none of this code.
    """
    found = Upload.objects.filter(code=code).first()
    if found is None:
        raise refused("upload_code_none", value=code)
    return found


def listed_rows(upload: Upload) -> tuple[SentRow, ...]:
    """The rows of the typing list as they were sent."""
    told = upload.facts.exclude(number=None).order_by("number").values_list("number", "code", "printed")
    return tuple(SentRow(number or 0, code, tuple(json.loads(printed))) for number, code, printed in told)


def reopened(register: str) -> list[Fact]:
    """The facts that the software did not take, or that somebody else has changed there; with their persons."""
    found = [*latest_facts(register, taken=Taken.MISSING), *latest_facts(register, taken=Taken.DIFFERENT)]
    return sorted(found, key=lambda fact: (fact.person_id, fact.field))


def latest_facts(register: str, *, taken: str) -> list[Fact]:
    """Of every fact of a person the last one prepared, as far as it came to this outcome; empty: to none yet."""
    found = _latest(register).filter(taken=taken).select_related("person", "upload")
    return list(found.defer("upload__proof").order_by("id"))  # a proof may be megabytes, and there are many facts


def confirmations(register: str) -> list[Confirmation]:
    """The comparisons that hold, the first one first."""
    return list(Confirmation.objects.filter(register=register, undone_by=None).order_by("operation"))


def told(confirmation: Confirmation) -> Mapping[str, Any]:
    """The figures of a comparison."""
    found: dict[str, Any] = json.loads(confirmation.figures)
    return found


def uploads_of_events(events: Sequence[int]) -> list[Upload]:
    """The uploads, not cancelled, that hold a fact which one of these events has settled."""
    facts = Fact.objects.filter(event__in=events, upload=OuterRef("pk"))
    return list(Upload.objects.filter(Exists(facts), cancelled_by=None).order_by("operation"))


def field_label(register: str, field: str) -> str:
    """What a fact is about, as printed: its field, or the record that is to be deleted."""
    return DOUBLE if field == RECORD else registers()[register].by_name[field].label


def _latest(register: str) -> QuerySet[Fact]:
    """Of every fact of a person the last one prepared, mere tidying left out."""
    holding = Fact.objects.filter(upload__register=register, upload__cancelled_by=None, event__isnull=False)
    later = holding.filter(person=OuterRef("person"), field=OuterRef("field"), upload__gt=OuterRef("upload"))
    return holding.filter(~Exists(later))


def _on(register: str, on: date) -> list[Fact]:
    """The facts as they were at the end of a day."""
    holding = Fact.objects.filter(
        upload__register=register, upload__cancelled_by=None, upload__prepared_on__lte=on, event__isnull=False
    )
    later = holding.filter(person=OuterRef("person"), field=OuterRef("field"), upload__gt=OuterRef("upload"))
    columns = ("person_id", "hamlet", "is_new", "typed", "typed_on", "taken", "confirmed_on")
    return list(holding.filter(~Exists(later)).only(*columns))


def _uploads(register: str, on: date) -> int:
    return Upload.objects.filter(Q(register=register, cancelled_by=None, prepared_on__lte=on)).count()


def _taken(fact: Fact, on: date) -> str:
    return fact.taken if fact.confirmed_on is not None and fact.confirmed_on <= on else ""
