"""What is read of reports: frozen figures, the papers that are written from them, the persons behind a figure.

Pages and commands take papers from here: the same figures give the same words.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sosach.campaign.extension import Extension
from sosach.findings.notices import refused
from sosach.papers.differences import Difference, differences
from sosach.papers.document import Paper
from sosach.papers.frozen import leaving
from sosach.papers.register_figures import Told, behind
from sosach.papers.reports import paper_of
from sosach.papers.situation import Situation
from sosach.papers.standing import Standing, read
from sosach.store.accounts.models import Deadline
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import plan, require
from sosach.store.log.act import Actor
from sosach.store.registers.models import Person
from sosach.store.reports.models import Snapshot
from sosach.store.reports.periods import WEEKLY, Period

_CHUNK = 900


@dataclass(frozen=True, slots=True)
class Behind:
    """A person behind a figure, for those who may see it."""

    person: int
    record_code: str | None
    full_name: str | None
    hamlet: str | None


def snapshots(kind: str | None = None) -> list[Snapshot]:
    """All frozen reports, the latest first, without their figures."""
    found = Snapshot.objects.order_by("-cut_off", "-operation").defer("figures", "standings", "before")
    return list(found if kind is None else found.filter(kind=kind))


def snapshot_of(number: str) -> Snapshot:
    """A frozen report by its number.

    Raises:
        Refused: there is none.
    """
    found = Snapshot.objects.filter(number=number).first()
    if found is None:
        raise refused("report_none", value=number)
    return found


def frozen_for(period: Period, registers: Sequence[str]) -> Snapshot | None:
    """The latest version of a period's report."""
    found = Snapshot.objects.filter(
        kind=period.kind, registers=",".join(registers), cut_off=period.cut_off, first_day=period.first_day
    )
    return found.order_by("-version").first()


def last_monthly(before: date) -> date | None:
    """The cut-off of the last monthly report that closed before a day."""
    found = Snapshot.objects.filter(kind="monthly", cut_off__lt=before).order_by("-cut_off").first()
    return found.cut_off if found else None


def frozen_standings(kind: str, register: str, cut_off: date) -> dict[int, Standing] | None:
    """Where everybody stood in the report of that kind and day, approved ones first; None where there is none."""
    found = Snapshot.objects.filter(kind=kind, cut_off=cut_off).order_by("-version")
    told = [one for one in found if register in one.registers.split(",")]
    chosen = next((one for one in told if one.approved_on), told[0] if told else None)
    return _standings(chosen.standings)[register] if chosen else None


def figures_of(snapshot: Snapshot, *, leaves: bool = False) -> dict[str, Any]:
    """The figures of a report; as they leave the commune without hamlets and categories."""
    told: dict[str, Any] = json.loads(snapshot.figures)
    return leaving(told) if leaves else told


def edited_of(snapshot: Snapshot) -> dict[str, str]:
    """The sections that the office wrote itself."""
    told: dict[str, str] = json.loads(snapshot.edited)
    return told


def situation_of(snapshot: Snapshot, *, leaves: bool = False) -> Situation:
    """What the papers of a report are written from.

    Extensions are those recorded by the time the figures were frozen.
    """
    by_then = Deadline.objects.filter(operation__lt=snapshot.operation).order_by("operation")
    return Situation(
        plan=plan(),
        extensions=tuple(Extension(one.register, one.until, one.document, one.reason) for one in by_then),
        figures=figures_of(snapshot),
        approved=snapshot.approved_on is not None,
        leaves=leaves,
        edited=edited_of(snapshot),
        reports=_reports_before(snapshot),
    )


def papers_of(snapshot: Snapshot, *, leaves: bool = False) -> dict[str, Paper]:
    """The papers of a report by register; a monthly or final one is one paper under ""."""
    situation = situation_of(snapshot, leaves=leaves)
    return paper_of(situation, snapshot.registers.split(","))


def persons_behind(
    snapshot: Snapshot, register: str, figure: str, *, period: bool = False, actor: Actor
) -> list[Behind]:
    """The persons behind a figure of a report.

    Args:
        snapshot: the report.
        register: whose figure it is.
        figure: `uploaded`, `opening`, `turned_16` ...
        period: those of the period alone.
        actor: who looks; sees persons of their own hamlets, where they have some.

    Raises:
        Refused: the actor may not see persons.
    """
    for hamlet in sorted(actor.hamlets) if actor.hamlets is not None else [None]:
        require(actor, Right.SEE, hamlet)
    numbers = behind(figure, told_of(snapshot, register), period=period)
    found: dict[int, Behind] = {}
    for start in range(0, len(numbers), _CHUNK):
        some = Person.objects.filter(id__in=numbers[start : start + _CHUNK])
        for one in some.values_list("id", "record_code", "full_name", "hamlet"):
            found[one[0]] = Behind(*one)
    mine = actor.hamlets
    return [found[n] for n in numbers if n in found and (mine is None or found[n].hamlet in mine)]


def told_of(snapshot: Snapshot, register: str) -> Told:
    """Where everybody stood at both cut-offs of a report."""
    return Told(
        before=_standings(snapshot.before)[register],
        now=_standings(snapshot.standings)[register],
        lists=(),
        first_day=snapshot.first_day,
        cut_off=snapshot.cut_off,
        hamlets=(),
    )


def week_before(snapshot: Snapshot) -> Snapshot | None:
    """The weekly report of the same registers before this one."""
    found = Snapshot.objects.filter(kind=WEEKLY, registers=snapshot.registers, cut_off__lt=snapshot.cut_off)
    return found.order_by("-cut_off", "-version").first()


def compared(snapshot: Snapshot, other: Snapshot) -> list[Difference]:
    """What differs between two reports, figure by figure, and how many persons are behind it."""
    registers = [name for name in snapshot.registers.split(",") if name in other.registers.split(",")]
    return [
        difference
        for register in registers
        for difference in differences(register, told_of(other, register), told_of(snapshot, register))
    ]


def corrected(snapshot: Snapshot) -> list[Difference]:
    """What a correction changed in the report that it corrects; empty where it corrects none."""
    return compared(snapshot, snapshot_of(snapshot.corrects)) if snapshot.corrects else []


def _standings(text: str) -> dict[str, dict[int, Standing]]:
    told = json.loads(text)
    return {name: {int(person): read(one) for person, one in people.items()} for name, people in told.items()}


def _reports_before(snapshot: Snapshot) -> dict[str, int]:
    """How many weekly reports there were before this one, and how many were approved in time."""
    if snapshot.kind != "final":
        return {}
    done = Snapshot.objects.filter(kind=WEEKLY, cut_off__lt=snapshot.cut_off, corrects="")
    approved = done.exclude(approved_on=None).values_list("cut_off", "approved_on")
    in_time = sum((on - cut_off).days <= 1 for cut_off, on in approved if on)
    return {"due": done.count(), "in_time": in_time}
