"""A sheet as it came: the same cells under the same letters, problem cells coloured and with a note.

Values stand as they stood, but formulas are the values they showed, and numbers of ten and more digits are text, for
Excel would shorten them. Hidden rows and columns are shown in grey italics: what was checked can be seen. The one
column that is ours stands behind the last one of the file.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from typing import Any

from xlsxwriter.exceptions import OverlappingRange
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sosach.intake.facts import column_number
from sosach.intake.reading import Grid
from sosach.outputs.review.cells import write_text
from sosach.outputs.review.looks import Looks
from sosach.outputs.review.marks import RowMarks
from sosach.outputs.review.values import Value, rows

OURS = "Sổ Sạch: vấn đề"

_NARROWEST, _WIDEST, _OURS_WIDTH = 5.0, 60.0, 36.0  # letters

_MOST_FROZEN = 60.0  # letters of width that may stay in sight at the left

_FITS_A_PAGE = 230.0  # letters of width that can still be read on one page

_NOTE_WIDTH, _NOTE_LETTERS, _NOTE_LINE = 320, 48, 15  # pixels, letters a line, pixels a line

_LINE, _BOLD = 15.0, 1.2  # points; what bold letters and the ends of lines take more

_SAMPLE = 200  # rows that a width is estimated from

_TALLEST_MERGE = 10_000  # rows of a merged range that are looked at

Cell = tuple[int, str, Any]  # zero-based column, look, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What the sheet is besides its cells."""

    last_person: int  # zero-based row
    name_column: int | None  # zero-based column that stays in sight
    merge: bool = True  # whether merged ranges can be written: not when rows go to disk one by one


def write_source(sheet: Worksheet, grid: Grid, marks: Mapping[int, RowMarks], shape: Shape, looks: Looks) -> None:
    """Writes a sheet of the file.

    Args:
        sheet: an empty sheet.
        grid: the sheet as it came.
        marks: what is wrong in it, by row.
        shape: where its persons end, what stays in sight.
        looks: the formats of the workbook.
    """
    columns = [column_number(letter) for letter in grid.text.columns]
    ours = max(columns, default=-1) + 1
    widths = _widths(grid, ours)
    if shape.merge:
        _merge(sheet, grid, marks, looks)
    heading, hidden_rows = _heading(grid), frozenset(grid.hidden_rows)
    writers, ghosts = _writers(sheet), dict.fromkeys(grid.hidden_columns, ("hidden",))
    for row, values in enumerate(rows(grid)):
        region = _region(row, heading) + (("hidden",) if row in hidden_rows else ())
        cells = [(column, *value) for column, value in zip(columns, values, strict=True) if value is not None]
        for column, look, value in cells:
            writers[look](row, column, value, looks.of(*region, look, *ghosts.get(column, ())))
        if row in heading:
            _finish_heading(sheet, row, cells, widths, looks)
            write_text(sheet, row, ours, OURS if row == heading[-1] else None, looks.of("head", "ours"))
        elif row in marks:
            _mark(sheet, row, dict(zip(columns, values, strict=True)), marks[row], looks)
            sheet.write_string(row, ours, marks[row].words, looks.of("text"))
    _set_up(sheet, grid, shape, widths)


def _heading(grid: Grid) -> range:
    first = grid.header_row - 1
    return range(first, first + grid.header_rows) if grid.header_row else range(0)


def _region(row: int, heading: range) -> tuple[str, ...]:
    """The look of a row: what stands above the heading, the heading, the list."""
    if row in heading:
        return ("head",)
    return ("above",) if row < heading.start else ()


def _finish_heading(sheet: Worksheet, row: int, cells: Sequence[Cell], widths: Sequence[float], looks: Looks) -> None:
    """Gives a row of the heading its height, and its colour where nothing stands."""
    lines = [ceil(len(str(value)) * _BOLD / widths[column]) for column, _, value in cells]
    sheet.set_row(row, _LINE * max(lines, default=1))
    taken = {column for column, _, _ in cells}
    for column in range(len(widths) - 1):
        if column not in taken:
            sheet.write_blank(row, column, None, looks.of("head"))


def _writers(sheet: Worksheet) -> Mapping[str, Callable[[int, int, Any, Format], int]]:
    """By look, how a value is put in; never by what it looks like."""
    writers: defaultdict[str, Callable[[int, int, Any, Format], int]] = defaultdict(lambda: sheet.write_string)
    writers |= {"number": sheet.write_number, "date": sheet.write_datetime, "truth": sheet.write_boolean}
    return writers


def _mark(sheet: Worksheet, row: int, values: Mapping[int, Value | None], marks: RowMarks, looks: Looks) -> None:
    """Writes the cells with problems once more, in colour and with their notes."""
    for column, mark in marks.cells.items():
        look, value = values.get(column) or ("text", None)
        write = sheet.write_blank if value is None else _writers(sheet)[look]
        write(row, column, value, looks.of(look, mark.severity))
        if mark.note is not None:
            lines = sum(1 + len(line) // _NOTE_LETTERS for line in mark.note.split("\n"))
            options = {"width": _NOTE_WIDTH, "height": (lines + 1) * _NOTE_LINE, "font_size": 9}
            sheet.write_comment(row, column, mark.note, options)


def _merge(sheet: Worksheet, grid: Grid, marks: Mapping[int, RowMarks], looks: Looks) -> None:
    """Merges what was merged, but where a problem would be covered.

    A range that overlaps another one is left apart too, as Excel would refuse the file.
    """
    for top, left, bottom, right in grid.merged:
        alone = (top, left) == (bottom, right) or bottom >= grid.text.height
        if not alone and not _covers_a_mark((top, left, bottom, right), marks):
            with suppress(OverlappingRange):
                sheet.merge_range(top, left, bottom, right, "", looks.of(*_region(top, _heading(grid)), "text"))


def _covers_a_mark(area: tuple[int, int, int, int], marks: Mapping[int, RowMarks]) -> bool:
    top, left, bottom, right = area
    return any(
        left <= column <= right and (row, column) != (top, left)
        for row in range(top, min(bottom, top + _TALLEST_MERGE) + 1)
        if row in marks
        for column in marks[row].cells
    )


def _set_up(sheet: Worksheet, grid: Grid, shape: Shape, widths: list[float]) -> None:
    """Widths, filters, what stays in sight, print."""
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    heading = _heading(grid)
    if heading:
        sheet.autofilter(heading[-1], 0, max(shape.last_person, heading[-1] + 1), len(widths) - 1)
        sheet.repeat_rows(heading[0], heading[-1])
        named = shape.name_column + 1 if shape.name_column is not None else 0
        sheet.freeze_panes(heading[-1] + 1, named if sum(widths[:named]) <= _MOST_FROZEN else 0)
    sheet.set_comments_author("Sổ Sạch")
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.hide_gridlines(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.3, right=0.3, top=0.6, bottom=0.6)
    if sum(widths) <= _FITS_A_PAGE:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(70)
        if shape.name_column is not None:
            sheet.repeat_columns(0, shape.name_column)


def _widths(grid: Grid, ours: int) -> list[float]:
    """Of the file where it says so, else as wide as the first values."""
    widths = [_NARROWEST + 4] * ours
    for letter in grid.text.columns:
        longest = grid.text[letter].slice(grid.header_row, _SAMPLE).str.len_chars().max()
        estimate = float(longest) + 2 if isinstance(longest, int) else _NARROWEST + 4
        widths[column_number(letter)] = min(max(grid.widths.get(letter, estimate), _NARROWEST), _WIDEST)
    return [*widths, _OURS_WIDTH]
