"""What was settled about persons of an export, and the cells that say so."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sosach.intake.reading import Column, Grid
from sosach.outputs.upload.file_words import FileWords

RECORD = ""  # in place of a field: the record itself, which has to be deleted because another one is kept

Where = tuple[str, int]  # sheet and 1-based row of the export


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who a change is about, as lists name somebody; cleaned values."""

    full_name: str | None
    birth_date: str | None = None
    record_code: str | None = None
    hamlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A fact of a person that the national software has not yet."""

    person: Person
    where: Where | None  # None: not in this export
    field: str  # or `RECORD`
    old: str | None  # cleaned value
    new: str | None  # cleaned value; None: to be emptied; of a record: how the one that is kept is called
    change: str  # what the log calls it, “Q-000412”


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody whom the national software does not have yet."""

    values: Mapping[str, str]  # cleaned values by field
    change: str  # what the log calls the finding of this person

    def settled(self) -> list[Settled]:
        """What has to be typed: every field."""
        person = Person(
            full_name=self.values.get("full_name"),
            birth_date=self.values.get("birth_date"),
            hamlet=self.values.get("hamlet"),
        )
        return [
            Settled(person=person, where=None, field=field, old=None, new=value, change=self.change)
            for field, value in self.values.items()
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """One cell to be changed."""

    sheet: str
    row: int  # from 1
    letter: str
    heading: str
    old: str  # what it shows; empty where nothing stands
    new: str  # the text to stand there
    change: str

    @property
    def cell(self) -> str:
        """Its name: “H12”."""
        return f"{self.letter}{self.row}"


class LeftOut(StrEnum):
    """Why a fact is not put into a cell."""

    ALREADY = "already"  # the export shows it
    NOT_IN_EXPORT = "not_in_export"
    NO_COLUMN = "no_column"
    TWO_COLUMNS = "two_columns"  # the field is spread over several columns, as dates under Nam and Nữ are


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells to change, and what could not be put into one."""

    changes: tuple[CellChange, ...]
    left_out: tuple[tuple[Settled, LeftOut], ...]


def to_cells(settled: Sequence[Settled], columns: Sequence[Column], grids: Sequence[Grid], words: FileWords) -> Cells:
    """Finds the cell of every fact and what has to stand there.

    Args:
        settled: one fact per person and field.
        columns: of the export, as it was read.
        grids: its sheets as they came.
        words: how this file writes values.

    Raises:
        ValueError: two facts want the same cell.
    """
    by_field: Mapping[tuple[str, str | None], list[Column]] = _by_field(columns)
    by_name = {grid.name: grid for grid in grids}
    changes: list[CellChange] = []
    left_out: list[tuple[Settled, LeftOut]] = []
    for one in settled:
        found = _cell(one, by_field, by_name, words)
        if isinstance(found, CellChange):
            changes.append(found)
        else:
            left_out.append((one, found))
    if len({(change.sheet, change.cell) for change in changes}) < len(changes):
        raise ValueError("two facts want the same cell")
    return Cells(tuple(changes), tuple(left_out))


def _by_field(columns: Sequence[Column]) -> Mapping[tuple[str, str | None], list[Column]]:
    found: dict[tuple[str, str | None], list[Column]] = defaultdict(list)
    for column in columns:
        found[column.sheet, column.field].append(column)
    return found


def _cell(
    one: Settled,
    columns: Mapping[tuple[str, str | None], list[Column]],
    grids: Mapping[str, Grid],
    words: FileWords,
) -> CellChange | LeftOut:
    if one.where is None:
        return LeftOut.NOT_IN_EXPORT
    sheet, row = one.where
    found = columns.get((sheet, one.field), [])
    if not found:
        return LeftOut.NO_COLUMN
    if len(found) > 1:
        return LeftOut.TWO_COLUMNS
    column = found[0]
    old = grids[sheet].text[column.letter][row - 1] or ""
    new = words.written(one.field, one.new)
    if old == new:
        return LeftOut.ALREADY
    return CellChange(
        sheet=sheet, row=row, letter=column.letter, heading=column.heading, old=old, new=new, change=one.change
    )  # fmt: skip
