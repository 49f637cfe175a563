"""What an answer of the police does to a record: a pure function of what was sent, what stands and what they wrote.

Receiving the file is the official's decision. The police may confirm or set a number; name, date of birth and sex wait
for an official, because the births book ranks above the police's answer (Law on Civil Status 60/2014, Art. 60(2)). An
answer is taken whole or waits whole: where a part of it waits, nothing of it is applied. Whatever was changed here
while the list was out is compared three ways: sent, now, answered.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from sosach.campaign.numbers import Asked, Judged, NumberState, judged
from sosach.campaign.outcome import IDENTITY, Case, Effect, Facts, Outcome, Whom, Why
from sosach.campaign.three_way import (
    SameNames,
    changed_meanwhile,
    compared,
    current_facts,
    facts_changed,
    given_in,
    number_compared,
    same_names,
)
from sosach.findings.notices import Refused, refused
from sosach.forms.police import PoliceAnswer, Result
from sosach.forms.police_reason import Reason, reasons

_FEWEST_STRANGE = 3  # numbers of other sexes and years; fewer are slips

_OPENS = frozenset({Result.NOT_FOUND, Result.UNREGISTERED, Result.DUPLICATE, Result.OTHER})
_FINDS_NOBODY = frozenset({Result.NOT_FOUND, Result.UNREGISTERED})
_REASON_LEADS = frozenset({Result.NOT_FOUND, Result.OTHER})

_WHOM_BY_REASON = {
    Reason.UNREGISTERED: Whom.CIVIL_REGISTRATION,
    Reason.DECEASED: Whom.CIVIL_REGISTRATION,
    Reason.MOVED: Whom.COLLABORATOR,
    Reason.DUPLICATE: Whom.OFFICE,
    Reason.WRONG_FACTS: Whom.COLLABORATOR,
    Reason.NOT_COLLECTED: Whom.POLICE,
}
_WHOM_BY_RESULT = {
    Result.NOT_FOUND: Whom.COLLABORATOR,
    Result.UNREGISTERED: Whom.CIVIL_REGISTRATION,
    Result.DUPLICATE: Whom.OFFICE,
    Result.OTHER: Whom.OFFICE,
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A case with everything that had to be found out about it."""

    case: Case
    given: Judged  # the number that the answer gives, beside the facts of now
    standing: Judged  # the number that stands now
    reason: Reason | None
    names: SameNames


def outcomes(cases: Sequence[Case]) -> list[Outcome]:
    """What becomes of every answered row of a file, in order; rows of one file are looked at together."""
    given = judged([_given_number(case) for case in cases])
    standing = judged([_standing_number(case) for case in cases])
    told = reasons(pl.Series([_remark(case.answer) for case in cases], dtype=pl.String))
    rows = map(_Row, cases, given, standing, told, same_names(cases))
    found = [_outcome(row) for row in rows]
    to_set = Counter(outcome.number for outcome in found if outcome.number)
    return [
        Outcome(effect=Effect.CONFLICT, why=Why.NUMBER_TWICE, compared=number_compared(case))
        if outcome.number and to_set[outcome.number] > 1
        else outcome
        for case, outcome in zip(cases, found, strict=True)
    ]


def refusal(cases: Sequence[Case], file: str) -> Refused | None:
    """Why no answer of the file is taken in: most numbers fit sex and year of birth of other rows than their own.

    The facts of such a file stand beside their codes; only the answers were sorted without them.

    Args:
        cases: of all answered rows.
        file: bare name.
    """
    given = judged([_given_number(case) for case in cases])
    told = [one.agrees for one in given if one.state in (NumberState.RIGHT, NumberState.CONTRADICTED)]
    strange = told.count(False)
    if strange < _FEWEST_STRANGE or strange * 2 <= len(told):
        return None
    return refused("police_answers_displaced", file=file, count=strange, count_2=len(told))


def tally(found: Sequence[Outcome]) -> Mapping[Effect, int]:
    """How many rows came to what; the four add up to the rows that were answered."""
    counted = Counter(outcome.effect for outcome in found)
    return {effect: counted[effect] for effect in Effect}


