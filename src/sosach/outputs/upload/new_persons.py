"""Persons whom the export does not have yet, in a workbook of the same columns: what a software that takes files wants.

Title rows and heading stand where they stand in the export, hidden columns are hidden; every value is text.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sosach.findings.notices import refused
from sosach.intake.book import read_book
from sosach.intake.facts import column_number
from sosach.intake.options import ReadingOptions
from sosach.intake.reading import Column, Grid
from sosach.intake.wording import fold
from sosach.outputs.upload.file_words import FileWords
from sosach.outputs.upload.settled import NewPerson

_FONT = {"font_name": "Times New Roman", "font_size": 11}
_ORDINALS = frozenset({"stt", "tt", "so tt", "so thu tu"})
_WIDTH = 12.0


def write_new_persons(
    path: Path, persons: Sequence[NewPerson], grid: Grid, columns: Sequence[Column], words: FileWords
) -> tuple[str, ...]:
    """Writes the workbook and reads it again.

    Args:
        path: where to.
        persons: in the order in which they are to stand.
        grid: the sheet of the export whose columns are taken, its heading found.
        columns: of that sheet.
        words: how the software writes values.

    Returns:
        The fields for which the export has no column, or several: they are typed by hand.

    Raises:
        OSError: it cannot be written.
        Refused: it reads differently.
    """
    letters = _letters(columns)
    lines = [_line(person, letters, words) for person in persons]
    ordinal = next((c.letter for c in columns if fold(c.heading).strip(" .") in _ORDINALS), None)
    first = grid.header_row - 1 + grid.header_rows
    workbook = Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    )
    sheet = workbook.add_worksheet(grid.name[:31] or None)
    _write_head(sheet, grid, first, workbook.add_format({**_FONT, "bold": True, "text_wrap": True, "border": 1}))
    text = workbook.add_format({**_FONT, "num_format": "@", "border": 1})
    _write_lines(sheet, lines, (first, ordinal), text)
    _close(workbook)
    _prove(path, lines, first)
    return tuple(sorted({field for person in persons for field in person.values} - letters.keys()))


def _letters(columns: Sequence[Column]) -> dict[str, str]:
    """The column of every field that has exactly one."""
    found: dict[str, list[str]] = {}
    for column in columns:
        if column.field:
            found.setdefault(column.field, []).append(column.letter)
    return {field: letters[0] for field, letters in found.items() if len(letters) == 1}


def _line(person: NewPerson, letters: Mapping[str, str], words: FileWords) -> dict[str, str]:
    """The texts of a person by letter."""
    return {letters[field]: words.written(field, value) for field, value in person.values.items() if field in letters}


def _write_head(sheet: Worksheet, grid: Grid, rows: int, look: Format) -> None:
    for number, letter in enumerate(grid.text.columns):
        width = grid.widths.get(letter, _WIDTH)
        sheet.set_column(number, number, width, None, {"hidden": number in grid.hidden_columns})
    for row, cells in enumerate(grid.text.head(rows).iter_rows()):
        for column, text in enumerate(cells):
            if text is not None:
                sheet.write_string(row, column, text, look)
    for top, left, bottom, right in grid.merged:
        if bottom < rows:
            sheet.merge_range(top, left, bottom, right, grid.text[top, left] or "", look)
    sheet.freeze_panes(rows, 0)


def _write_lines(
    sheet: Worksheet, lines: Sequence[Mapping[str, str]], at: tuple[int, str | None], look: Format
) -> None:
    first, ordinal = at
    for number, line in enumerate(lines):
        if ordinal is not None:
            sheet.write_number(first + number, column_number(ordinal), number + 1, look)
        for letter, text in line.items():
            sheet.write_string(first + number, column_number(letter), text, look)


def _close(workbook: Workbook) -> None:
    try:
        workbook.close()
    except FileCreateError as failure:
        cause = failure.args[0]
        raise cause if isinstance(cause, OSError) else OSError(str(failure)) from failure


def _prove(path: Path, lines: Sequence[Mapping[str, str]], first: int) -> None:
    """Reads every value again."""
    text = read_book(path, ReadingOptions()).grids[0].text
    same = text.height == first + len(lines) and all(
        (text[letter][first + number] or "") == value
        for number, line in enumerate(lines)
        for letter, value in line.items()
    )
    if not same:
        raise refused("output_differs", file=path.name)
