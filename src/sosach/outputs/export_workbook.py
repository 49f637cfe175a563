"""Writes a register as the national software exports it, or as hamlets keep it: title rows, heading, total, signatures.

For made-up people only: demo, tests and pictures need workbooks as untidy as those that offices have.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

import polars as pl
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from sosach.outputs.export_cells import formats, write_cell
from sosach.outputs.export_layout import Column, Layout
from sosach.registers.catalogue import registers

_PLACE_SCHEMA = {"person": pl.UInt32, "sheet": pl.String, "row": pl.Int64}


def write_register(path: Path, cells: pl.DataFrame, layout: Layout, place: str, day: date) -> pl.DataFrame:
    """Writes a workbook.

    Args:
        path: of the file, replaced where it exists.
        cells: `person`, `home` (the hamlet) and the fields, in the writing of `text/cells.py`.
        layout: of the list.
        place: the commune, as the titles name it.
        day: of the export.

    Returns:
        Where everybody stands: `person`, `sheet`, `row` (from 1).
    """
    places: list[tuple[int, str, int]] = []
    with xlsxwriter.Workbook(path) as book:
        pen = _Pen(book, layout)
        for hamlet, people in _sheets(cells, layout):
            titles = [_title(title, place, hamlet, day) for title in layout.titles]
            places.extend(pen.write(_sheet_name(hamlet, layout), titles, people))
    return pl.DataFrame(places, schema=_PLACE_SCHEMA, orient="row")


def _sheets(cells: pl.DataFrame, layout: Layout) -> list[tuple[str, pl.DataFrame]]:
    """One sheet for everybody, or one per hamlet in the order in which they come."""
    if not layout.by_hamlet:
        return [("", cells)]
    parts = cells.partition_by("home", maintain_order=True)
    return [(part["home"].item(0), part) for part in parts]


def _sheet_name(hamlet: str, layout: Layout) -> str:
    return hamlet.removeprefix("Thôn ") if layout.by_hamlet else layout.sheet


def _title(title: str, place: str, hamlet: str, day: date) -> str:
    """Days as papers of the State write them: 04/6/2026, 04/02/2026 (Decree 30/2020/NĐ-CP, Annex I)."""
    month = f"{day:%m}" if day.month < 3 else str(day.month)
    named = place.upper() if title.startswith("UBND") else place
    return title.format(place=named, hamlet=hamlet, day=f"{day:%d}/{month}/{day:%Y}")


class _Pen:
    """Writes sheets of one layout into one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, layout: Layout) -> None:
        self._book, self._layout = book, layout
        self._looks = formats(book)
        fields = registers()[layout.register].by_name
        self._kinds = [fields[column.field].kind if column.field else None for column in layout.columns]
        bold = {"font_name": "Times New Roman", "bold": True, "align": "center", "valign": "vcenter"}
        self._title = book.add_format({**bold, "font_size": 14})
        self._line = book.add_format({"font_name": "Times New Roman", "font_size": 11})
        self._head = book.add_format({**bold, "font_size": 11, "border": 1, "text_wrap": True, "bg_color": "#DDEBF7"})

    def write(self, name: str, titles: Sequence[str], people: pl.DataFrame) -> Iterator[tuple[int, str, int]]:
        """Writes a sheet and tells where everybody stands: person, sheet, row from 1."""
        sheet = self._book.add_worksheet(name)
        for place, column in enumerate(self._layout.columns):
            sheet.set_column(place, place, column.width, None, {"hidden": column.hidden})
        self._write_titles(sheet, titles)
        first = self._write_headings(sheet, len(titles))
        for number, person in enumerate(people.iter_rows(named=True)):
            self._write_person(sheet, first + number, number + 1, person)
            yield person["person"], name, first + number + 1
        self._write_end(sheet, first + people.height, people)

    def _write_titles(self, sheet: Worksheet, titles: Sequence[str]) -> None:
        for row, title in enumerate(titles):
            look = self._title if title.isupper() else self._line
            if not title:
                continue
            if row:
                sheet.merge_range(row, 0, row, len(self._layout.columns) - 1, title, look)
            else:
                sheet.write_string(row, 0, title, look)

    def _write_headings(self, sheet: Worksheet, row: int) -> int:
        """Writes one heading row, or two where columns are brought together; returns the first row of people."""
        columns = self._layout.columns
        if not any(column.upper for column in columns):
            for place, column in enumerate(columns):
                sheet.write_string(row, place, column.heading, self._head)
            sheet.freeze_panes(row + 1, min(3, len(columns)))
            return row + 1
        for upper, group in groupby(enumerate(columns), key=lambda pair: pair[1].upper):
            self._write_upper(sheet, row, upper, list(group))
        return row + 2

    def _write_upper(self, sheet: Worksheet, row: int, upper: str, group: list[tuple[int, Column]]) -> None:
        places = [place for place, _ in group]
        if upper:
            sheet.merge_range(row, places[0], row, places[-1], upper, self._head)
        for place, column in group:
            if upper:
                sheet.write_string(row + 1, place, column.heading, self._head)
            else:
                sheet.merge_range(row, place, row + 1, place, column.heading, self._head)

    def _write_person(self, sheet: Worksheet, row: int, number: int, person: dict[str, str | None]) -> None:
        sheet.write_number(row, 0, number, self._looks[""])
        for place, column in enumerate(self._layout.columns[1:], 1):
            cell = person[column.field] if column.field else column.filled
            if column.sex and column.sex not in (person["sex"] or ""):
                cell = None
            write_cell(sheet, (row, place), cell, self._kinds[place], self._looks)

    def _write_end(self, sheet: Worksheet, row: int, people: pl.DataFrame) -> None:
        layout = self._layout
        if layout.total:
            sheet.write_string(row, 0, "Tổng cộng:", self._line)
            sheet.write_string(row, 1, f"{people.height} {layout.total}", self._line)
        for place, signer in enumerate(layout.signers):
            column = 1 + place * (len(layout.columns) // 2)
            for line, words in enumerate(signer.split("\n")):
                sheet.write_string(row + 2 + line, column, words, self._line)
