"""Reads what the police wrote into their list: results in any words, and facts as the cells of a register are read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sosach.dates import reading as dates
from sosach.findings.notices import Notice, notice, refused
from sosach.forms import police_result
from sosach.forms.form import ReturnedRow
from sosach.forms.given import NOTHING, Given, Reader, read_given, shown_answer
from sosach.forms.police import POLICE_LIST, PoliceAnswer, Result
from sosach.ids import personal_id
from sosach.intake.accounting import at_most_three
from sosach.intake.form_answer import FormAnswer, read_form
from sosach.intake.options import ReadingOptions
from sosach.people import name, sex

_QUOTED = 40

_READERS: Mapping[str, Reader] = {
    "result": police_result.read,
    "new_personal_id": personal_id.read,
    "new_full_name": name.read,
    "new_birth_date": dates.read,
    "new_sex": sex.read,
}


@dataclass(frozen=True, slots=True)
class PoliceRow:
    """A row as it came back, and what it answers; None: nothing was filled in."""

    returned: ReturnedRow
    answer: PoliceAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceReturn:
    """The list as the police gave it back."""

    name: str
    sha256: str
    rows: tuple[PoliceRow, ...]
    notices: tuple[Notice, ...]
    silent_marks: tuple[int, ...]  # places in `rows` that say something by colour or comment, and nothing in words


def read_police_answer(path: Path, options: ReadingOptions) -> PoliceReturn:
    """Reads a list that the police gave back.

    Args:
        path: .xlsx .xlsm .xls .xlsb .ods or .csv.
        options: password and limits.

    Raises:
        Refused: not readable, no list of this form, or nothing filled in.
    """
    form = read_form(path, POLICE_LIST, options)
    rows = tuple(map(PoliceRow, form.rows, _answers(form.rows)))
    silent = tuple(
        number
        for number, row in enumerate(rows)
        if row.answer is None and (row.returned.coloured or row.returned.remark)
    )
    if not any(row.answer for row in rows):
        if silent:
            raise refused("police_coloured", file=form.name, count=len(silent), row=rows[silent[0]].returned.row)
        raise refused("police_empty", file=form.name, count=len(rows))
    said = _notices(form, rows, silent)
    return PoliceReturn(
        name=form.name, sha256=form.sha256, rows=rows, notices=at_most_three(said), silent_marks=silent
    )  # fmt: skip


def typed_return(rows: Sequence[ReturnedRow], name: str, sha256: str) -> PoliceReturn:
    """Answers that were typed on a page, read as the cells of a workbook are.

    Args:
        rows: with the codes and facts as they were sent.
        name: what the answers are called in minutes.
        sha256: of what was typed.
    """
    told = tuple(map(PoliceRow, rows, _answers(rows)))
    return PoliceReturn(name=name, sha256=sha256, rows=told, notices=tuple(_unnamed(told, name)), silent_marks=())


def _notices(form: FormAnswer, rows: Sequence[PoliceRow], silent: Sequence[int]) -> tuple[Notice, ...]:
    said = list(form.notices)
    if silent:
        said.append(
            notice("police_coloured", file=form.name, count=len(silent), row=rows[silent[0]].returned.row)
        )  # fmt: skip
    return (*said, *_unnamed(rows, form.name))


def _unnamed(rows: Sequence[PoliceRow], name: str) -> Iterator[Notice]:
    """Answers that name none of the seven results."""
    for row in rows:
        if row.answer and row.answer.result is None and row.answer.result_shown:
            yield notice("police_result", file=name, row=row.returned.row, value=row.answer.result_shown[:_QUOTED])


def _answers(rows: Sequence[ReturnedRow]) -> list[PoliceAnswer | None]:
    columns = {
        key: read_given([row.answers.get(key) for row in rows], reader) for key, reader in _READERS.items()
    }  # fmt: skip
    notes = [shown_answer(row.answers.get("note", "")) for row in rows]
    spoken = read_given([note or None for note in notes], police_result.read)
    in_number = read_given([row.answers.get("new_personal_id") for row in rows], police_result.read)
    found: list[PoliceAnswer | None] = []
    for place, row in enumerate(rows):
        given = {key: column[place] for key, column in columns.items()}
        filled = any(one.filled for one in given.values()) or bool(notes[place])
        elsewhere = (in_number[place], spoken[place])
        found.append(_answer(given, notes[place], elsewhere) if filled and row.answers else None)
    return found


def _answer(given: Mapping[str, Given], note: str, elsewhere: tuple[Given, Given]) -> PoliceAnswer:
    """One row's answer; where the result's column is empty, words in the number's column or in the note may name it."""
    result, number = given["result"], given["new_personal_id"]
    in_number, in_note = elsewhere
    if in_number.value and not number.value and not any(c.isdigit() for c in number.shown):
        number = NOTHING
        if not result.filled:
            result = in_number
    if not result.filled and in_note.value:
        result = in_note
    facts = (given["new_full_name"], given["new_birth_date"], given["new_sex"])
    corrected = any(fact.filled for fact in facts)
    meant = Result(result.value) if result.value else None
    inferred = False
    if meant is None and (result.state == "wrong" or not result.filled) and (corrected or number.filled):
        meant = Result.CORRECTED if corrected or result.state == "wrong" else Result.NUMBER_GIVEN
        inferred = True
    return PoliceAnswer(
        result=meant,
        result_shown=result.shown,
        inferred=inferred,
        personal_id=number,
        full_name=facts[0],
        birth_date=facts[1],
        sex=facts[2],
        note=note,
    )
