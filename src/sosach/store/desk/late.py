"""Who has something to do by a day, and how much of it is left: for reminders and the list of what is overdue."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl
from django.db.models import Count, Q

from sosach.campaign.calendar import calendar
from sosach.campaign.event import Event, EventKind
from sosach.campaign.extension import due
from sosach.campaign.outcome import Whom
from sosach.campaign.plan import Plan
from sosach.campaign.reminder import Duty, Late
from sosach.campaign.weeks import local_day, monthly_cut_off, weekly_cut_off
from sosach.registers.catalogue import registers
from sosach.store.accounts.selectors import extensions, plan
from sosach.store.desk.pace import Work, work_on
from sosach.store.findings.models import State
from sosach.store.findings.overview import OPEN, overview
from sosach.store.police import selectors as police
from sosach.store.registers.selectors import imports
from sosach.store.reports.models import Snapshot
from sosach.store.reports.periods import month_of
from sosach.store.visits.models import Line, Visit

_REPORTS = {EventKind.WEEKLY_REPORT: "weekly", EventKind.MONTHLY_REPORT: "monthly", EventKind.FINAL_REPORT: "final"}


@dataclass(frozen=True, slots=True)
class LateReport:
    """A report that was due and was not made."""

    kind: str
    organisation: str | None
    due: date
    title: str


def late(on: date, works: Mapping[str, Work] | None = None) -> list[Late]:
    """What organisations have to do, whether it is due yet or not; what is done is not told.

    Args:
        on: the day.
        works: how far the registers are, if the caller has counted it.
    """
    known = plan()
    works = works or {}
    found = [*police.late(on), *_visits(known, on)]
    for register in registers():
        if register in known.registers and imports(register):
            found += _register(register, known, works.get(register) or work_on(register, on))
    return [one for one in found if one.open]


def late_reports(on: date) -> list[LateReport]:
    """The reports whose day has passed and whose figures were not frozen, the first one first."""
    known = plan()
    if not any(imports(register) for register in known.registers):
        return []
    passed = [one for one in calendar(known, extensions()).events if one.kind in _REPORTS and one.day < on]
    made = set(Snapshot.objects.filter(made_on__lte=on).values_list("kind", "cut_off"))
    return [
        LateReport(_REPORTS[one.kind], one.organisation, one.day, one.title) for one in passed if not _made(one, made)
    ]


def _made(event: Event, made: set[tuple[str, date]]) -> bool:
    """Whether the figures of the period that an event is about were frozen; a monthly report is known by its month."""
    kind = _REPORTS[event.kind]
    days = {cut_off for of, cut_off in made if of == kind}
    if event.kind is EventKind.FINAL_REPORT:
        return bool(days)
    if event.kind is EventKind.WEEKLY_REPORT:
        return local_day(weekly_cut_off(event.day)) in days
    return month_of(local_day(monthly_cut_off(event.day))) in map(month_of, days)


def _with_role(known: Plan, role: str) -> str | None:
    return next((key for key, one in known.organisations.items() if one.role == role), None)


def _visits(known: Plan, on: date) -> Iterator[Late]:
    """Lists of the household review, persons by whether anything was answered about them."""
    who = _with_role(known, "collaborator")
    if who is None:
        return
    sent = {one.operation: one for one in Visit.objects.filter(cancelled_by=None, sent_on__lte=on)}
    told = Line.objects.filter(visit__in=sent).values("visit", "register").order_by("visit", "register")
    back = Q(answered_on__lte=on)
    counted = told.annotate(
        persons=Count("person", distinct=True), answered=Count("person", distinct=True, filter=back)
    )
    for one in counted:
        visit = sent[one["visit"]]
        left = one["persons"] - one["answered"]
        yield Late(who, Duty.VISIT, one["register"], visit.due, left, one["persons"], visit.hamlet)


def _register(register: str, known: Plan, work: Work) -> Iterator[Late]:
    day = due(known, register, extensions())
    found, who = overview(register), _with_role(known, "registry")
    waits = (pl.col("state") == State.WAITING.value) & (pl.col("waiting_for") == Whom.CIVIL_REGISTRATION.value)
    civil = found.filter(waits)["person"].n_unique()
    if who is not None:
        yield Late(who, Duty.COMPARE, register, day, civil, civil)
    left = work.open + len(work.back.ready - set(found.filter(OPEN)["person"]))
    updates = known.registers[register].organisation
    if updates is not None:
        yield Late(updates, Duty.UPDATE, register, day, left, max(work.found, left))
