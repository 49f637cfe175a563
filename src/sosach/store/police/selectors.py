"""What is read of batches: figures for status, reports, reminders and papers, and the rows behind them.

Sums that hold: rows sent = returned + at the police; returned = applied + conflicts + decided + next step. Cancelled
batches count nowhere.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from sosach.campaign.outcome import Effect
from sosach.campaign.reminder import Duty, Late
from sosach.findings.notices import refused
from sosach.forms.form import SentRow
from sosach.forms.police import Result
from sosach.registers.catalogue import registers
from sosach.store.accounts.selectors import plan
from sosach.store.log.following import until
from sosach.store.police.models import Answer, Batch, Line, Return

UNREGISTERED = Result.UNREGISTERED.value  # the reason has the same name
OPERATIONS = frozenset({"police_send", "police_answer", "police_settled"})  # all that writes into batches and rows
UNREAD = "unread"  # among results: an answer that names none of the seven


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many rows came to what; a person in two batches has two rows."""

    sent: int = 0
    persons: int = 0  # different ones among the rows sent
    returned: int = 0
    at_police: int = 0  # not returned yet, the overdue ones among them
    overdue: int = 0  # not returned, and the day has passed
    applied: int = 0
    conflicts: int = 0  # wait for a decision
    decided: int = 0  # conflicts about which somebody has decided
    next_step: int = 0
    results: Mapping[str, int] = field(default_factory=dict)  # by result of the form, and `UNREAD`


_RESULTS = (*(result.value for result in Result), UNREAD)


@until(OPERATIONS)
def figures(register: str, on: date) -> Figures:
    """The figures of a register as they stood at the end of a day."""
    return _counted(_lines(register, on), on, "batch__register").get(register, Figures())


@until(OPERATIONS)
def figures_by_batch(register: str, on: date) -> dict[str, Figures]:
    """The figures per batch, by its code, the first one first."""
    return _counted(_lines(register, on), on, "batch__code")


@until(OPERATIONS)
def figures_by_hamlet(register: str, on: date) -> dict[str, Figures]:
    """The figures per hamlet as it stood when the row was sent; an empty name where none stood."""
    return _counted(_lines(register, on), on, "hamlet")


def late(on: date) -> list[Late]:
    """What the police have not returned, batch by batch, whether it is due yet or not; for reminders."""
    known, found = plan().registers, []
    counted = {name: figures_by_batch(name, on) for name in known}
    for batch in batches():
        schedule = known.get(batch.register)
        receiver = schedule.hand_over.receiver if schedule and schedule.hand_over else None
        told = counted.get(batch.register, {}).get(batch.code)
        if told is not None and receiver is not None:
            found.append(Late(receiver, Duty.RETURN, batch.register, batch.due, told.at_police, told.sent, batch.code))
    return found


def batches(register: str | None = None) -> list[Batch]:
    """The batches that were sent and not cancelled, the first one first."""
    found = Batch.objects.filter(cancelled_by=None).order_by("operation")
    return list(found if register is None else found.filter(register=register))


def batch_of(code: str) -> Batch:
    """A batch, cancelled or not.

    Raises:
        Refused: there is none of this code.
    """
    found = Batch.objects.filter(code=code).first()
    if found is None:
        raise refused("police_batch_none", value=code)
    return found


def sent_minutes(code: str) -> dict[str, Any]:
    """The figures of the hand-over to the police, as they were frozen (`campaign.minutes`).

    Raises:
        Refused: there is no such batch.
    """
    return _object(batch_of(code).minutes)


def returned_minutes(code: str) -> list[dict[str, Any]]:
    """The figures of every hand-over back of a batch, the first one first.

    Raises:
        Refused: there is no such batch.
    """
    return [_object(one.minutes) for one in returns(batch_of(code))]


def returns(batch: Batch) -> list[Return]:
    """The returns of a batch that hold, the first one first."""
    return list(batch.returns.filter(undone_by=None).order_by("operation"))


def sent_rows(batch: Batch) -> tuple[SentRow, ...]:
    """All rows of a batch as they were sent."""
    told = batch.lines.order_by("number").values_list("number", "code", "printed")
    return tuple(SentRow(number, code, tuple(json.loads(printed))) for number, code, printed in told)


def at_police(register: str) -> QuerySet[Line]:
    """The rows of a register that have not come back."""
    return Line.objects.filter(batch__register=register, batch__cancelled_by=None, answered_by=None)


