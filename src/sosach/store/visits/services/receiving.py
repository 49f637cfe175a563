"""What a hamlet answers is taken in: values are set or confirmed, questions handed on; the rest waits for an official.

Everything that is decided here is decided by `campaign.visit_outcomes`; this module only writes it down.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sosach.campaign.outcome import Whom
from sosach.campaign.readiness import NUMBER_GROUPS
from sosach.campaign.visit_answers import VisitAnswer
from sosach.campaign.visit_outcomes import (
    DECEASED,
    NOT_FOUND,
    STEP_WORDS,
    WHY_WORDS,
    VisitEffect,
    VisitOutcome,
    VisitWhy,
)
from sosach.findings.notices import refused
from sosach.registers.register import Register
from sosach.store import bulk
from sosach.store.accounts.selectors import commune
from sosach.store.findings.models import Finding, State
from sosach.store.findings.selectors import still_open
from sosach.store.findings.services import confirm_all, lift, wait_all
from sosach.store.log.services import Operation
from sosach.store.registers.models import Person
from sosach.store.registers.reading_values import written
from sosach.store.registers.selectors import register_named
from sosach.store.registers.services.changing import NewValue, change
from sosach.store.visits.cases import said_text
from sosach.store.visits.models import Answer, Line, Return

_CAME = ("answered_by", "answered_on", "effect", "why", "whom")
_STATUS, _MOVED = "status", "moved"


@dataclass(frozen=True, slots=True)
class Judged:
    """An answered question and what it comes to."""

    line: Line
    row: int  # of the sheet that came back
    answer: VisitAnswer
    outcome: VisitOutcome
    current: str | None = None  # the value that stood when the answer came

    @property
    def evidence(self) -> str:
        """What a change rests on."""
        return f"phiếu {self.line.visit.code}, dòng {self.line.number}"


def set_values(judged: Sequence[Judged], operation: Operation) -> list[Judged]:
    """Sets what is to be set, register by register; within `writing()`.

    Gives the answers with what became of them: one whose value the register does not understand, or that stands below
    what was set before, waits for an official.
    """
    by_register: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        if one.outcome.sets is not None or one.outcome.moved:
            by_register[one.line.register].append(one)
    waiting: dict[int, VisitWhy] = {}
    for name, ones in by_register.items():
        waiting |= _set(ones, register_named(name), operation)
    conflict = {why: VisitOutcome(effect=VisitEffect.CONFLICT, why=why) for why in waiting.values()}
    return [
        replace(one, outcome=conflict[waiting[one.line.number]]) if one.line.number in waiting else one
        for one in judged
    ]


def settle(judged: Sequence[Judged], operation: Operation) -> int:
    """Confirms, hands on, lets wait; after findings were computed again. Gives how many warnings are settled."""
    news = [one for one in judged if one.outcome.effect is not VisitEffect.REPEATED]
    number, on = operation.number, operation.act.on
    confirmed = {(one.line.person_id, one.line.field): one.evidence for one in news if one.outcome.confirms}
    closed = confirm_all(confirmed, operation=number, on=on)
    waits = _waiting(news)
    wait_all(waits, operation=number, on=on)
    lifted = _come_back(news, {finding.id for finding, *_ in waits})
    lift(lifted, operation=number, on=on, why="đã hỏi tại hộ")
    return closed


def keep_return(received: Return, judged: Sequence[Judged], operation: Operation) -> None:
    """Writes down what the answers of a return come to; within `writing()`."""
    news = [one for one in judged if one.outcome.effect is not VisitEffect.REPEATED]
    columns = ("line_id", "received_id", "row", "said", "effect", "why", "whom", "sets")
    bulk.insert(
        Answer,
        columns,
        (
            (
                *(one.line.id, received.operation, one.row, said_text(one.answer)),
                *_words(one.outcome),
                one.outcome.sets,
            )
            for one in news
        ),
    )
    on = operation.act.on
    came = ((operation.number, one.line.answered_on or on, *_words(one.outcome), one.line.id) for one in news)
    bulk.update(Line, "id", _CAME, came)


def take_back(undone: int, operation: Operation) -> None:
    """Forgets a return: its questions stand as the returns before it left them.

    Raises:
        Refused: a later return of the list, or what was said about a child met, rests on it.
    """
    received = Return.objects.select_related("visit").get(operation=undone)
    for later in received.visit.returns.filter(operation__gt=undone, undone_by=None).order_by("operation")[:1]:
        raise refused("visits_returned", batch=received.visit.code, value=undone, count=later.operation)
    for child in received.met.exclude(answered_by=None).order_by("id")[:1]:
        raise refused("visits_met_rests", value=undone, count=child.answered_by)
    Return.objects.filter(operation=undone).update(undone_by=operation.number)
    lines = Line.objects.filter(answers__received=received).values_list("id", flat=True)
    before: dict[int, tuple[Any, ...]] = dict.fromkeys(lines, (None, None, "", "", ""))
    held = Answer.objects.filter(line__in=before, received__undone_by=None).order_by("received")
    for one in held.select_related("received"):
        first = before[one.line_id][1] or one.received.received_on
        before[one.line_id] = (one.received_id, first, one.effect, one.why, one.whom)
    bulk.update(Line, "id", _CAME, ((*came, line) for line, came in before.items()))


def _set(ones: Sequence[Judged], register: Register, operation: Operation) -> dict[int, VisitWhy]:
    """Sets values of one register; gives why some wait, by number of the line."""
    wanted = [
        (one, *((_STATUS, _MOVED) if one.outcome.moved else (one.line.field, one.outcome.sets or ""))) for one in ones
    ]
    on = operation.act.on
    told = written([(field, value) for _, field, value in wanted], register, on=on, commune=commune(on))
    values: dict[tuple[int, str], NewValue] = {}
    lines: dict[tuple[int, str], int] = {}
    waiting: dict[int, VisitWhy] = {}
    for (one, field, _), given in zip(wanted, told, strict=True):
        key = (one.line.person_id, field)
        if given is None:
            waiting[one.line.number] = VisitWhy.UNREADABLE
        elif key in values and values[key].value != given.value:
            waiting[one.line.number] = VisitWhy.TWO_ANSWERS
        else:
            lines.setdefault(key, one.line.number)
            values.setdefault(
                key,
                NewValue(
                    person=one.line.person_id, field=field, value=given.value, raw=given.raw, evidence=one.evidence
                ),
            )
    held = change(list(values.values()), register, operation)
    bulk.raise_versions(Person, sorted({person for person, _ in values}))
    return waiting | {lines[value.person, value.field]: VisitWhy.STRONGER_SOURCE for value in held}


def _waiting(news: Sequence[Judged]) -> list[tuple[Finding, str, str]]:
    """The findings that somebody else looks into now, for whom, and why."""
    asked: dict[int, list[Judged]] = defaultdict(list)
    for one in news:
        if one.outcome.effect in (VisitEffect.CONFLICT, VisitEffect.NEXT_STEP):
            asked[one.line.person_id].append(one)
    found = []
    for finding in still_open(asked):
        meant = next((one for one in asked[finding.person_id] if _is_about(one, finding)), None)
        if meant is not None:
            found.append((finding, *_for_whom(meant)))
    return found


def _is_about(one: Judged, finding: Finding) -> bool:
    """Whether an answer hands this finding on: what is told of the person as such hands on all of theirs."""
    if one.outcome.step in (DECEASED, NOT_FOUND):
        return True
    if one.outcome.effect is VisitEffect.NEXT_STEP:
        return finding.group in NUMBER_GROUPS
    return finding.field == one.line.field


def _for_whom(one: Judged) -> tuple[str, str]:
    outcome = one.outcome
    if outcome.whom is None:
        why = WHY_WORDS[outcome.why] if outcome.why else ""
        return Whom.OFFICE.value, f"{one.evidence}: {why}"
    return outcome.whom.value, f"{one.evidence}: {STEP_WORDS[outcome.step]}"


def _come_back(news: Iterable[Judged], handed_on: set[int]) -> list[Finding]:
    """Findings that waited for the household, which has answered: they go on from here."""
    persons = {one.line.person_id for one in news}
    return [
        finding
        for finding in still_open(persons)
        if finding.state == State.WAITING
        and finding.waiting_for == Whom.COLLABORATOR.value
        and finding.id not in handed_on
    ]


def _words(outcome: VisitOutcome) -> tuple[str, str, str]:
    return (
        outcome.effect.value,
        outcome.why.value if outcome.why else "",
        outcome.whom.value if outcome.whom else "",
    )
