"""A list on a sheet of its own: heading in sight, filters, room to fill in, pages of A4 across.

Cells are text, whole days or counts; nothing that came from a list can become a formula or a link.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from math import ceil
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from sosach.outputs.review.cells import write_text
from sosach.outputs.review.looks import Looks

Entry = str | int | datetime | None

_MOST_ROWS = 20_000  # of one sheet: more is no work for people, and stands in the Parquet files
_MANY_PERSONS = 50_000  # no commune has as many; lists of provinces are worked on in the Parquet files
_FEW_ROWS = 1_000  # of one sheet, enough to see what the differences are like

_LINE = 15.0  # points
_SPARE = 1.12  # what is lost at the ends of lines
_MOST_HEAD = 5  # lines of a heading
_MOST_LINES = 27  # in one row, Excel's limit of 409 points
_A4 = 9
_PAGE = 290.0  # letters across that can still be read on a page
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST_AS_TEXT = 255  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """One column of a list."""

    title: str
    entries: Sequence[Entry] = ()  # one per row; none: to be filled in
    upper: str = ""  # a heading over several columns
    width: float = 12.0  # in letters
    looks: tuple[str, ...] = ("wrap",)
    marks: Sequence[str | None] = ()  # per row the look of a cell that is to be seen, or None
    choices: tuple[str, ...] = ()  # of a drop-down
    advice: str = ""  # shown when the cell is chosen
    fill_in: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSheet:
    """A list and how it is looked at."""

    name: str
    columns: Sequence[ListColumn]
    rows: int
    bands: Sequence[int] = field(default=())  # per row 0 or 1: rows that belong together have one shade
    frozen: int = 2  # columns that stay in sight


def most_rows(persons: int) -> int:
    """How many rows a sheet shows at most, in a list of so many persons."""
    return _MOST_ROWS if persons <= _MANY_PERSONS else _FEW_ROWS


def write_list(sheet: Worksheet, told: ListSheet, looks: Looks) -> None:
    """Writes the list.

    Args:
        sheet: an empty sheet.
        told: the list.
        looks: the formats of the workbook.
    """
    depth = 2 if any(column.upper for column in told.columns) else 1
    _write_heads(sheet, told.columns, depth, looks)
    for number in range(told.rows):
        sheet.set_row(depth + number, _LINE * _lines(told.columns, number))
        band = ("band",) if told.bands and told.bands[number] else ()
        for place, column in enumerate(told.columns):
            _write_entry(sheet, (depth + number, place), column, number, looks, band)
    last = depth + max(told.rows, 1) - 1
    for place, column in enumerate(told.columns):
        _help_to_fill(sheet, (depth, last), place, column)
    _set_up(sheet, told, depth, last)


def _write_heads(sheet: Worksheet, columns: Sequence[ListColumn], depth: int, looks: Looks) -> None:
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, None, {"hidden": column.hidden})
    for upper, run in groupby(enumerate(columns), key=lambda numbered: numbered[1].upper):
        numbered = list(run)
        if upper:
            _merge(sheet, (0, numbered[0][0], 0, numbered[-1][0]), upper, looks.of("cell", "head", "centred"))
        for place, column in numbered:
            look = looks.of("cell", "head", *(("ours",) if column.fill_in else ()))
            if upper:
                sheet.write_string(1, place, column.title, look)
            else:
                _merge(sheet, (0, place, depth - 1, place), column.title, look)
    seen = [column for column in columns if not column.hidden]
    lower = max((_lines_of(column.title, column.width) for column in seen if column.upper), default=0)
    whole = max(_lines_of(column.title, column.width) for column in seen if not column.upper)
    heights = [max(whole - lower, 1), lower] if depth == 2 else [whole]
    for row, lines in enumerate(heights):
        sheet.set_row(row, _LINE * max(1.2, min(lines, _MOST_HEAD)))


def _merge(sheet: Worksheet, at: tuple[int, int, int, int], text: str, look: Any) -> None:
    if at[:2] == at[2:]:
        sheet.write_string(*at[:2], text, look)
    else:
        sheet.merge_range(*at, text, look)


def _lines(columns: Sequence[ListColumn], number: int) -> int:
    """How many lines the row needs: Excel fits heights by itself, other programs do not."""
    needed = 1
    for column in columns:
        entry = column.entries[number] if column.entries and "wrap" in column.looks and not column.hidden else None
        if isinstance(entry, str):
            needed = max(needed, _lines_of(entry, column.width))
    return min(needed, _MOST_LINES)


def _lines_of(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) * _SPARE / width)) for line in text.split("\n"))


def _write_entry(
    sheet: Worksheet, at: tuple[int, int], column: ListColumn, number: int, looks: Looks, band: tuple[str, ...]
) -> None:
    entry = column.entries[number] if column.entries else None
    mark = column.marks[number] if column.marks else None
    names = ("cell", *(("fill in",) if column.fill_in else band), *column.looks, *((mark,) if mark else ()))
    if isinstance(entry, datetime):
        sheet.write_datetime(*at, entry, looks.of(*names, "date"))
    elif isinstance(entry, int):
        sheet.write_number(*at, entry, looks.of(*names))
    else:
        write_text(sheet, *at, entry, looks.of(*names, *_as_text(entry or "")))


def _as_text(text: str) -> tuple[str, ...]:
    """The look by which a text stays one when its cell is edited; older Excel shows long texts in it as ####."""
    if text.startswith(_RISKY):
        return ("risky",)
    return ("text",) if len(text) <= _LONGEST_AS_TEXT else ()


def _help_to_fill(sheet: Worksheet, rows: tuple[int, int], place: int, column: ListColumn) -> None:
    if not (column.choices or column.advice):
        return
    rule: dict[str, Any] = (
        {"validate": "list", "source": list(column.choices)} if column.choices else {"validate": "any"}
    )
    if column.choices:
        rule |= {
            "error_type": "stop", "error_title": "Chọn trong danh sách",
            "error_message": "Bấm mũi tên bên phải ô để chọn.",
        }  # fmt: skip
    if column.advice:
        rule |= {"input_title": column.title[:32], "input_message": column.advice[:255]}
    sheet.data_validation(rows[0], place, rows[1], place, rule)


def _set_up(sheet: Worksheet, told: ListSheet, depth: int, last: int) -> None:
    """Filters, what stays in sight, print."""
    width = len(told.columns) - 1
    sheet.autofilter(depth - 1, 0, last, width)
    sheet.freeze_panes(depth, told.frozen)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(width)}{last + 1}"})
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.3, right=0.3, top=0.6, bottom=0.6)
    across = ceil(sum(column.width for column in told.columns if not column.hidden) / _PAGE)
    sheet.fit_to_pages(across, 0)
    sheet.repeat_rows(0, depth - 1)
    if across > 1:
        sheet.repeat_columns(0, told.frozen - 1)
    sheet.print_area(0, 0, last, width)
