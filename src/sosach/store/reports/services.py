"""How a report's figures are frozen, its words edited, and both locked by approval.

freeze: the figures of a period are computed once and kept; asked for again they are the same. A correction is a new
report with a reason, which names the one that it corrects. approve: from then on nothing of it changes.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sosach.findings.notices import refused
from sosach.papers.differences import as_told, differences
from sosach.papers.edited import SECTIONS
from sosach.papers.frozen import Head, freeze, genuine
from sosach.papers.register_figures import register_figures
from sosach.papers.standing import Standing, written
from sosach.papers.sums import broken
from sosach.registers.catalogue import registers
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import campaign, plan, require
from sosach.store.log.act import Act, Actor
from sosach.store.log.chain import canonical
from sosach.store.log.models import Event
from sosach.store.log.selectors import head
from sosach.store.log.services import begin
from sosach.store.registers import selectors as imports
from sosach.store.reports.gathering import Gathered, gather
from sosach.store.reports.models import Snapshot
from sosach.store.reports.periods import MONTHLY, Period, period_of
from sosach.store.reports.selectors import figures_of, frozen_for, last_monthly, snapshot_of, told_of
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A report that is asked for."""

    kind: str  # weekly, monthly, final, adhoc
    on: date
    register: str | None = None  # None: all that hold anything at the cut-off
    first_day: date | None = None  # of an extraordinary one
    correct: str = ""  # the reason for computing the figures anew


def freeze_report(wanted: Wanted, *, actor: Actor) -> Snapshot:
    """The figures of a report: those frozen before, or, where there are none or they are corrected, computed now.

    Raises:
        Refused: the actor may not report, nothing was taken in by the cut-off, or the days do not fit.
    """
    require(actor, Right.REPORT)
    period = _period(wanted)
    names = _registers(wanted, period)
    frozen = frozen_for(period, names)
    if frozen is not None and not wanted.correct:
        return frozen
    if frozen is None and wanted.correct:
        raise refused("report_nothing_to_correct", value=period.number(names))
    with writing():
        return _freeze(wanted, period, names, frozen, actor)


def edit(number: str, section: str, words: str | None, *, actor: Actor, on: date) -> Snapshot:
    """Puts the office's own words in place of a drafted section; None takes them back.

    Raises:
        Refused: no such report or section, or the report is approved.
    """
    require(actor, Right.REPORT)
    with writing():
        snapshot = _not_approved(number)
        if section not in SECTIONS:
            raise refused("report_section_none", value=section, candidates=", ".join(SECTIONS))
        edited = {name: text for name, text in json.loads(snapshot.edited).items() if name != section}
        if words is not None:
            edited[section] = words
        begin("report_edit", Act(actor=actor, on=on), report=number, section=section, words=words)
        snapshot.edited = canonical(edited)
        snapshot.save(update_fields=["edited"])
    return snapshot


def approve(number: str, *, actor: Actor, on: date) -> Snapshot:
    """Locks a report: its figures and words stay as they are, and the papers are no drafts any more.

    Raises:
        Refused: no such report, it is approved already, a later version stands, or a sum does not hold.
    """
    require(actor, Right.REPORT)
    with writing():
        snapshot = _not_approved(number)
        if Snapshot.objects.filter(corrects=number).exists():
            raise refused("report_corrected", value=number)
        if not genuine(figures_of(snapshot)) or figures_of(snapshot)["sha256"] != snapshot.sha256:
            raise refused("report_altered", value=number)
        faults = [fault for name, told in figures_of(snapshot).items() if name in registers() for fault in broken(told)]
        if faults:
            raise refused("report_sums", value=number, faults="; ".join(faults[:3]))
        begin("report_approval", Act(actor=actor, on=on), report=number, sha256=snapshot.sha256)
        snapshot.approved_by, snapshot.approved_on = actor.name, on
        snapshot.save(update_fields=["approved_by", "approved_on"])
    return snapshot


def _not_approved(number: str) -> Snapshot:
    snapshot = snapshot_of(number)
    if snapshot.approved_on is not None:
        raise refused("report_approved", value=number, by=snapshot.approved_by, day=f"{snapshot.approved_on:%d/%m/%Y}")
    return snapshot


def _period(wanted: Wanted) -> Period:
    last = last_monthly(wanted.on) if wanted.kind == MONTHLY else None
    period = period_of(wanted.kind, wanted.on, plan(), first_day=wanted.first_day, last=last)
    if period.first_day > period.cut_off:
        raise refused("report_days", value=f"{period.first_day:%d/%m/%Y}", other=f"{period.cut_off:%d/%m/%Y}")
    return period


def _registers(wanted: Wanted, period: Period) -> list[str]:
    """The registers of a report: those asked for, or all of which something was taken in by the cut-off."""
    reported = [name for name in plan().registers if name in registers()]
    asked = [wanted.register] if wanted.register else reported
    if wanted.register and wanted.register not in reported:
        raise refused("report_register", value=wanted.register, candidates=", ".join(reported))
    found = [name for name in asked if imports.imports(name) and first_import(name) <= period.cut_off]
    if not found:
        raise refused("report_empty", value=f"{period.cut_off:%d/%m/%Y}")
    return found


def first_import(register: str) -> date:
    """The day on which the first file of a register was taken in."""
    operations = [one.operation for one in imports.imports(register)]
    return Event.objects.filter(seq__in=operations[-1:]).values_list("on", flat=True)[0]


def _freeze(wanted: Wanted, period: Period, names: Sequence[str], frozen: Snapshot | None, actor: Actor) -> Snapshot:
    gathered = {name: gather(name, period, first_import(name)) for name in names}
    version = frozen.version + 1 if frozen else 1
    number = period.number(names) + (f"-{version}" if version > 1 else "")
    closed = _head(period, number, version)
    if frozen:
        closed = replace(closed, correction=_correction(frozen, gathered, wanted.correct))
    figures = freeze(closed, {name: register_figures(one.told) for name, one in gathered.items()})
    act = Act(actor=actor, on=wanted.on, reason=wanted.correct)
    operation = begin("report", act, report=number, sha256=figures["sha256"])
    return Snapshot.objects.create(
        operation=operation.number,
        number=number,
        kind=period.kind,
        registers=",".join(names),
        first_day=period.first_day,
        cut_off=period.cut_off,
        version=version,
        corrects=frozen.number if frozen else "",
        why=wanted.correct,
        figures=canonical(figures),
        sha256=figures["sha256"],
        standings=_written({name: one.told.now for name, one in gathered.items()}),
        before=_written({name: one.told.before for name, one in gathered.items()}),
        made_on=wanted.on,
        edited=frozen.edited if frozen else "{}",
    )


def _head(period: Period, number: str, version: int) -> Head:
    """What the figures are of."""
    known = campaign()
    return Head(
        kind=period.kind,
        number=number,
        unit_code=known.unit_code,
        unit=known.unit_name,
        province=known.province,
        first_day=period.first_day,
        cut_off=period.cut_off,
        chain_head=head()[1],
        version=version,
    )


def _correction(frozen: Snapshot, gathered: Mapping[str, Gathered], why: str) -> dict[str, Any]:
    """What a correction changes and why, in numbers."""
    found = [
        difference
        for name, one in gathered.items()
        for difference in differences(name, told_of(frozen, name), one.told)
    ]
    return {"number": frozen.number, "why": why, "changes": [as_told(one) for one in found]}


def _written(people: Mapping[str, Mapping[int, Standing]]) -> str:
    return canonical(
        {name: {str(person): written(one) for person, one in told.items()} for name, told in people.items()}
    )
