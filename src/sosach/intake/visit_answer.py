"""Reads a hamlet's review list back: answers by row, and children met who are on no list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sosach.dates import reading as dates
from sosach.findings.notices import Notice, Refused, refused
from sosach.forms import choices_made
from sosach.forms.form import ReturnedRow
from sosach.forms.given import Given, Reader, read_given, shown_answer
from sosach.forms.visits import FOUND_CHILDREN, VISIT_LIST, FoundChild
from sosach.ids import personal_id
from sosach.intake.form_answer import FormAnswer, read_form
from sosach.intake.options import ReadingOptions
from sosach.people import ethnicity, name, sex

_READERS: Mapping[str, Reader] = {
    "full_name": name.read,
    "birth_date": dates.read,
    "sex": sex.read,
    "ethnicity": ethnicity.read,
    "personal_id": personal_id.read,
    "father_name": name.read,
    "mother_name": name.read,
    "household_head": name.read,
    "registered": choices_made.read,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitReturn:
    """The list as the hamlet gave it back."""

    name: str
    sha256: str
    rows: tuple[ReturnedRow, ...]  # of the questions
    found: tuple[FoundChild, ...]  # children who are on no list
    notices: tuple[Notice, ...]


def read_visit_answer(path: Path, options: ReadingOptions) -> VisitReturn:
    """Reads a review list.

    Args:
        path: .xlsx .xlsm .xls .xlsb .ods or .csv.
        options: password and limits.

    Raises:
        Refused: not readable, no review list, or nothing filled in.
    """
    form = read_form(path, VISIT_LIST, options)
    met = _met(path, options)
    found = _children(met.rows) if met else ()
    if not found and not any(row.answers for row in form.rows):
        raise refused("visits_empty", file=form.name, count=len(form.rows))
    said = (*form.notices, *(said for said in met.notices if said not in form.notices)) if met else form.notices
    return VisitReturn(name=form.name, sha256=form.sha256, rows=form.rows, found=found, notices=said)


def _met(path: Path, options: ReadingOptions) -> FormAnswer | None:
    """The sheet of children met; a list that came back without it says nothing of any."""
    try:
        return read_form(path, FOUND_CHILDREN, options)
    except Refused as refusal:
        if refusal.notice.code in ("form_unknown", "police_columns"):
            return None
        raise


def _children(rows: Sequence[ReturnedRow]) -> tuple[FoundChild, ...]:
    columns = {key: read_given([row.answers.get(key) for row in rows], reader) for key, reader in _READERS.items()}
    given: list[dict[str, Given]] = [
        {key: column[place] for key, column in columns.items()} for place in range(len(rows))
    ]  # fmt: skip
    return tuple(
        FoundChild(
            sheet=row.sheet,
            row=row.row,
            address=shown_answer(row.answers.get("address", "")),
            note=shown_answer(row.answers.get("note", "")),
            **facts,
        )
        for row, facts in zip(rows, given, strict=True)
        if facts["full_name"].filled
    )
