"""Where the columns of a form stand in a sheet that came back: renamed, moved, left out, or under a row of titles.

A heading is taken by its words, also by those that offices turn it into; a column whose heading nobody knows is taken
by its place, when everything else stands where it was sent. Every liberty is reported.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sosach.forms.form import Form, FormColumn
from sosach.intake.facts import column_letters
from sosach.intake.reading import Grid
from sosach.intake.wording import words_of

LOOKED_AT = 30  # rows from the top in which the heading may stand

_FEWEST = 3  # columns by name that make a heading row, the code's or the needed ones among them


@dataclass(frozen=True, slots=True)
class FormLayout:
    """The columns of a form in one sheet."""

    heading_row: int  # zero-based
    letters: Mapping[str, str]  # letter of the column by key
    renamed: tuple[tuple[str, str], ...]  # (heading as sent, heading as found)
    missing: tuple[FormColumn, ...]


def find_form(grid: Grid, form: Form) -> FormLayout | None:
    """The layout of the form in this sheet; None where the sheet holds something else."""
    rows = grid.text.head(LOOKED_AT).rows()
    known = _known(form)
    best: dict[int, FormColumn] = {}
    at = -1
    for number, row in enumerate(rows):
        found = _by_words(row, known)
        if len(found) > len(best):
            best, at = found, number
    if len(best) < min(_FEWEST, len(form.columns)) or not any(column.needed for column in best.values()):
        return None
    return _laid_out(rows[at], at, best, form)


def _known(form: Form) -> Mapping[tuple[str, ...], FormColumn]:
    """The columns by the words of every heading they may have; what was sent comes before what it is turned into."""
    exact = {words_of(column.heading).folded: column for column in form.columns}
    also = {words_of(heading).folded: column for column in form.columns for heading in column.also}
    return {**also, **exact}


def _by_words(row: Sequence[str | None], known: Mapping[tuple[str, ...], FormColumn]) -> dict[int, FormColumn]:
    """Place by place the column whose heading stands there; the heading as sent wins over one like it."""
    found: dict[int, FormColumn] = {}
    for place, text in enumerate(row):
        column = known.get(words_of(text).folded) if text else None
        if column is not None:
            found[place] = column
    taken: dict[str, int] = {}
    for place, column in found.items():
        rival = taken.get(column.key)
        if rival is None or words_of(row[place] or "").folded == words_of(column.heading).folded:
            taken[column.key] = place
    return {place: column for place, column in found.items() if taken[column.key] == place}


def _laid_out(row: Sequence[str | None], at: int, found: dict[int, FormColumn], form: Form) -> FormLayout:
    places = {column.key: place for place, column in found.items()}
    places |= _by_place(row, places, form)
    ordered = [column for column in form.columns if column.key in places]
    renamed = tuple(
        (column.heading, " ".join((row[places[column.key]] or "").split()))
        for column in ordered
        if words_of(row[places[column.key]] or "").folded != words_of(column.heading).folded
    )
    letters = {key: column_letters(place) for key, place in places.items()}
    missing = tuple(column for column in form.columns if column.key not in places)
    return FormLayout(at, letters, renamed, missing)


def _by_place(row: Sequence[str | None], places: Mapping[str, int], form: Form) -> dict[str, int]:
    """Columns under unknown headings, where the others all stand at the same distance from where they were sent."""
    sent = {column.key: place for place, column in enumerate(form.columns)}
    distances = {place - sent[key] for key, place in places.items()}
    if len(distances) != 1:
        return {}
    (distance,) = distances
    free = {
        key: place + distance
        for key, place in sent.items()
        if key not in places and 0 <= place + distance < len(row) and place + distance not in places.values()
    }
    return {key: place for key, place in free.items() if row[place]}
