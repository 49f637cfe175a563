"""A hamlet's list comes back and is taken in, whole or not at all."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sosach.campaign.returned import Returned, claimed_batches, refusal, sort_out
from sosach.campaign.returned_words import row_notices
from sosach.campaign.visit_answers import VisitAnswer, visit_answers
from sosach.campaign.visit_list import VisitRow
from sosach.campaign.visit_outcomes import VisitEffect, VisitOutcome, VisitWhy, visit_outcomes
from sosach.findings.notices import Notice, notice, refused
from sosach.forms.given import NOTHING
from sosach.forms.visits import VISIT_LIST, Asks, Choice, Question
from sosach.intake.visit_answer import VisitReturn
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.desk.births_book import laid_again
from sosach.store.findings.services import recompute
from sosach.store.log.act import Act, Actor
from sosach.store.log.chain import canonical
from sosach.store.log.services import Operation, begin
from sosach.store.originals import keep_original
from sosach.store.registers.selectors import register_named
from sosach.store.seals.services import key
from sosach.store.visits.cases import VISIT, visit_cases
from sosach.store.visits.meeting import CHILDREN, MetChild, met_children
from sosach.store.visits.models import Line, Return, Visit
from sosach.store.visits.residents import REGISTERS
from sosach.store.visits.selectors import returns, sent_rows
from sosach.store.visits.services.meeting import hand_on, take_in
from sosach.store.visits.services.receiving import Judged, keep_return, set_values, settle
from sosach.store.writing import writing

# What `visits receive --json` says: answered + unanswered + altered_rows = questions of the list; each answered one is
# one of the five after it; each child met is one of the four after `met`.
EFFECTS = {
    "applied": VisitEffect.APPLIED,
    "conflicts": VisitEffect.CONFLICT,
    "next_step": VisitEffect.NEXT_STEP,
    "noted": VisitEffect.NOTED,
    "repeated": VisitEffect.REPEATED,
}
MET = {"met_new": "new", "met_known": "known", "met_waiting": "waiting", "met_repeated": "repeated"}
FIGURES = ("answered", *EFFECTS, "unanswered", "altered_rows", "unknown_rows", "met", *MET)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedVisit:
    """What came of it."""

    visit: Visit
    operation: int | None  # None: this very file was taken in before, and nothing was changed
    figures: Mapping[str, int]
    details: Mapping[str, Any]  # the rows behind the figures
    notices: tuple[Notice, ...]


def receive_visits(read: VisitReturn, content: bytes, *, actor: Actor, on: date) -> ReceivedVisit:
    """Takes the answers of a hamlet in.

    Args:
        read: the list, read.
        content: the file as it lies on disk.
        actor: who takes it in.
        on: the day.

    Raises:
        Refused: the actor may not, the list is of another home, its columns are out of step, or it was cancelled (the
            file is kept aside then); nothing is changed.
    """
    require_any(actor)
    with writing():
        visit = _visit(read)
        require(actor, Right.ANSWER, visit.hamlet)
        if visit.cancelled_by is None:
            return _take_in(read, content, visit, Act(actor=actor, on=on, source=VISIT, evidence=f"phiếu {visit.code}"))
    keep_original(content)
    raise refused("visits_cancelled", file=read.name, batch=visit.code, value=visit.cancelled_by)


def require_any(actor: Actor) -> None:
    """Refuses whoever answers for no hamlet at all, before anything is told about a list."""
    require(actor, Right.ANSWER, next(iter(actor.hamlets), None) if actor.hamlets is not None else None)


def _visit(read: VisitReturn) -> Visit:
    """The list that most rows name."""
    claimed = claimed_batches(read.rows)
    known = {visit.code: visit for visit in Visit.objects.filter(code__in=claimed)}
    found = next((known[code] for code in claimed if code in known), None)
    if found is None:
        raise refused("form_other_home", file=read.name)
    return found


def _take_in(read: VisitReturn, content: bytes, visit: Visit, act: Act) -> ReceivedVisit:
    lines = {line.number: line for line in visit.lines.select_related("visit").order_by("number")}
    returned = sort_out(read.rows, sent_rows(lines.values()), visit.code, key())
    if problem := refusal(returned, VISIT_LIST, visit.code, read.name):
        raise problem
    said = (*read.notices, *_besides(read, visit, act), *row_notices(returned, read.rows, VISIT_LIST, read.name))
    for before in returns(visit):
        if before.sha256 == read.sha256:
            return _again(visit, before, read.name)
    judged = _judged(read, returned, lines)
    met = met_children(read.found, visit.hamlet, act.on)
    operation = begin(
        "visits_answer",
        act,
        visit=visit.code,
        hamlet=visit.hamlet,
        file=read.name,
        sha256=keep_original(content),
        figures=_figures(visit, returned, judged, met),
    )
    judged = _apply(judged, met, _received(read, visit, operation), operation)
    figures = _figures(visit, returned, judged, met)
    Return.objects.filter(operation=operation.number).update(figures=canonical(figures))
    return ReceivedVisit(
        visit=visit,
        operation=operation.number,
        figures=figures,
        details=_details(judged, met, returned, lines),
        notices=said,
    )


def _besides(read: VisitReturn, visit: Visit, act: Act) -> Iterator[Notice]:
    """What is said about the file as a whole: marks in place of answers, a day before the list left."""
    marked = [row.row for row in read.rows if (row.coloured or row.remark) and not row.answers]
    if marked:
        yield notice("visits_coloured", file=read.name, count=len(marked), row=marked[0])
    if act.on < visit.sent_on:
        yield notice("visits_early", batch=visit.code, on=f"{visit.sent_on:%d/%m/%Y}")


def _judged(read: VisitReturn, returned: Returned, lines: Mapping[int, Line]) -> list[Judged]:
    """The answered questions and what they come to, in the order of the list."""
    asked = [
        VisitRow(sent, lines[sent.number].person_id, _question(lines[sent.number]))
        for sent in sent_rows(lines.values())
    ]
    answers = {one.number: one for one in visit_answers(read.rows, returned, asked)}
    mine = [lines[number] for number in sorted(answers)]
    cases = visit_cases(mine, answers)
    rows = {number: read.rows[place].row for number, place in returned.answered.items()}
    found = [
        Judged(line, rows[line.number], answers[line.number], outcome, case.current)
        for line, case, outcome in zip(mine, cases, visit_outcomes(cases), strict=True)
    ]
    both = [
        Judged(lines[number], rows[number], _unsure(lines[number]), _TWO_ANSWERS) for number in returned.two_answers
    ]
    return sorted([*found, *both], key=lambda one: one.line.number)


_TWO_ANSWERS = VisitOutcome(effect=VisitEffect.CONFLICT, why=VisitWhy.TWO_ANSWERS)


def _unsure(line: Line) -> VisitAnswer:
    """The answer of a question that two rows answer differently: none."""
    return VisitAnswer(
        number=line.number,
        person=line.person_id,
        question=_question(line),
        value=NOTHING,
        choice=None,
        seen="",
        on=None,
        by="",
        note="",
    )


def _question(line: Line) -> Question:
    return Question(Asks(line.asks), line.field, line.question)


def _received(read: VisitReturn, visit: Visit, operation: Operation) -> Return:
    return Return.objects.create(
        operation=operation.number,
        visit=visit,
        file_name=read.name,
        sha256=read.sha256,
        received_on=operation.act.on,
        figures="{}",
    )


def _apply(judged: Sequence[Judged], met: Sequence[MetChild], received: Return, operation: Operation) -> list[Judged]:
    """Writes everything down; findings follow the values before anything is confirmed or handed on."""
    done = set_values(judged, operation)
    new = take_in(met, received, operation)
    number, on = operation.number, operation.act.on
    persons = set(new.values())
    if new:
        laid_again(CHILDREN, operation=number, on=on)
    for name in REGISTERS:
        concerned = {one.line.person_id for one in done if one.line.register == name and _changes(one)}
        concerned |= persons if name == CHILDREN else set()
        if concerned:
            recompute(register_named(name), concerned, operation=number, on=on)
    settle(done, operation)
    hand_on([new[child.index] for child in met if child.index in new and _is_unregistered(child)], operation)
    keep_return(received, done, operation)
    return done


def _is_unregistered(child: MetChild) -> bool:
    return child.found.registered.value == Choice.NO


def _changes(one: Judged) -> bool:
    return one.outcome.sets is not None or one.outcome.moved


def _figures(visit: Visit, returned: Returned, judged: Sequence[Judged], met: Sequence[MetChild]) -> dict[str, int]:
    effects = [one.outcome.effect for one in judged]
    endings = [child.ending for child in met]
    altered = len(returned.altered)
    return {
        "answered": len(judged),
        **{name: effects.count(effect) for name, effect in EFFECTS.items()},
        "unanswered": visit.questions - len(judged) - altered,
        "altered_rows": altered,
        "unknown_rows": len(returned.unknown),
        "met": len(met),
        **{name: endings.count(ending) for name, ending in MET.items()},
    }


def _again(visit: Visit, before: Return, file: str) -> ReceivedVisit:
    """The figures of a file that was taken in before: everything is repeated."""
    told = json.loads(before.figures)
    figures = {**told, **dict.fromkeys((*EFFECTS, *MET), 0), "repeated": told["answered"], "met_repeated": told["met"]}
    said = notice("visits_again", file=file, batch=visit.code, on=f"{before.received_on:%d/%m/%Y}")
    return ReceivedVisit(visit=visit, operation=None, figures=figures, details={}, notices=(said,))


def _details(
    judged: Sequence[Judged], met: Sequence[MetChild], returned: Returned, lines: Mapping[int, Line]
) -> dict[str, list[dict[str, Any]]]:
    told: dict[str, list[dict[str, Any]]] = {name: [] for name in (*EFFECTS, "unanswered", "altered_rows", *MET)}
    names = {effect: name for name, effect in EFFECTS.items()}
    for one in judged:
        outcome = one.outcome
        words = {
            "why": outcome.why.value if outcome.why else None,
            "whom": outcome.whom.value if outcome.whom else None,
        }
        if outcome.effect is VisitEffect.CONFLICT:
            words |= {"sent": one.line.stood, "current": one.current, "answered": one.answer.value.shown or None}
        told[names[outcome.effect]].append({"code": one.line.code, "row": one.row, "field": one.line.field, **words})
    answered = {one.line.number for one in judged}
    told["altered_rows"] = [{"code": lines[number].code} for number in returned.altered]
    told["unanswered"] = [
        {"code": line.code} for number, line in lines.items() if number not in answered | set(returned.altered)
    ]
    by_ending = {ending: name for name, ending in MET.items()}
    for child in met:
        told[by_ending[child.ending]].append({"sheet": child.found.sheet, "row": child.found.row, "why": child.why})
    return told
