"""The answered rows of a file beside what was sent and what stands now: the cases that `campaign.answers` judges."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sosach.campaign.outcome import Case, Facts
from sosach.campaign.precedence import Precedence
from sosach.campaign.returned import Returned
from sosach.forms.police import PoliceAnswer
from sosach.intake.police_answer import PoliceRow
from sosach.registers.register import Register
from sosach.store.accounts.selectors import plan
from sosach.store.police.candidates import facts_of, number_cell
from sosach.store.police.models import Answer, Batch, Line, Return
from sosach.store.police.said import answer_of, answer_text
from sosach.store.police.said import facts_of as sent_facts
from sosach.store.registers.models import Person, Record
from sosach.store.registers.sources import stands_above

POLICE = "police"  # the source of events
_REGISTERS = ("children", "beneficiaries")  # in which a number belongs to somebody; a birth is no second person

_Holder = tuple[int, str | None, str | None]  # person, key of the name, date of birth


@dataclass(frozen=True, slots=True)
class Answered:
    """One answered row."""

    line: Line
    row: int  # of the sheet that came back
    answer: PoliceAnswer
    case: Case


@dataclass(frozen=True, slots=True)
class _Standing:
    """What stands now of one person."""

    facts: Facts
    above: bool  # the number was set from a source above the police
    whose: tuple[str | None, str | None]  # key of the name, date of birth


def answered_rows(batch: Batch, rows: tuple[PoliceRow, ...], returned: Returned, register: Register) -> list[Answered]:
    """The answered rows of a file, in the order of the batch.

    Args:
        batch: whose rows they are.
        rows: as they were read.
        returned: what they are worth.
        register: of the batch.
    """
    lines = {line.number: line for line in batch.lines.select_related("batch").order_by("number")}
    told = [
        (lines[number], rows[place].returned.row, answer)
        for number, place in sorted(returned.answered.items())
        if (answer := rows[place].answer) is not None
    ]
    standing = _standing({line.person_id for line, _, _ in told}, plan().precedence)
    earlier = _earlier(batch)
    holders = _holders(told, standing)
    return [
        Answered(
            line,
            row,
            answer,
            Case(
                sent=sent_facts(line.facts),
                current=standing[line.person_id].facts if line.person_id in standing else None,
                answer=answer,
                previous=_previous(answer, earlier.get(line.id, [])),
                number_taken=_is_taken(
                    line.person_id, _number(answer, standing.get(line.person_id)), holders, standing
                ),
                stands_above=line.person_id in standing and standing[line.person_id].above,
                two_answers=line.number in returned.two_answers,
            ),
        )
        for line, row, answer in told
    ]


def belongs_to_another(number: str, person: Person) -> bool:
    """Whether somebody else has a number; one person's rows in two registers, or for two benefits, are one person."""
    holders = Person.objects.filter(register__in=_REGISTERS, personal_id=number, left="").exclude(id=person.id)
    whose = (person.name_key, person.birth_date)
    return any(holder != whose for holder in holders.values_list("name_key", "birth_date"))


def _standing(persons: Collection[int], order: Precedence) -> dict[int, _Standing]:
    """What stands now of those who are still in the register."""
    columns = ("person_id", "facts", "raw", "overrides", "person__name_key")
    records = Record.objects.filter(person__in=persons, person__left="").values_list(*columns)
    return {row[0]: _one(row, order) for row in records}


def _one(row: tuple[int, str, str, str, str | None], order: Precedence) -> _Standing:
    _, text, raw, overrides, name_key = row
    told = defaultdict(lambda: None, json.loads(text))
    over = json.loads(overrides).get("personal_id")
    above = over is not None and stands_above("personal_id", over["source"], POLICE, order)
    facts = facts_of({**{name: told[name] for name in ("full_name", "birth_date", "sex", "personal_id")},
                      "shown": number_cell(raw, overrides)})  # fmt: skip
    return _Standing(facts, above, (name_key, told["birth_date"]))


def _earlier(batch: Batch) -> dict[int, list[str]]:
    """What was answered before, row by row, the latest last."""
    told: dict[int, list[str]] = defaultdict(list)
    holding = Return.objects.filter(batch=batch, undone_by=None)
    answers = Answer.objects.filter(received__in=holding).order_by("received")
    for line, said in answers.values_list("line", "said"):
        told[line].append(said)
    return told


def _previous(answer: PoliceAnswer, earlier: list[str]) -> PoliceAnswer | None:
    """The answer that was taken in before: this very one, if it was ever given."""
    if answer_text(answer) in earlier:
        return answer
    return answer_of(earlier[-1]) if earlier else None


def _number(answer: PoliceAnswer, standing: _Standing | None) -> str | None:
    """The number that is given or, where none is, that stands."""
    return answer.personal_id.value or (standing.facts.personal_id if standing else None)


def _holders(told: list[tuple[Line, int, PoliceAnswer]], standing: Mapping[int, _Standing]) -> dict[str, list[_Holder]]:
    """Who has the numbers of the answers, by number."""
    numbers = {number for line, _, answer in told if (number := _number(answer, standing.get(line.person_id)))}
    found: dict[str, list[_Holder]] = defaultdict(list)
    holders = Person.objects.filter(register__in=_REGISTERS, personal_id__in=numbers, left="")
    for person, number, name, born in holders.values_list("id", "personal_id", "name_key", "birth_date"):
        found[number or ""].append((person, name, born))
    return found


def _is_taken(
    person: int,
    number: str | None,
    holders: Mapping[str, list[_Holder]],
    standing: Mapping[int, _Standing],
) -> bool:
    """Whether somebody else has the number; one person's rows in two registers, or for two benefits, are one person."""
    mine = standing[person].whose if person in standing else None
    return any(who != person and (name, born) != mine for who, name, born in holders.get(number or "", ()))
