"""What the police answer is taken in: numbers are set, values confirmed, questions handed on; the rest waits.

Everything that is decided here is decided by `campaign.answers`; this module only writes it down.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sosach.campaign.answer_words import REASON_WORDS, STEP_WORDS, WHY_WORDS
from sosach.campaign.outcome import Effect, Outcome, Whom
from sosach.campaign.readiness import NUMBER_GROUPS
from sosach.findings.notices import refused
from sosach.registers.register import Register
from sosach.store import bulk
from sosach.store.findings.models import Finding
from sosach.store.findings.selectors import still_open
from sosach.store.findings.services import Recomputed, confirm_all, recompute, wait_all
from sosach.store.log.services import Operation
from sosach.store.police.cases import Answered
from sosach.store.police.models import Answer, Line, Return
from sosach.store.police.said import answer_of, answer_text, compared_text
from sosach.store.registers.models import Person
from sosach.store.registers.services.changing import NewValue, change

_CAME = ("answered_by", "result", "effect", "why", "whom", "reason", "settled_by", "answered_on")


@dataclass(frozen=True, slots=True)
class Judged:
    """An answered row and what it comes to."""

    answered: Answered
    outcome: Outcome

    @property
    def person(self) -> int:
        """Whose row it is."""
        return self.answered.line.person_id

    @property
    def evidence(self) -> str:
        """What a change rests on."""
        return f"đợt {self.answered.line.batch.code}, dòng {self.answered.line.number}"


def apply(judged: Sequence[Judged], register: Register, operation: Operation) -> Recomputed:
    """Sets what is to be set, confirms what is confirmed, lets wait what waits; within `writing()`."""
    news = [one for one in judged if one.outcome.effect is not Effect.REPEATED]
    values = [
        NewValue(
            person=one.person,
            field="personal_id",
            value=one.outcome.number,
            raw=one.outcome.number,
            evidence=one.evidence,
        )
        for one in news
        if one.outcome.number
    ]
    change(values, register, operation)
    persons = {value.person for value in values}
    bulk.raise_versions(Person, sorted(persons))
    moved = recompute(register, persons, operation=operation.number, on=operation.act.on)
    closed = confirm_all(_confirmed(news), operation=operation.number, on=operation.act.on)
    wait_all(_waiting(news), operation=operation.number, on=operation.act.on)
    return Recomputed(moved.opened, moved.closed + closed, moved.reopened)


def keep_return(received: Return, judged: Sequence[Judged], operation: Operation) -> None:
    """Writes down a return and what its rows come to; within `writing()`."""
    received.save(force_insert=True)
    news = [one for one in judged if one.outcome.effect is not Effect.REPEATED]
    columns = ("line_id", "received_id", "row", "said", "effect", "why", "whom", "reason", "compared")
    bulk.insert(
        Answer,
        columns,
        (
            (
                *(one.answered.line.id, operation.number, one.answered.row, answer_text(one.answered.answer)),
                *_words(one.outcome),
                compared_text(one.outcome.compared),
            )
            for one in news
        ),
    )
    lines = ((one.answered.line, one) for one in news)
    bulk.update(Line, "id", _CAME, (_came(line, one, operation) for line, one in lines))


def take_back(undone: int, operation: Operation) -> None:
    """Forgets a return: its rows stand as the returns before it left them.

    Raises:
        Refused: a later return of the batch, or a decision about a conflict, rests on it.
    """
    received = Return.objects.select_related("batch").get(operation=undone)
    for later in received.batch.returns.filter(operation__gt=undone, undone_by=None).order_by("operation")[:1]:
        raise refused("police_returned", batch=received.batch.code, value=undone, count=later.operation)
    lines = Line.objects.filter(answers__received=received)
    for line in lines.exclude(settled_by=None).order_by("number")[:1]:
        raise refused("police_settled", batch=received.batch.code, value=undone, count=line.settled_by)
    Return.objects.filter(operation=undone).update(undone_by=operation.number)
    _stand_back(received)


def _stand_back(received: Return) -> None:
    lines = {line.id: line for line in Line.objects.filter(answers__received=received)}
    before: dict[int, tuple[Any, ...]] = dict.fromkeys(lines, (None, "", "", "", "", "", None, None))
    answers = Answer.objects.filter(line__in=lines, received__undone_by=None).order_by("received")
    for answer in answers.select_related("received"):
        result = answer_of(answer.said).result
        first = before[answer.line_id][-1] or answer.received.received_on
        told = (answer.effect, answer.why, answer.whom, answer.reason)
        before[answer.line_id] = (answer.received_id, result.value if result else "", *told, None, first)
    bulk.update(Line, "id", _CAME, ((*came, line) for line, came in before.items()))


def _came(line: Line, one: Judged, operation: Operation) -> tuple[Any, ...]:
    result = one.answered.answer.result
    return (
        *(operation.number, result.value if result else ""),
        *_words(one.outcome),
        *(None, line.answered_on or operation.act.on, line.id),
    )


def _words(outcome: Outcome) -> tuple[str, str, str, str]:
    return (
        outcome.effect.value,
        outcome.why.value if outcome.why else "",
        outcome.whom.value if outcome.whom else "",
        outcome.reason.value if outcome.reason else "",
    )


def _confirmed(news: Iterable[Judged]) -> dict[tuple[int, str], str]:
    """The confirmed fields; a number that the police give is confirmed by them, too."""
    found = {}
    for one in news:
        fields = {*one.outcome.confirms, *(("personal_id",) if one.outcome.number else ())}
        found.update({(one.person, field): one.evidence for field in fields})
    return found


def _waiting(news: Sequence[Judged]) -> list[tuple[Finding, str, str]]:
    """The questions about numbers that somebody else looks into now, for whom, and why."""
    told = {one.person: one for one in news if one.outcome.effect in (Effect.CONFLICT, Effect.NEXT_STEP)}
    return [
        (finding, *_for_whom(told[finding.person_id])) for finding in still_open(told) if finding.group in NUMBER_GROUPS
    ]


def _for_whom(one: Judged) -> tuple[str, str]:
    outcome = one.outcome
    if outcome.whom is None:
        why = WHY_WORDS[outcome.why] if outcome.why else ""
        return Whom.OFFICE.value, f"{one.evidence}: {why}"
    reason = f"{REASON_WORDS[outcome.reason]}. " if outcome.reason else ""
    return outcome.whom.value, f"{one.evidence}: {reason}{STEP_WORDS[outcome.whom]}"
