"""What the answers of a household review say, question by question; nothing is applied here."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from sosach.campaign.returned import Returned
from sosach.campaign.visit_list import VisitRow
from sosach.dates import reading as dates
from sosach.forms import choices_made
from sosach.forms.form import ReturnedRow
from sosach.forms.given import NOTHING, Given, Reader, read_given, shown_answer
from sosach.forms.visits import Asks, Choice, Question
from sosach.ids import personal_id
from sosach.people import ethnicity, name, sex


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitAnswer:
    """An answered question."""

    number: int  # of the row as it was sent
    person: int
    question: Question
    value: Given  # what was answered, as a register would hold it; of choices nothing
    choice: Choice | None  # that was made; of a number that was asked to be confirmed YES or NO
    seen: str  # the paper that was looked at
    on: str | None  # ISO
    by: str
    note: str

    @property
    def understood(self) -> bool:
        """Whether the answer says what the question wanted to know."""
        return self.choice is not None or self.value.value is not None


def _text(column: pl.Series) -> pl.DataFrame:
    return pl.DataFrame({"value": column, "state": pl.Series(["good"] * column.len(), dtype=pl.String)})


_WRONG = r"(?i)^\s*(?:sai|không đúng|khong dung)\b[\s,;:.–-]*(?:số đúng(?: là)?|là|so dung(?: la)?|la)?[\s:]*"


def _right_number(column: pl.Series) -> pl.DataFrame:
    """The number behind the word that says that the one asked about is wrong."""
    return personal_id.read(column.str.replace(_WRONG, ""))


_READERS: Mapping[Asks, Reader] = {
    Asks.NUMBER: personal_id.read,
    Asks.CONFIRM_NUMBER: _right_number,
    Asks.DATE: dates.read,
    Asks.SEX: sex.read,
    Asks.NAME: name.read,
    Asks.ETHNICITY: ethnicity.read,
    Asks.TEXT: _text,
}
_CHOSEN = frozenset({Asks.REGISTERED, Asks.HAS_CARD, Asks.LIVES_HERE, Asks.CONFIRM_NUMBER})


def visit_answers(rows: Sequence[ReturnedRow], returned: Returned, sent: Sequence[VisitRow]) -> list[VisitAnswer]:
    """The answered questions in the order in which they were sent.

    Args:
        rows: as they came back.
        returned: what they are worth.
        sent: all rows of the list.
    """
    asked = {row.sent.number: row for row in sent}
    numbers = sorted(number for number in returned.answered if number not in returned.two_answers)
    cells = {number: rows[returned.answered[number]].answers for number in numbers}
    values = _values({number: cells[number].get("answer") for number in numbers}, asked)
    choices = _choices({number: cells[number].get("answer") for number in numbers}, asked)
    days = dict(zip(numbers, read_given([cells[number].get("on") for number in numbers], dates.read), strict=True))
    return [
        VisitAnswer(
            number=number,
            person=asked[number].person,
            question=asked[number].question,
            value=values.get(number, NOTHING),
            choice=_choice(asked[number].question.asks, choices.get(number), values.get(number, NOTHING)),
            seen=shown_answer(cells[number].get("seen", "")),
            on=days[number].value,
            by=shown_answer(cells[number].get("by", "")),
            note=shown_answer(cells[number].get("note", "")),
        )
        for number in numbers
        if cells[number].get("answer") or cells[number].get("note")
    ]


def _values(cells: Mapping[int, str | None], asked: Mapping[int, VisitRow]) -> dict[int, Given]:
    by_kind: dict[Asks, list[int]] = defaultdict(list)
    for number in cells:
        by_kind[asked[number].question.asks].append(number)
    found: dict[int, Given] = {}
    for asks, numbers in by_kind.items():
        reader = _READERS.get(asks)
        if reader is not None:
            found |= zip(numbers, read_given([cells[number] for number in numbers], reader), strict=True)
    return found


def _choices(cells: Mapping[int, str | None], asked: Mapping[int, VisitRow]) -> dict[int, Choice]:
    numbers = [number for number in cells if asked[number].question.asks in _CHOSEN]
    read = read_given([cells[number] for number in numbers], choices_made.read)
    return {number: Choice(one.value) for number, one in zip(numbers, read, strict=True) if one.value}


def _choice(asks: Asks, choice: Choice | None, value: Given) -> Choice | None:
    """A number that is written in the place of a choice says that the one asked about is another."""
    return Choice.NO if asks is Asks.CONFIRM_NUMBER and value.value is not None else choice
