"""Reads the decisions that people filled into pairs.xlsx or links.xlsx."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sosach.findings.notices import Notice, notice
from sosach.forms.form import ReturnedRow
from sosach.forms.given import shown_answer
from sosach.forms.pair_decisions import CHOICES, FORM, ONE_PERSON, TWO_PERSONS, UNKNOWN, persons_of
from sosach.intake.form_answer import read_form
from sosach.intake.options import ReadingOptions
from sosach.intake.wording import words_of
from sosach.linkage.decided import Decision, Ruling
from sosach.linkage.person_key import parts_of

_RULINGS = {ONE_PERSON: Ruling.ONE, TWO_PERSONS: Ruling.TWO, UNKNOWN: Ruling.OPEN}
RULING_WORDS = {ruling: word for word, ruling in _RULINGS.items()}

_BY_WORDS = {words_of(word).folded: ruling for word, ruling in _RULINGS.items()}


@dataclass(frozen=True, slots=True)
class Filled:
    """What a workbook brought back."""

    decisions: tuple[Decision, ...]
    notices: tuple[Notice, ...]


def read_decisions(path: Path, options: ReadingOptions) -> Filled:
    """The decisions in a workbook, from all its sheets; rows without one are left out.

    Args:
        path: the workbook.
        options: password and limits.

    Raises:
        Refused: it cannot be read, or has not the columns of decisions.
    """
    answer = read_form(path, FORM, options)
    said: list[Notice] = []
    found: dict[frozenset[str], Decision] = {}
    doubtful: set[frozenset[str]] = set()
    for row in answer.rows:
        decision = _decision(row, answer.name, said)
        if decision is None:
            continue
        before = found.setdefault(decision.pair, decision)
        if before.ruling is not decision.ruling and decision.pair not in doubtful:
            doubtful.add(decision.pair)
            said.append(notice("decision_twice", file=answer.name, sheet=row.sheet, row=row.row))
    kept = tuple(decision for pair, decision in found.items() if pair not in doubtful)
    return Filled(kept, (*_about_the_file(answer.notices), *said))


def _decision(row: ReturnedRow, file: str, said: list[Notice]) -> Decision | None:
    word = shown_answer(row.answers.get("ruling", ""))
    if not word:
        return None
    ruling = _BY_WORDS.get(words_of(word).folded)
    if ruling is None:
        choices = ", ".join(CHOICES)
        said.append(
            notice("decision_word", file=file, sheet=row.sheet, row=row.row, value=word[:40], candidates=choices)
        )
        return None
    persons = persons_of(row.code)
    if persons is None or not all(map(parts_of, persons)):
        said.append(notice("decision_code", file=file, sheet=row.sheet, row=row.row))
        return None
    return Decision(one=persons[0], other=persons[1], ruling=ruling, note=shown_answer(row.answers.get("note", "")))


def _about_the_file(notices: Iterable[Notice]) -> Iterable[Notice]:
    """The same columns stand in several sheets of ours; that one of them lacks the remarks is no news."""
    return (said for said in notices if said.code != "form_column_missing")