def _outcome(row: _Row) -> Outcome:
    case, answer = row.case, row.case.answer
    if case.previous is not None:
        same = case.previous == answer and not case.two_answers
        return Outcome(effect=Effect.REPEATED) if same else _conflict(row, Why.TWO_RETURNS)
    why = _unusable(case)
    if why is not None:
        return _conflict(row, why)
    if answer.result in _OPENS:
        return _next_step(row, answer.result)
    if changed_meanwhile(case, row.names):
        return _conflict(row, Why.CHANGED_MEANWHILE)
    return _matches(row) if answer.result is Result.MATCHES else _corrects(row)


def _unusable(case: Case) -> Why | None:
    answer = case.answer
    if case.two_answers:
        return Why.TWO_ANSWERS
    if case.current is None:
        return Why.PERSON_GONE
    if answer.result is None:
        return Why.NO_RESULT
    if any(given.unreadable for given in (answer.personal_id, answer.full_name, answer.birth_date, answer.sex)):
        return Why.UNREADABLE
    if answer.result in _FINDS_NOBODY and _gives_something(answer):
        return Why.CONTRADICTS_ITSELF
    return None


def _next_step(row: _Row, result: Result) -> Outcome:
    whom = _WHOM_BY_RESULT[result]
    if row.reason is not None and result in _REASON_LEADS:
        whom = _WHOM_BY_REASON[row.reason]
    return Outcome(effect=Effect.NEXT_STEP, whom=whom, reason=row.reason, compared=compared(row.case))


def _matches(row: _Row) -> Outcome:
    """Confirms the number that stands."""
    case, current, number = row.case, current_facts(row.case), row.case.answer.personal_id
    if (number.filled and number.value != current.personal_id) or facts_changed(case, row.names):
        return _conflict(row, Why.MATCH_DIFFERS)
    if current.personal_id is None or row.standing.state is NumberState.IMPOSSIBLE:
        return _conflict(row, Why.NO_NUMBER)
    if case.number_taken:
        return _conflict(row, Why.NUMBER_OF_OTHER)
    return Outcome(effect=Effect.APPLIED, confirms=("personal_id",))


def _corrects(row: _Row) -> Outcome:
    """Sets the number, or confirms what was already put right here."""
    case, current = row.case, current_facts(row.case)
    number = case.answer.personal_id.value
    confirmed = tuple(field for field in IDENTITY if given_in(case.answer, field).filled)
    why = _waits(row, current, number, confirmed)
    if why is not None:
        return _conflict(row, why)
    if number is None:
        return Outcome(effect=Effect.APPLIED, confirms=confirmed)
    if number == current.personal_id:
        return Outcome(effect=Effect.APPLIED, confirms=("personal_id", *confirmed))
    return Outcome(effect=Effect.APPLIED, number=number, confirms=confirmed)


def _waits(row: _Row, current: Facts, number: str | None, confirmed: Sequence[str]) -> Why | None:
    """Why a correction is not simply taken over."""
    if facts_changed(row.case, row.names):
        return Why.FACT_CHANGED
    if number is not None:
        return _number_waits(row, current, number)
    if row.case.answer.result is Result.NUMBER_GIVEN:
        return Why.NUMBER_MISSING
    return None if confirmed else Why.NOTHING_GIVEN


def _number_waits(row: _Row, current: Facts, number: str) -> Why | None:
    """Why the number that is given is not simply set."""
    if row.case.number_taken:
        return Why.NUMBER_OF_OTHER
    if number == current.personal_id:
        return None
    if row.given.state is NumberState.IMPOSSIBLE:
        return Why.NUMBER_IMPOSSIBLE
    if not row.given.agrees:
        return Why.NUMBER_DISAGREES
    if row.case.stands_above:
        return Why.STRONGER_SOURCE
    return Why.SECOND_OFFICIAL if row.standing.state is NumberState.RIGHT else None


def _conflict(row: _Row, why: Why) -> Outcome:
    return Outcome(effect=Effect.CONFLICT, why=why, compared=compared(row.case))


def _gives_something(answer: PoliceAnswer) -> bool:
    return any(given.filled for given in (answer.personal_id, answer.full_name, answer.birth_date, answer.sex))


def _remark(answer: PoliceAnswer) -> str:
    return " ".join(filter(None, (answer.result_shown, answer.note)))


def _given_number(case: Case) -> Asked:
    facts, number = current_facts(case), case.answer.personal_id
    return number.value, number.shown, facts.sex, facts.birth_date


def _standing_number(case: Case) -> Asked:
    facts = current_facts(case)
    return facts.personal_id, facts.personal_id_shown, facts.sex, facts.birth_date
