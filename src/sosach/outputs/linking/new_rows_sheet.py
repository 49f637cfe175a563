"""Persons to be added, as rows of the other list: its own columns in its own order, ready to be copied or typed in."""

from collections.abc import Mapping, Sequence

import polars as pl

from sosach.intake.reading import Column
from sosach.intake.wording import words_of
from sosach.outputs.linking.alone_sheet import in_order
from sosach.outputs.linking.found import Alone
from sosach.outputs.linking.list_sheet import Entry, ListColumn, ListSheet
from sosach.outputs.linking.people import Side
from sosach.registers.field import Kind

# What the births book calls otherwise.
_ALSO = {"address": "residence"}
_ORDINALS = frozenset({("stt",), ("tt",), ("so", "tt"), ("so", "thu", "tu")})
_MALE, _FEMALE = ("nam",), ("nu",)

_WIDTHS = {
    Kind.NAME: 20.0,
    Kind.ADDRESS: 30.0,
    Kind.PERSONAL_ID: 14.0,
    Kind.DATE: 11.0,
    Kind.TEXT: 16.0,
    Kind.HAMLET: 14.0,
}
_OTHER, _COUNT, _EMPTY = 10.0, 5.0, 7.0


def new_rows_sheet(name: str, alone: Alone, source: Side, target: Side, most: int) -> ListSheet:
    """The sheet.

    Args:
        name: of the sheet.
        alone: who is to be added.
        source: the list they stand in.
        target: the list they are missing in, whose columns these are.
        most: rows that it holds.
    """
    positions = in_order(alone, source, most).positions
    columns = [_column(column, positions, source, target) for column in _headings(target)]
    columns += [
        ListColumn(title=f"{source.name}: dòng", entries=source.places(positions), width=9, fill_in=True),
        *(
            ListColumn(title=f"{source.name}: {field.label.lower()}", entries=source.entries(field.name, positions),
                       width=12, fill_in=True)
            for field in source.persons.register.fields
            if field.name in ("birth_cert_no", "book_no", "registered_on")
        ),
    ]  # fmt: skip
    return ListSheet(name=name, columns=columns, rows=positions.len(), frozen=3)


def _headings(target: Side) -> Sequence[Column]:
    """The columns of the target's first sheet with persons; a file without headings has its fields."""
    first = target.sheets[0]
    found = [column for column in target.persons.opened.columns if column.sheet == first and column.heading]
    fields = target.persons.register.fields
    return found or [Column(first, "", field.label, field.name) for field in fields]


def _column(column: Column, positions: pl.Series, source: Side, target: Side) -> ListColumn:
    entries = _entries(column, positions, source)
    if not any(entry is not None for entry in entries):
        return ListColumn(title=column.heading, entries=entries, width=_EMPTY)
    kind = target.persons.register.by_name[column.field].kind if column.field else None
    return ListColumn(title=column.heading, entries=entries, width=_WIDTHS.get(kind, _OTHER) if kind else _COUNT)


def _entries(column: Column, positions: pl.Series, source: Side) -> Sequence[Entry]:
    nothing: list[Entry] = [None] * positions.len()
    if column.field is None:
        return list(range(1, positions.len() + 1)) if words_of(column.heading).folded in _ORDINALS else nothing
    if column.field == "hamlet":
        return source.persons.facts["hamlet"].gather(positions).to_list()
    field = column.field if column.field in source.persons.register.by_name else _ALSO.get(column.field, "")
    if field not in source.persons.register.by_name or field == "note":
        return nothing
    entries = source.entries(field, positions)
    return _of_sex(column, entries, source, positions) if field == "birth_date" else entries


def _of_sex(column: Column, entries: Sequence[Entry], source: Side, positions: pl.Series) -> Sequence[Entry]:
    """A list may keep births of boys and of girls in two columns, and so tell the sex."""
    last = words_of(column.heading.rsplit("/", 1)[-1]).folded
    wanted: Mapping[tuple[str, ...], str] = {_MALE: "male", _FEMALE: "female"}
    if last not in wanted:
        return entries
    sexes = source.persons.field("sex", positions)["value"]
    return [entry if sex == wanted[last] else None for entry, sex in zip(entries, sexes, strict=True)]
