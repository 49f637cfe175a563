"""The side facts of an .xls workbook: number formats, fonts, errors, hidden rows and columns.

BIFF8 records: [MS-XLS] 2.4. Only the few record types that carry a cell's style, an error or a dimension are looked
at.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from sosach.intake.facts import ERRORS, BookFacts, Placed, SheetFacts, placed
from sosach.intake.ole import book_stream, records
from sosach.intake.styles import font_mark, format_code, matters
from sosach.text.cells import ERROR

_EOF, _DATEMODE, _EXTERNAL, _FONT, _COLINFO, _BOUNDSHEET = 0x000A, 0x0022, 0x01AE, 0x0031, 0x007D, 0x0085
_MULRK, _XF, _LABELSST, _NUMBER, _LABEL, _BOOLERR, _ROW, _RK, _FORMAT, _FORMULA = (
    0x00BD, 0x00E0, 0x00FD, 0x0203, 0x0204, 0x0205, 0x0208, 0x027E, 0x041E, 0x0006,
)  # fmt: skip
_PLACE = struct.Struct("<HHH")  # row, column, style


@dataclass(slots=True)
class _Book:
    """What the records before the sheets tell."""

    codes: dict[int, str] = field(default_factory=dict)
    fonts: list[str | None] = field(default_factory=list)  # mark of an old encoding
    styles: list[tuple[int, int]] = field(default_factory=list)  # (font, format)
    sheets: list[tuple[str, int]] = field(default_factory=list)  # (name, offset)
    starts_1904: bool = False
    links: bool = False

    def formats(self) -> dict[int, str]:
        """Styles whose numbers show differently from General."""
        codes = {number: format_code(form, self.codes) for number, (_, form) in enumerate(self.styles)}
        return {number: code for number, code in codes.items() if matters(code)}

    def marks(self) -> dict[int, str]:
        """Styles in a font of an old encoding."""
        marks: dict[int, str] = {}
        for number, (font, _) in enumerate(self.styles):
            place = font - 1 if font > 4 else font  # there is no font 4
            if place < len(self.fonts) and (mark := self.fonts[place]):
                marks[number] = mark
        return marks


def scan_workbook(data: bytes, sheets: tuple[str, ...]) -> BookFacts:
    """The side facts of the sheets wanted (none named: all); what cannot be reached is left to the reader."""
    stream = book_stream(data)
    book = _Book()
    for number, start, length in records(stream):
        if number == _EOF:
            break
        _take_global(book, number, stream[start : start + length])
    wanted = [(name, offset) for name, offset in book.sheets if not sheets or name in sheets]
    found = {name: _sheet(stream, offset, book.formats(), book.marks()) for name, offset in wanted}
    return BookFacts(sheets=found, starts_1904=book.starts_1904, links=book.links)


def _take_global(book: _Book, number: int, body: bytes) -> None:
    if number == _FORMAT and len(body) >= 5:
        book.codes[_short(body, 0)] = _text(body, _short(body, 2), 4)
    elif number == _FONT and len(body) >= 16:
        book.fonts.append(font_mark(_text(body, body[14], 15)))
    elif number == _XF and len(body) >= 4:
        book.styles.append((_short(body, 0), _short(body, 2)))
    elif number == _BOUNDSHEET and len(body) >= 8:
        book.sheets.append((_text(body, body[6], 7), int.from_bytes(body[:4], "little")))
    elif number == _DATEMODE and len(body) >= 2:
        book.starts_1904 = bool(_short(body, 0))
    elif number == _EXTERNAL:
        book.links = book.links or body[2:4] not in (
            b"\x01\x04",
            b"\x01\x3a",
        )  # other than this workbook and its add-ins


def _text(body: bytes, letters: int, flags_at: int) -> str:
    """A string with its flags byte: eight or sixteen bits a letter."""
    wide = body[flags_at] & 1
    start = flags_at + 1
    return body[start : start + letters * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


@dataclass(slots=True)
class _Sheet:
    """What the records of a sheet gave so far."""

    formats: dict[int, str]  # styles looked for
    marks: dict[int, str]
    coded: list[Placed] = field(default_factory=list)
    old: list[Placed] = field(default_factory=list)
    broken: list[Placed] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    columns: list[tuple[int, int, int, bool]] = field(default_factory=list)  # first, last, width, hidden

    def facts(self) -> SheetFacts:
        """All of it."""
        columns = self.columns
        return SheetFacts(
            formats=placed(self.coded, "code"),
            fonts=placed(self.old, "mark"),
            broken=placed(self.broken, "cell"),
            hidden_rows=tuple(self.hidden_rows),
            hidden_columns=tuple(n for first, last, _, hidden in columns if hidden for n in range(first, last + 1)),
            widths=tuple((n, width / 256) for first, last, width, _ in columns for n in range(first, last + 1)),
        )


def _sheet(stream: bytes, offset: int, formats: dict[int, str], marks: dict[int, str]) -> SheetFacts:
    sheet = _Sheet(formats, marks)
    for number, start, length in records(stream, offset):
        if number == _EOF:
            break
        take = _TAKEN.get(number)
        if take is not None and length >= take[0]:
            take[1](sheet, stream, start, length)
    return sheet.facts()


def _take_number(sheet: _Sheet, stream: bytes, start: int, length: int) -> None:
    row, column, style = _PLACE.unpack_from(stream, start)
    if style in sheet.formats:
        sheet.coded.append((row, column, sheet.formats[style]))


def _take_formula(sheet: _Sheet, stream: bytes, start: int, length: int) -> None:
    _take_number(sheet, stream, start, length)
    result = stream[start + 6 : start + 14]
    if result[6:8] == b"\xff\xff" and result[0] == 2 and (error := ERRORS.get(result[2])):
        row, column, _ = _PLACE.unpack_from(stream, start)
        sheet.broken.append((row, column, ERROR + error))


def _take_text(sheet: _Sheet, stream: bytes, start: int, _length: int) -> None:
    row, column, style = _PLACE.unpack_from(stream, start)
    if style in sheet.marks:
        sheet.old.append((row, column, sheet.marks[style]))


def _take_several(sheet: _Sheet, stream: bytes, start: int, length: int) -> None:
    """Numbers side by side in one record."""
    row, first = struct.unpack_from("<HH", stream, start)
    for number in range((length - 6) // 6):
        style = _short(stream, start + 4 + 6 * number)
        if style in sheet.formats:
            sheet.coded.append((row, first + number, sheet.formats[style]))


def _take_error(sheet: _Sheet, stream: bytes, start: int, _length: int) -> None:
    if stream[start + 7]:  # else a truth value
        row, column, _ = _PLACE.unpack_from(stream, start)
        sheet.broken.append((row, column, ERROR + ERRORS.get(stream[start + 6], "#N/A")))


def _take_row(sheet: _Sheet, stream: bytes, start: int, _length: int) -> None:
    if stream[start + 12] & 0x20:
        sheet.hidden_rows.append(_short(stream, start))


def _take_columns(sheet: _Sheet, stream: bytes, start: int, _length: int) -> None:
    first, last, width = _PLACE.unpack_from(stream, start)
    sheet.columns.append((first, min(last, 255), width, bool(stream[start + 8] & 1)))


# Record: (bytes it has at least, what is done with it).
_TAKEN: dict[int, tuple[int, Callable[[_Sheet, bytes, int, int], None]]] = {
    _NUMBER: (6, _take_number),
    _RK: (6, _take_number),
    _FORMULA: (14, _take_formula),
    _LABELSST: (6, _take_text),
    _LABEL: (6, _take_text),
    _MULRK: (12, _take_several),
    _BOOLERR: (8, _take_error),
    _ROW: (16, _take_row),
    _COLINFO: (10, _take_columns),
}


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")
