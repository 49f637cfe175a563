"""The child that opens a workbook, by itself: `python -m sosach.intake.worker`, request on stdin, answers on stdout.

Reads with calamine and sends every cell as one string (see `sosach.text.cells`), column by column. Imports nothing
heavy, so that an office file is read before the parent has finished starting. When the reader panics or aborts, this
process dies and the parent says so.
"""

import datetime as dt
import io
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import IO, Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from sosach.intake import csv_text
from sosach.intake.confinement import confine
from sosach.intake.protocol import SEPARATOR, receive, send

_BLOCK = 20_000  # rows sent at a time
_SLICE = 500  # rows turned at a time
_SEPARATOR = SEPARATOR.encode()
_PRIVATE = "\ue000".encode()[:2]  # how every mark begins in UTF-8
_STRANGE = re.compile(f"[{SEPARATOR}\ue000-\ue03f]")  # all that begins so
_MARKED = frozenset({float, int, bool, dt.date, dt.datetime})


def main(source: IO[bytes], sink: IO[bytes]) -> None:
    """Answers one request.

    Raises:
        BrokenTalkError: the parent is gone.
    """
    request, data = receive(source)
    confine(request["memory"], request["seconds"])
    if request["kind"] == "csv":
        _send_text(data, request, sink)
    else:
        _send_workbook(data, request, sink)


def _send_text(data: bytes, request: Mapping[str, Any], sink: IO[bytes]) -> None:
    text = csv_text.read(data)
    send(sink, {"sheets": [{"name": "", "visible": True}]})
    send(sink, {"sheet": 0, "left": 0, "merged": None, "unreadable": text.unreadable_row, "ragged": text.ragged})
    _send_blocks(text.rows, request["marks"], sink)
    send(sink, {"end": True})


def _send_workbook(data: bytes, request: Mapping[str, Any], sink: IO[bytes]) -> None:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        known = [
            {
                "name": s.name,
                "visible": s.visible == SheetVisibleEnum.Visible,
                "cells": s.typ == SheetTypeEnum.WorkSheet,
            }
            for s in book.sheets_metadata
        ]
        send(sink, {"sheets": known})
        for number, facts in enumerate(known):
            if facts["cells"] and (not request["sheets"] or facts["name"] in request["sheets"]):
                _send_sheet(number, book, request["marks"], sink)
    except PasswordError:
        send(sink, {"failed": "password"})
    except CalamineError:
        send(sink, {"failed": "reader"})
    else:
        send(sink, {"end": True})


def _send_sheet(number: int, book: CalamineWorkbook, marks: Mapping[str, str], sink: IO[bytes]) -> None:
    send(sink, {"opening": number})  # should the reader die now, the parent knows where
    sheet: CalamineSheet = book.get_sheet_by_index(number)
    left = sheet.start[1] if sheet.start else 0
    send(sink, {"sheet": number, "left": left, "merged": sheet.merged_cell_ranges})
    _send_blocks(sheet.iter_rows(), marks, sink)


def _send_blocks(rows: Iterable[list[Any]], marks: Mapping[str, str], sink: IO[bytes]) -> None:
    waiting = iter(rows)
    said = _sayings(marks)
    block = _Block()
    while few := list(islice(waiting, _SLICE)):
        block.add(few, said)
        if block.rows >= _BLOCK:
            block = block.sent(sink)
    if block.rows:
        block.sent(sink)


class _Block:
    """Rows turned into columns, a slice at a time: few rows at once stay close to the processor."""

    def __init__(self) -> None:
        self.rows = 0
        self._columns: list[list[bytes]] = []
        self._mixed: set[int] = set()

    def add(self, rows: list[list[Any]], said: Mapping[type, Callable[[Any], str]]) -> None:
        """Takes a slice of rows of one length."""
        self.rows += len(rows)
        for number, column in enumerate(zip(*rows, strict=True)):
            if number == len(self._columns):
                self._columns.append([])
            kinds = set(map(type, column))
            if kinds != {str}:
                self._mixed.add(number)
            self._columns[number].append(_joined(column, kinds, said))

    def sent(self, sink: IO[bytes]) -> "_Block":
        """Sends everything and begins anew."""
        columns = [_SEPARATOR.join(parts) for parts in self._columns]
        send(sink, {"rows": self.rows, "sizes": [len(c) for c in columns], "mixed": sorted(self._mixed)}, *columns)
        return _Block()


def _joined(column: tuple[Any, ...], kinds: set[type], said: Mapping[type, Callable[[Any], str]]) -> bytes:
    """The column's cells in one text, each cell with its mark.

    Texts that hold a mark or the separator of their own are rare: whether there are any is told by counting bytes.
    """
    plain = kinds == {str}
    cells = column if plain else [cell if cell.__class__ is str else said[cell.__class__](cell) for cell in column]
    joined = SEPARATOR.join(cells).encode()
    ours = 0 if plain else sum(cell.__class__ in _MARKED for cell in column)
    if joined.count(_SEPARATOR) == len(column) - 1 and joined.count(_PRIVATE) == ours:
        return joined
    clean = [_STRANGE.sub("", cell) if cell.__class__ is str else said[cell.__class__](cell) for cell in column]
    return SEPARATOR.join(clean).encode()


def _sayings(marks: Mapping[str, str]) -> dict[type, Callable[[Any], str]]:
    """How each type of cell that calamine knows is written."""
    number, date, truth = marks["number"], marks["date"], marks["truth"]
    return {
        float: lambda v: f"{number}{v:.0f}" if v.is_integer() and abs(v) < 1e15 else f"{number}{v!r}",
        int: lambda v: f"{number}{v}",
        bool: lambda v: truth + str(v).upper(),
        dt.date: lambda v: date + v.isoformat(),
        dt.datetime: lambda v: date + v.date().isoformat(),
        dt.time: lambda v: v.isoformat("minutes"),
        dt.timedelta: str,
    }


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