def conflicts(register: str | None = None) -> list[Answer]:
    """The answers that wait for a decision, batch by batch; each with its line and person."""
    found = Answer.objects.filter(
        received__undone_by=None, line__effect=Effect.CONFLICT, line__settled_by=None, effect=Effect.CONFLICT
    )
    if register is not None:
        found = found.filter(line__batch__register=register)
    latest: dict[int, Answer] = {}
    for answer in found.select_related("line__batch", "line__person").order_by("line", "received"):
        latest[answer.line_id] = answer
    return sorted(latest.values(), key=lambda one: (one.line.batch_id, one.line.number))


def conflicts_of(batch: Batch, most: int) -> tuple[int, list[Answer]]:
    """How many answers of a batch wait for a decision, and the first of them, each with its line and person."""
    holds = Answer.objects.filter(line=OuterRef("id"), received__undone_by=None, effect=Effect.CONFLICT)
    lines = Line.objects.filter(Exists(holds), batch=batch, effect=Effect.CONFLICT, settled_by=None)
    shown = list(lines.order_by("number").values_list("id", flat=True)[:most])
    found = Answer.objects.filter(line__in=shown, received__undone_by=None, effect=Effect.CONFLICT)
    latest = {one.line_id: one for one in found.select_related("line__batch", "line__person").order_by("received")}
    return lines.count(), [latest[line] for line in shown]


def next_steps_of(batch: Batch, most: int) -> tuple[int, list[Line]]:
    """How many rows of a batch lead to another organisation, and the first of them, with their persons."""
    lines = Line.objects.filter(batch=batch, effect=Effect.NEXT_STEP).order_by("number")
    return lines.count(), list(lines.select_related("person")[:most])


def next_steps(register: str, whom: str | None = None) -> list[Line]:
    """The rows that lead to another organisation, by its key in the plan; with their persons."""
    found = Line.objects.filter(batch__register=register, batch__cancelled_by=None, effect=Effect.NEXT_STEP)
    if whom is not None:
        found = found.filter(whom=whom)
    return list(found.select_related("batch", "person").order_by("batch", "number"))


def _lines(register: str, on: date) -> QuerySet[Line]:
    return Line.objects.filter(batch__register=register, batch__cancelled_by=None, batch__sent_on__lte=on)


def _counted(lines: QuerySet[Line], on: date, by: str) -> dict[str, Figures]:
    back = Q(answered_on__lte=on)
    decided = Q(settled_by__isnull=False)
    told = lines.values(by).annotate(
        sent=Count("id"),
        persons=Count("person", distinct=True),
        returned=Count("id", filter=back),
        overdue=Count("id", filter=~_came(on) & Q(batch__due__lt=on)),
        applied=Count("id", filter=back & Q(effect=Effect.APPLIED)),
        conflicts=Count("id", filter=back & Q(effect=Effect.CONFLICT) & ~decided),
        decided=Count("id", filter=back & Q(effect=Effect.CONFLICT) & decided),
        next_step=Count("id", filter=back & Q(effect=Effect.NEXT_STEP)),
        **{f"result_{name}": Count("id", filter=back & Q(result=_stored(name))) for name in _RESULTS},
    )
    return {one[by] or "": _figures(one) for one in told.order_by(by)}


def _came(on: date) -> Q:
    return Q(answered_on__isnull=False, answered_on__lte=on)


def _stored(result: str) -> str:
    return "" if result == UNREAD else result


def _figures(told: Mapping[str, Any]) -> Figures:
    plain = ("sent", "persons", "returned", "overdue", "applied", "conflicts", "decided", "next_step")
    return Figures(
        **{name: told[name] for name in plain},
        at_police=told["sent"] - told["returned"],
        results={name: told[f"result_{name}"] for name in _RESULTS},
    )


def _object(text: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(text)
    return told


def registers_sent() -> Sequence[str]:
    """The registers of which something was sent, in alphabetical order."""
    sent = set(Batch.objects.filter(cancelled_by=None).values_list("register", flat=True))
    return [name for name in registers() if name in sent]


@until(OPERATIONS)
def persons_at_police(register: str) -> frozenset[int]:
    """The persons of a register of whom a row has not come back."""
    return frozenset(at_police(register).values_list("person", flat=True))


@until(OPERATIONS)
def unregistered(register: str) -> frozenset[int]:
    """The persons of whom the police have said last that their birth is not registered."""
    latest: dict[int, bool] = {}
    told = Line.objects.filter(batch__register=register, batch__cancelled_by=None).exclude(answered_by=None)
    for person, result, reason in told.order_by("answered_by").values_list("person", "result", "reason"):
        latest[person] = UNREGISTERED in (result, reason)
    return frozenset(person for person, is_so in latest.items() if is_so)
