"""What is read of the household review: figures for status, reports, reminders and pages, and the rows behind them.

Sums that hold: questions = answered + unanswered; answered = applied + conflicts + decided + next step + noted. A
household is answered when somebody of it has answered anything. Cancelled lists count nowhere.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from sosach.campaign.visit_outcomes import VisitEffect
from sosach.findings.notices import refused
from sosach.forms.form import SentRow
from sosach.store.findings.selectors import still_open
from sosach.store.visits.models import Line, Met, Return, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How far the review is; a question that stands on two lists counts once, by the latest."""

    lists: int = 0
    overdue: int = 0  # lists of which nothing came back, and the day has passed
    households: int = 0
    households_answered: int = 0
    persons: int = 0
    persons_answered: int = 0
    questions: int = 0
    answered: int = 0
    applied: int = 0
    conflicts: int = 0  # wait for an official
    decided: int = 0  # waited, and their question is open no more
    next_step: int = 0
    noted: int = 0
    left_out: int = 0  # persons whom the office asks itself
    met: int = 0  # children met who were on no list
    met_new: int = 0  # who have become persons of the register
    met_waiting: int = 0  # of whom somebody has to say who they are


def figures(on: date) -> Figures:
    """The figures of all hamlets together as they stood at the end of a day."""
    lines = _lines(on)
    return _counted(lines, _visits(on), _met(on), (on, _still_open(lines)))


def figures_by_hamlet(on: date) -> dict[str, Figures]:
    """The figures per hamlet, by its name."""
    every = _lines(on)
    still = _still_open(every)
    lines, visits, met = _by_hamlet(every), defaultdict(list), defaultdict(list)
    for visit in _visits(on):
        visits[visit.hamlet].append(visit)
    for child in _met(on):
        met[child.received.visit.hamlet].append(child)
    return {hamlet: _counted(lines[hamlet], visits[hamlet], met[hamlet], (on, still)) for hamlet in sorted(visits)}


def visits() -> list[Visit]:
    """The lists that were sent and not cancelled, the first one first."""
    return list(Visit.objects.filter(cancelled_by=None).order_by("operation"))


def visit_of(code: str) -> Visit:
    """A list, cancelled or not.

    Raises:
        Refused: there is none of this code.
    """
    found = Visit.objects.filter(code=code).first()
    if found is None:
        raise refused("visits_code_none", value=code)
    return found


def returns(visit: Visit) -> list[Return]:
    """The returns of a list that hold, the first one first."""
    return list(visit.returns.filter(undone_by=None).order_by("operation"))


def sent_rows(lines: Iterable[Line]) -> tuple[SentRow, ...]:
    """Lines as they were sent."""
    return tuple(SentRow(line.number, line.code, tuple(json.loads(line.printed))) for line in lines)


def waiting_met() -> list[Met]:
    """The children met of whom somebody has to say who they are, in the order in which they came."""
    found = Met.objects.filter(ending="waiting", answer="", received__undone_by=None)
    return list(found.select_related("candidate", "birth", "received__visit").order_by("id"))


def met_of(number: int) -> Met:
    """A child met.

    Raises:
        Refused: there is none of this number.
    """
    found = Met.objects.filter(id=number, received__undone_by=None)
    child = found.select_related("candidate", "received__visit").first()
    if child is None:
        raise refused("visits_met_none", value=number)
    return child


def conflicts() -> list[Line]:
    """The answers that wait for an official, list by list; with their persons."""
    found = _with_effect(VisitEffect.CONFLICT)
    still = _still_open(found)
    return [line for line in found if _question_of(line) in still]


def next_steps(whom: str | None = None) -> list[Line]:
    """The answers that lead to an organisation, by its key in the plan; with their persons."""
    found = _with_effect(VisitEffect.NEXT_STEP)
    return [line for line in found if whom is None or line.whom == whom]


def persons_answered(on: date) -> set[int]:
    """The persons about whom a household has answered something, by the end of a day."""
    found = _lines_until(on).filter(answered_on__lte=on)
    return set(found.values_list("person", flat=True))


def _with_effect(effect: VisitEffect) -> list[Line]:
    found = Line.objects.filter(visit__cancelled_by=None, effect=effect).select_related("visit", "person")
    return list(found.order_by("visit", "number"))


def _lines_until(on: date) -> QuerySet[Line]:
    return Line.objects.filter(visit__cancelled_by=None, visit__sent_on__lte=on)


def _lines(on: date) -> list[Line]:
    """Of every question about a person the latest line, an answered one before others."""
    latest: dict[tuple[int, str, str], Line] = {}
    for line in (
        _lines_until(on).select_related("visit").defer("question", "printed", "code").order_by("visit", "number")
    ):
        key = (line.person_id, line.field, line.asks)
        if key not in latest or _is_answered(line, on) or not _is_answered(latest[key], on):
            latest[key] = line
    return list(latest.values())


def _visits(on: date) -> list[Visit]:
    return list(Visit.objects.filter(cancelled_by=None, sent_on__lte=on).order_by("operation"))


def _met(on: date) -> list[Met]:
    found = Met.objects.filter(received__undone_by=None, received__received_on__lte=on).exclude(ending="repeated")
    return list(found.select_related("received__visit").defer("shown"))


def _by_hamlet(lines: Iterable[Line]) -> Mapping[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.visit.hamlet].append(line)
    return found


def _question_of(line: Line) -> tuple[int, str]:
    """The person and the field whose finding led to a line."""
    return line.person_id, _ABOUT_NUMBER.get(line.field, line.field)


# What is asked beside a number, and is no field of a register.
_ABOUT_NUMBER = {"registered": "personal_id", "has_card": "personal_id"}


def _still_open(lines: Iterable[Line]) -> set[tuple[int, str]]:
    """Persons and fields about which something is open, among those whose answers wait."""
    persons = {line.person_id for line in lines if line.effect == VisitEffect.CONFLICT}
    return {(finding.person_id, finding.field) for finding in still_open(persons)}


def _is_answered(line: Line, on: date) -> bool:
    return line.answered_on is not None and line.answered_on <= on


def _counted(lines: list[Line], visits: list[Visit], met: list[Met], now: tuple[date, set[tuple[int, str]]]) -> Figures:
    on, still = now
    answered = [line for line in lines if _is_answered(line, on)]
    effects = [line.effect for line in answered]
    waiting = sum(line.effect == VisitEffect.CONFLICT and _question_of(line) in still for line in answered)
    back = {line.visit_id for line in answered} | {child.received.visit_id for child in met}
    sent = [visit for visit in visits if visit.questions]
    return Figures(
        lists=len(sent),
        overdue=sum(visit.operation not in back and visit.due < on for visit in sent),
        households=len({line.household for line in lines}),
        households_answered=len({line.household for line in answered}),
        persons=len({line.person_id for line in lines}),
        persons_answered=len({line.person_id for line in answered}),
        questions=len(lines),
        answered=len(answered),
        applied=effects.count(VisitEffect.APPLIED),
        conflicts=waiting,
        decided=effects.count(VisitEffect.CONFLICT) - waiting,
        next_step=effects.count(VisitEffect.NEXT_STEP),
        noted=effects.count(VisitEffect.NOTED),
        left_out=sum(visit.left_out for visit in visits),
        met=len(met),
        met_new=sum(child.ending == "new" or child.answer == "new" for child in met),
        met_waiting=sum(child.ending == "waiting" and not child.answer for child in met),
    )
