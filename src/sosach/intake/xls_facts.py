"""The side facts of an .xls workbook: number formats, fonts, errors, hidden rows and columns.

BIFF8 records: [MS-XLS] 2.4. Only the few record types that carry a cell's style, an error or a dimension are looked at.
"""

import struct
from dataclasses import dataclass, field

import polars as pl

from sosach.intake.facts import PLACE, BookFacts, SheetFacts
from sosach.intake.ole import book_stream, records
from sosach.intake.styles import font_mark, format_code, matters
from sosach.text.cells import ERROR

_EOF, _DATEMODE, _EXTERNAL, _FONT, _COLINFO, _BOUNDSHEET = 0x000A, 0x0022, 0x01AE, 0x0031, 0x007D, 0x0085
_MULRK, _XF, _LABELSST, _NUMBER, _LABEL, _BOOLERR, _ROW, _RK, _FORMAT, _FORMULA = (
    0x00BD, 0x00E0, 0x00FD, 0x0203, 0x0204, 0x0205, 0x0208, 0x027E, 0x041E, 0x0006,
)  # fmt: skip
_NUMBERS = frozenset({_NUMBER, _RK, _FORMULA})
_TEXTS = frozenset({_LABELSST, _LABEL})
_PLACE = struct.Struct("<HHH")  # row, column, style
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


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
        book.codes[_short(body, 0)] = _text(body, 2, _short(body, 2), 4)
    elif number == _FONT and len(body) >= 16:
        book.fonts.append(font_mark(_text(body, 14, body[14], 15)))
    elif number == _XF and len(body) >= 4:
        book.styles.append((_short(body, 0), _short(body, 2)))
    elif number == _BOUNDSHEET and len(body) >= 8:
        book.sheets.append((_text(body, 6, body[6], 7), int.from_bytes(body[:4], "little")))
    elif number == _DATEMODE and len(body) >= 2:
        book.starts_1904 = bool(_short(body, 0))
    elif number == _EXTERNAL:
        book.links = book.links or body[2:4] not in (
            b"\x01\x04",
            b"\x01\x3a",
        )  # other than this workbook and its add-ins


def _text(body: bytes, _at: int, letters: int, flags_at: int) -> str:
    """A string with its flags byte: eight or sixteen bits a letter."""
    wide = body[flags_at] & 1
    start = flags_at + 1
    return body[start : start + letters * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def _sheet(stream: bytes, offset: int, formats: dict[int, str], marks: dict[int, str]) -> SheetFacts:
    coded: list[tuple[int, int, str]] = []
    old: list[tuple[int, int, str]] = []
    broken: list[tuple[int, int, str]] = []
    hidden_rows: list[int] = []
    columns: list[tuple[int, int, int, bool]] = []
    for number, start, length in records(stream, offset):
        if number == _EOF:
            break
        if number in _NUMBERS and length >= 6:
            row, column, style = _PLACE.unpack_from(stream, start)
            if style in formats:
                coded.append((row, column, formats[style]))
            if number == _FORMULA and length >= 14 and (error := _formula_error(stream, start)):
                broken.append((row, column, ERROR + error))
        elif number in _TEXTS and marks and length >= 6:
            row, column, style = _PLACE.unpack_from(stream, start)
            if style in marks:
                old.append((row, column, marks[style]))
        elif number == _MULRK and formats:
            coded.extend(_several(stream, start, length, formats))
        elif number == _BOOLERR and length >= 8 and stream[start + 7]:
            row, column, _ = _PLACE.unpack_from(stream, start)
            broken.append((row, column, ERROR + _ERRORS.get(stream[start + 6], "#N/A")))
        elif number == _ROW and length >= 16 and stream[start + 12] & 0x20:
            hidden_rows.append(_short(stream, start))
        elif number == _COLINFO and length >= 10:
            first, last, width = _PLACE.unpack_from(stream, start)
            columns.append((first, min(last, 255), width, bool(stream[start + 8] & 1)))
    return SheetFacts(
        formats=_frame(coded, "code"),
        fonts=_frame(old, "mark"),
        broken=_frame(broken, "cell"),
        hidden_rows=tuple(hidden_rows),
        hidden_columns=tuple(n for first, last, _, hidden in columns if hidden for n in range(first, last + 1)),
        widths=tuple((n, width / 256) for first, last, width, _ in columns for n in range(first, last + 1)),
    )


def _several(stream: bytes, start: int, length: int, formats: dict[int, str]) -> list[tuple[int, int, str]]:
    """Numbers side by side in one record."""
    row, first = struct.unpack_from("<HH", stream, start)
    styles = [_short(stream, start + 4 + 6 * number) for number in range(max(0, (length - 6) // 6))]
    return [(row, first + number, formats[style]) for number, style in enumerate(styles) if style in formats]


def _formula_error(stream: bytes, start: int) -> str | None:
    """The error that a formula came to."""
    result = stream[start + 6 : start + 14]
    return _ERRORS.get(result[2]) if result[6:8] == b"\xff\xff" and result[0] == 2 else None


def _frame(rows: list[tuple[int, int, str]], name: str) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={**PLACE, name: pl.String}, orient="row")


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")
