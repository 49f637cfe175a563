"""The side facts of an .xlsb workbook: number formats, errors, hidden rows.

BIFF12 records: [MS-XLSB] 2.1.4 (record header), 2.4 (records).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from sosach.intake.container import Container
from sosach.intake.facts import ERRORS, BookFacts, Placed, SheetFacts, placed
from sosach.intake.sheet_xml import check_entities
from sosach.intake.styles import font_mark, format_code, matters
from sosach.intake.xlsx_facts import parts_by_relation
from sosach.text.cells import ERROR

_ROW, _RK, _ERROR, _REAL, _TEXT, _SHARED, _FORMULA_NUMBER, _FORMULA_ERROR = 0, 2, 3, 5, 6, 7, 9, 11
_FONT, _FORMAT, _XF, _BUNDLE, _PROPERTIES, _STYLES_START, _STYLES_END, _COLUMN = 43, 44, 47, 156, 153, 617, 618, 60
_LIMIT = 1 << 30


@dataclass(slots=True)
class _Styles:
    codes: dict[int, str] = field(default_factory=dict)
    fonts: list[str | None] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Sheet:
    coded: list[Placed] = field(default_factory=list)
    old: list[Placed] = field(default_factory=list)
    broken: list[Placed] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


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
    sheet = _Sheet()
    for number, body in _records(data):
        if number == _ROW and len(body) >= 12:
            row = int.from_bytes(body[:4], "little")
            if body[11] & 0x10:
                sheet.hidden_rows.append(row)
        elif number == _COLUMN and len(body) >= 18 and body[16] & 1:
            first, last = struct.unpack_from("<II", body)
            sheet.hidden_columns.extend(range(first, min(last, first + 255) + 1))
        elif number <= _FORMULA_ERROR and len(body) >= 8:
            _take_cell(sheet, row, number, body, styles)
    return SheetFacts(
        formats=placed(sheet.coded, "code"),
        fonts=placed(sheet.old, "mark"),
        broken=placed(sheet.broken, "cell"),
        hidden_rows=tuple(sheet.hidden_rows),
        hidden_columns=tuple(sheet.hidden_columns),
    )


def _take_cell(sheet: _Sheet, row: int, number: int, body: bytes, styles: _Styles) -> None:
    column, style = int.from_bytes(body[:4], "little"), int.from_bytes(body[4:7], "little")
    if number in (_RK, _REAL, _FORMULA_NUMBER) and style in styles.formats:
        sheet.coded.append((row, column, styles.formats[style]))
    elif number in (_TEXT, _SHARED) and style in styles.marks:
        sheet.old.append((row, column, styles.marks[style]))
    elif number in (_ERROR, _FORMULA_ERROR) and len(body) >= 9:
        sheet.broken.append((row, column, ERROR + ERRORS.get(body[8], "#N/A")))


def _text(body: bytes, at: int) -> tuple[str, int]:
    """A string of sixteen bits a letter, and where it ends."""
    letters = int.from_bytes(body[at : at + 4], "little")
    end = at + 4 + 2 * letters if letters < 1 << 16 else at + 4
    return body[at + 4 : end].decode("utf-16-le", "replace"), end


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")
