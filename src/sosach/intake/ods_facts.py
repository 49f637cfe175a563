"""The side facts of an .ods workbook: what number cells show, what is hidden, what is merged.

OpenDocument 1.3 part 3, 9.1: cells have no address; rows and cells may be repeated. What a cell shows stands in its
text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sosach.findings.notices import refused
from sosach.intake.container import Container
from sosach.intake.facts import BookFacts, SheetFacts, placed
from sosach.intake.sheet_xml import check_entities
from sosach.text.cells import ERROR

_LIMIT = 1 << 30  # bytes of content.xml that are looked at
_PIECE = re.compile(
    rb"<table:table (?P<table>[^>]*)>|<table:table-row(?P<row>[^>]*?)(?P<row_empty>/)?>"
    rb"|<table:(?P<kind>covered-table-cell|table-cell)(?P<cell>[^>]*?)(?:/>|>(?P<inside>.*?)</table:(?:covered-)?table-cell>)"
    rb"|<table:table-column(?P<column>[^>]*?)/?>",
    re.DOTALL,
)
_TEXT = re.compile(rb"<text:p[^>]*>(.*?)</text:p>", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
_ERROR = re.compile(rb"^(?:#N/A|#REF!|#VALUE!|#DIV/0!|#NAME\?|#NUM!|#NULL!|Err:\d+)$")


@dataclass(slots=True)
class _Table:
    row: int = -1
    repeated: int = 1
    column: int = 0
    columns: int = 0  # declared so far
    shown: list[tuple[int, int, str]] = field(default_factory=list)
    broken: list[tuple[int, int, str]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


def scan_workbook(container: Container, sheets: tuple[str, ...]) -> BookFacts:
    """The side facts of the sheets wanted (none named: all).

    Raises:
        Refused: entities, or a password.
    """
    for name in container.parts:
        if name.endswith(".xml") and name != "content.xml":
            check_entities(container, name)
    if b"encryption-data" in container.whole("META-INF/manifest.xml"):
        raise refused("file_old_encryption", file=container.file)  # Excel can open it and save it otherwise
    content = container.whole("content.xml", _LIMIT)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise refused("file_entities", file=container.file)
    found: dict[str, SheetFacts] = {}
    for name, table in _tables(content):
        if not sheets or name in sheets:
            found[name] = _facts(table)
    return BookFacts(sheets=found)


def _tables(content: bytes) -> Iterator[tuple[str, _Table]]:
    name, table = "", None
    for piece in _PIECE.finditer(content):
        if piece["table"] is not None:
            if table is not None:
                yield name, table
            name, table = _attribute(piece["table"], b"table:name") or "", _Table()
        elif table is not None:
            _take(table, piece)
    if table is not None:
        yield name, table


def _take(table: _Table, piece: re.Match[bytes]) -> None:
    if piece["row"] is not None:
        table.row += table.repeated
        table.repeated, table.column = _times(piece["row"], b"table:number-rows-repeated"), 0
        if _attribute(piece["row"], b"table:visibility") in ("collapse", "filter"):
            table.hidden_rows.extend(range(table.row, table.row + min(table.repeated, 1000)))
    elif piece["column"] is not None:
        times = _times(piece["column"], b"table:number-columns-repeated")
        if _attribute(piece["column"], b"table:visibility") == "collapse":
            table.hidden_columns.extend(range(table.columns, table.columns + min(times, 256)))
        table.columns += times
    elif piece["cell"] is not None:
        times = _times(piece["cell"], b"table:number-columns-repeated")
        if piece["inside"]:
            _take_cell(table, piece, times)
        table.column += times


def _take_cell(table: _Table, piece: re.Match[bytes], times: int) -> None:
    places = [
        (table.row + r, table.column + c) for r in range(min(table.repeated, 100)) for c in range(min(times, 100))
    ]
    text = _TAG.sub(b"", b"\n".join(_TEXT.findall(piece["inside"]))).decode("utf-8", "replace")
    kind = _attribute(piece["cell"], b"office:value-type")
    if kind in ("float", "date", "percentage", "currency"):
        table.shown.extend((row, column, text) for row, column in places)
    if _ERROR.match(text.encode()) and _attribute(piece["cell"], b"table:formula"):
        table.broken.extend((row, column, ERROR + text) for row, column in places)
    down, right = (_times(piece["cell"], b"table:number-" + what + b"-spanned") for what in (b"rows", b"columns"))
    if down > 1 or right > 1:
        table.merged.append((table.row, table.column, table.row + down - 1, table.column + right - 1))


def _facts(table: _Table) -> SheetFacts:
    return SheetFacts(
        shown=placed(table.shown, "text"),
        broken=placed(table.broken, "cell"),
        merged=tuple(table.merged),
        hidden_rows=tuple(table.hidden_rows),
        hidden_columns=tuple(table.hidden_columns),
    )


def _attribute(tag: bytes, name: bytes) -> str | None:
    found = re.search(rb"\s" + re.escape(name) + rb"""=["']([^"']*)["']""", b" " + tag)
    return found[1].decode("utf-8", "replace") if found else None


def _times(tag: bytes, name: bytes) -> int:
    told = _attribute(tag, name)
    return int(told) if told and told.isdigit() and len(told) < 9 else 1
