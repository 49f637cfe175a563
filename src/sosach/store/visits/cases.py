"""The answered questions of a list beside what was asked and what stands now: what `visit_outcomes` judges."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sosach.campaign.numbers import Asked, judged
from sosach.campaign.precedence import Precedence
from sosach.campaign.visit_answers import VisitAnswer
from sosach.campaign.visit_outcomes import VisitCase
from sosach.forms.visits import Asks
from sosach.store.accounts.selectors import plan
from sosach.store.findings.models import Finding, State
from sosach.store.log.chain import canonical
from sosach.store.registers.models import Person, Record
from sosach.store.registers.sources import stands_above
from sosach.store.visits.models import Answer, Line
from sosach.store.visits.residents import REGISTERS

VISIT = "visit"  # the source of events

_Holder = tuple[int, tuple[str | None, str | None]]  # person; key of the name, date of birth

_NUMBERS = (Asks.NUMBER, Asks.CONFIRM_NUMBER)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What stands now of one person."""

    facts: Mapping[str, str]
    overrides: Mapping[str, Mapping[str, Any]]
    whose: tuple[str | None, str | None]  # key of the name, date of birth


def said_text(answer: VisitAnswer) -> str:
    """What was said, as JSON: the same answer is the same text, whoever asked and on whichever day."""
    return canonical(
        {
            "answer": answer.value.shown or (answer.choice.value if answer.choice else ""),
            "value": answer.value.value,
            "choice": answer.choice.value if answer.choice else None,
            "note": answer.note,
        }
    )


def visit_cases(lines: Sequence[Line], answers: Mapping[int, VisitAnswer]) -> list[VisitCase]:
    """The cases of answered lines, in their order; read by few statements however many lines there are.

    Args:
        lines: that are answered.
        answers: by number of the line.
    """
    persons = {line.person_id for line in lines}
    standing, faulty = _standing(persons), _faulty(persons)
    earlier = _earlier(lines)
    order = plan().precedence
    numbers = judged([_asked(answers[line.number], standing.get(line.person_id)) for line in lines])
    holders = _holders([answers[line.number] for line in lines])
    return [
        VisitCase(
            answer=answers[line.number],
            asked_of=line.stood,
            current=now.facts.get(line.field) if (now := standing.get(line.person_id)) else None,
            gone=line.person_id not in standing,
            faulty=(line.person_id, line.field) in faulty,
            number=number if Asks(line.asks) in _NUMBERS and line.field == "personal_id" else None,
            number_taken=_is_taken(line, answers[line.number], holders, standing),
            stands_above=_is_above(line, standing.get(line.person_id), order),
            repeated=_is_repeated(earlier.get(line.id), answers[line.number]),
            set_before=_set_before(earlier.get(line.id)),
        )
        for line, number in zip(lines, numbers, strict=True)
    ]


def _standing(persons: Collection[int]) -> dict[int, _Standing]:
    """What stands of those who are still in the register."""
    columns = ("person_id", "facts", "overrides", "person__name_key", "person__birth_date")
    rows = Record.objects.filter(person__in=persons, person__left="").values_list(*columns)
    return {
        person: _Standing(json.loads(facts), json.loads(overrides), (name, born))
        for person, facts, overrides, name, born in rows
    }


def _faulty(persons: Collection[int]) -> set[tuple[int, str]]:
    """Values of which a rule says that they cannot be."""
    found = Finding.objects.filter(person__in=persons, severity="error", state__in=(State.OPEN, State.WAITING))
    return set(found.values_list("person", "field"))


def _earlier(lines: Sequence[Line]) -> dict[int, list[Answer]]:
    """What was answered before, line by line, the latest last."""
    told: dict[int, list[Answer]] = defaultdict(list)
    held = Answer.objects.filter(line__in=[line.id for line in lines], received__undone_by=None).order_by("received")
    for answer in held:
        told[answer.line_id].append(answer)
    return told


def _asked(answer: VisitAnswer, now: _Standing | None) -> Asked:
    facts = now.facts if now else {}
    return answer.value.value, answer.value.shown or None, facts.get("sex"), facts.get("birth_date")


def _holders(answers: Sequence[VisitAnswer]) -> Mapping[str, list[_Holder]]:
    """Who has the numbers that are given, by number."""
    given = {one.value.value for one in answers if one.question.field == "personal_id" and one.value.value}
    found: dict[str, list[_Holder]] = defaultdict(list)
    held = Person.objects.filter(personal_id__in=given, register__in=REGISTERS, left="")
    for number, person, name, born in held.values_list("personal_id", "id", "name_key", "birth_date"):
        found[number or ""].append((person, (name, born)))
    return found


def _is_taken(
    line: Line, answer: VisitAnswer, holders: Mapping[str, list[_Holder]], standing: Mapping[int, _Standing]
) -> bool:
    """Whether somebody else has the number; one person's rows in two registers are one person."""
    if line.field != "personal_id" or answer.value.value is None or line.person_id not in standing:
        return False
    mine = standing[line.person_id].whose
    return any(person != line.person_id and whose != mine for person, whose in holders.get(answer.value.value, ()))


def _is_above(line: Line, now: _Standing | None, order: Precedence) -> bool:
    over = now.overrides.get(line.field) if now else None
    return over is not None and stands_above(line.field, over["source"], VISIT, order)


def _is_repeated(earlier: Sequence[Answer] | None, answer: VisitAnswer) -> bool:
    return bool(earlier) and earlier is not None and earlier[-1].said == said_text(answer)


def _set_before(earlier: Sequence[Answer] | None) -> str | None:
    """What the last of the earlier answers has set."""
    return next((one.sets for one in reversed(earlier or ()) if one.sets is not None), None)
