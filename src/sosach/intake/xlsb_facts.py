"""The side facts of an .xlsb workbook: number formats, errors, hidden rows.

BIFF12 records: [MS-XLSB] 2.1.4 (record header), 2.4 (records).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

import polars as pl

from sosach.intake.container import Container
from sosach.intake.facts import PLACE, BookFacts, SheetFacts
from sosach.intake.sheet_xml import check_entities
from sosach.intake.styles import font_mark, format_code, matters
from sosach.intake.xlsx_facts import parts_by_relation
from sosach.text.cells import ERROR

_ROW, _RK, _ERROR, _REAL, _TEXT, _SHARED, _FORMULA_NUMBER, _FORMULA_ERROR = 0, 2, 3, 5, 6, 7, 9, 11
_FONT, _FORMAT, _XF, _BUNDLE, _PROPERTIES, _STYLES_START, _STYLES_END, _COLUMN = 43, 44, 47, 156, 153, 617, 618, 60
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_LIMIT = 1 << 30


@dataclass(slots=True)
class _Styles:
    codes: dict[int, str] = field(default_factory=dict)
    fonts: list[str | None] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)


def scan_workbook(container: Container, sheets: tuple[str, ...]) -> BookFacts:
    """The side facts of the sheets wanted (none named: all).

    Raises:
        Refused: entities, or a part that does not inflate to what it says.
    """
    for name in container.parts:
        if name.endswith((".xml", ".rels")):
            check_entities(container, name)
    styles = _styles(container.whole("xl/styles.bin", _LIMIT))
    book = container.whole("xl/workbook.bin", _LIMIT)
    targets = parts_by_relation(container.whole("xl/_rels/workbook.bin.rels"))
    found: dict[str, SheetFacts] = {}
    starts_1904 = False
    for number, body in _records(book):
        if number == _PROPERTIES and body:
            starts_1904 = bool(body[0] & 1)
        if number == _BUNDLE and len(body) >= 12:
            relation, at = _text(body, 8)
            name, _ = _text(body, at)
            part = targets.get(relation, "")
            if part in container.parts and (not sheets or name in sheets):
                found[name] = _sheet(container.whole(part, _LIMIT), styles)
    return BookFacts(sheets=found, starts_1904=starts_1904, links=container.has("xl/externalLinks/"))


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and body of every record; numbers and lengths are stored in seven bits a byte."""
    at, size = 0, len(data)
    while at < size:
        number = data[at]
        at += 1
        if number & 0x80 and at < size:
            number = (number & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        length, shift = 0, 0
        while at < size and shift < 28:
            byte = data[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield number, data[at : at + length]
        at += length


def _styles(data: bytes) -> _Styles:
    styles = _Styles()
    in_cells, style = False, 0
    for number, body in _records(data):
        if number == _FORMAT and len(body) >= 6:
            styles.codes[_short(body, 0)] = _text(body, 2)[0]
        elif number == _FONT and len(body) >= 25:
            styles.fonts.append(font_mark(_text(body, 21)[0]))
        elif number in (_STYLES_START, _STYLES_END):
            in_cells = number == _STYLES_START
        elif number == _XF and in_cells and len(body) >= 6:
            code = format_code(_short(body, 2), styles.codes)
            if matters(code):
                styles.formats[style] = code
            font = _short(body, 4)
            if font < len(styles.fonts) and (mark := styles.fonts[font]):
                styles.marks[style] = mark
            style += 1
    return styles


def _sheet(data: bytes, styles: _Styles) -> SheetFacts:
    row = 0
    coded: list[tuple[int, int, str]] = []
    old: list[tuple[int, int, str]] = []
    broken: list[tuple[int, int, str]] = []
    hidden: list[int] = []
    hidden_columns: list[int] = []
    for number, body in _records(data):
        if number == _ROW and len(body) >= 12:
            row = int.from_bytes(body[:4], "little")
            if body[11] & 0x10:
                hidden.append(row)
        elif number == _COLUMN and len(body) >= 18 and body[16] & 1:
            first, last = struct.unpack_from("<II", body)
            hidden_columns.extend(range(first, min(last, first + 255) + 1))
        elif number <= _FORMULA_ERROR and len(body) >= 8:
            column, style = int.from_bytes(body[:4], "little"), int.from_bytes(body[4:7], "little")
            if number in (_RK, _REAL, _FORMULA_NUMBER) and style in styles.formats:
                coded.append((row, column, styles.formats[style]))
            elif number in (_TEXT, _SHARED) and style in styles.marks:
                old.append((row, column, styles.marks[style]))
            elif number in (_ERROR, _FORMULA_ERROR) and len(body) >= 9:
                broken.append((row, column, ERROR + _ERRORS.get(body[8], "#N/A")))
    return SheetFacts(
        formats=_frame(coded, "code"),
        fonts=_frame(old, "mark"),
        broken=_frame(broken, "cell"),
        hidden_rows=tuple(hidden),
        hidden_columns=tuple(hidden_columns),
    )


def _frame(rows: list[tuple[int, int, str]], name: str) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={**PLACE, name: pl.String}, orient="row")


def _text(body: bytes, at: int) -> tuple[str, int]:
    """A string of sixteen bits a letter, and where it ends."""
    letters = int.from_bytes(body[at : at + 4], "little")
    end = at + 4 + 2 * letters if letters < 1 << 16 else at + 4
    return body[at + 4 : end].decode("utf-16-le", "replace"), end


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")
