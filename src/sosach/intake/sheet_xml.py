"""The side facts of an .xlsx sheet, found by compiled searches over its XML while the child reads the values.

calamine gives values and types, but no number format, no hidden rows and nothing of a broken formula. One pass of a
few searches over the inflated bytes recovers them; nothing is called per element. The same pass looks for what a
reader should never see: entities, cells outside the world, endless strings.

SpreadsheetML: ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.73 (row), 18.3.1.13 (col).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import polars as pl
from polars.exceptions import ComputeError

from sosach.findings.notices import refused
from sosach.intake.container import Container
from sosach.intake.facts import SheetFacts, column_letters, column_number
from sosach.intake.styles import Styles
from sosach.intake.xml_parts import decimal_number, whole_number
from sosach.text.cells import ERROR, UNCACHED

_LAST_ROW = 1_048_576
_LONG = 65_536  # rows of a list that is looked at twice
_LONGEST_PIECE = 64 << 20  # bytes without the end of a row: no honest sheet
_GAP = r"[ \t\r\n]"  # what may stand between the parts of a tag
_FORMULA = r"(?:<f[^>]*>[^<]*</f>|<f[^>]*/>)"
_UNCACHED = rf"<c [^>]*>{_FORMULA}(?:<v></v>|<v ?/>)?</c>"
_ERROR = rf'<c [^>]*t=["\']e["\'][^>]*>{_FORMULA}?<v>[^<]*</v>'
_LINK = r"<f[^>]*>[^<]*(?:\[[0-9]+\]|(?i:WEBSERVICE)\(|\|[^<]*!)"
_ROW = r"<row[ />][^>]*>|<row>"
_REFERENCE = r'[ \t\r\n]r=["\']([A-Z]+)([0-9]+)["\']'


@dataclass(slots=True)
class _Found:
    """What the pieces gave so far."""

    tags: list[pl.DataFrame] = field(default_factory=list)  # row, column, style, text (bool)
    broken: list[pl.DataFrame] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    cells: int = 0
    last: str = ""  # the last cell that holds something
    links: bool = False
    head: bytes = b""  # what stands before the first row


def check_entities(container: Container, name: str) -> None:
    """Inflates a part and looks for entities and declarations.

    Raises:
        Refused: it holds some, or is no UTF-8.
    """
    tail = b""
    for piece in container.pieces(name):
        _refuse_entities(tail + piece, container, name)
        tail = piece[-16:]


def scan_sheet(container: Container, part: str, sheet: str, styles: Styles) -> SheetFacts:
    """Goes through a sheet once.

    Args:
        container: the archive.
        part: name of the sheet's part.
        sheet: the sheet's name, for messages.
        styles: which styles to look for.

    Raises:
        Refused: entities, a cell too far away, more cells than may be.
    """
    found = _Found()
    looks = _looks(container.limits.columns, styles)
    for piece in _whole_rows(container, part):
        text = _as_text(piece, container, part)
        seen = text.to_frame().select(**looks)
        _refuse_far_cells(seen, text, container, sheet)
        found.cells += seen["cells"][0]
        _refuse_many_cells(found, piece, container)
        found.last = _last_cell(piece) or found.last
        if not found.head:
            found.head = piece[: max(piece.find(b"<sheetData"), 0)] or b" "
        _take(seen, text, found)
    _refuse_forgotten_cell(found, container, sheet)
    return _facts(found, styles)


def _whole_rows(container: Container, part: str) -> Iterator[bytes]:
    """The sheet in pieces that end with a whole row, written in one way (see `_Writer`)."""
    waiting, writer = b"", None
    for piece in container.pieces(part):
        _refuse_entities(waiting[-16:] + piece, container, part)
        waiting += piece
        if writer is None and len(waiting) < 4096:
            continue
        writer = writer or _Writer(waiting)
        cut = waiting.rfind(writer.row_end)
        if cut < 0:
            if len(waiting) > _LONGEST_PIECE:
                raise refused("file_parts", file=container.file, part=part)
            continue
        cut += len(writer.row_end)
        ready, waiting = waiting[:cut], waiting[cut:]
        yield writer.plain(ready)
    yield (writer or _Writer(waiting)).plain(waiting)


class _Writer:
    """The habits of the program that wrote a sheet, seen at its start and undone: namespace prefixes, line breaks in
    tags, cells without their reference.
    """

    def __init__(self, start: bytes) -> None:
        root = re.search(rb"<([A-Za-z_][\w.-]*:)?worksheet[ >]", start[:65536])
        self._prefix = (root[1] or b"") if root else b""
        self.row_end = b"</" + self._prefix + b"row>"
        self._breaks = bool(re.search(rb"<" + self._prefix + rb"c[\t\r\n]", start[: 1 << 20]))
        self._place = None if _all_referenced(self.plain(start[: 1 << 20])) else _Place()

    _place: "_Place | None" = None

    def plain(self, piece: bytes) -> bytes:
        """The piece without these habits."""
        if self._prefix:
            piece = piece.replace(b"<" + self._prefix, b"<").replace(b"</" + self._prefix, b"</")
        if self._breaks:
            piece = re.sub(rb"<c[\t\r\n]", b"<c ", piece)
        return self._place.referenced(piece) if self._place else piece


class _Place:
    """Counts rows and cells of a writer that leaves references out, and puts them in."""

    _TAG = re.compile(rb"<(row|c)(?=[ />\t\r\n])([^>]*)>")

    def __init__(self) -> None:
        self.row, self.column = 0, -1

    def referenced(self, piece: bytes) -> bytes:
        """The piece with a reference in every cell."""
        return self._TAG.sub(self._with_reference, piece)

    def _with_reference(self, tag: re.Match[bytes]) -> bytes:
        name, rest = tag.groups()
        given = re.search(rb"""\sr=["']([A-Z]*)([0-9]+)["']""", rest)
        if name == b"row":
            self.row = int(given[2]) if given else self.row + 1
            self.column = -1
            return tag.group() if given else b'<row r="%d"%b>' % (self.row, rest)
        self.column = column_number(given[1].decode()) if given else self.column + 1
        return tag.group() if given else b'<c r="%b%d"%b>' % (column_letters(self.column).encode(), self.row, rest)


def _as_text(piece: bytes, container: Container, part: str) -> pl.Series:
    try:
        return pl.Series("text", [piece], dtype=pl.Binary).cast(pl.String)
    except ComputeError as failure:
        raise refused("file_parts", file=container.file, part=part) from failure


def _looks(columns: int, styles: Styles) -> dict[str, pl.Expr]:
    """The searches that every piece undergoes; a tag of a cell begins with `<c ` (see `_Writer`)."""
    text = pl.col("text")
    wanted = "|".join(map(str, sorted(styles.formats.keys() | styles.fonts.keys()))) or "none"
    return {
        "cells": text.str.count_matches("<c ", literal=True),
        "far": text.str.contains(rf'{_GAP}r=["\'](?:{_beyond(columns)})[0-9]+["\']'),
        "low": text.str.extract(rf'{_GAP}r=["\'][A-Z]{{0,3}}([0-9]{{7,}})["\']'),
        "styled": text.str.extract_all(rf'<c [^>]*s=["\'](?:{wanted})["\'][^>]*>'),  # no other attribute ends with s
        "hides": text.str.contains("hidden=", literal=True),
        "computes": text.str.contains("<f", literal=True),
        "fails": text.str.contains('t="e"', literal=True) | text.str.contains("t='e'", literal=True),
    }


def _take(seen: pl.DataFrame, text: pl.Series, found: _Found) -> None:
    """Keeps what this piece tells."""
    found.tags.append(_tags(seen["styled"].explode(empty_as_null=False)))
    if seen["hides"][0]:
        rows = _all(text, _ROW)
        hidden = rows.filter(rows.str.contains(r'[ \t\r\n]hidden=["\'](?:1|true|on)'))
        places = hidden.str.extract(r'[ \t\r\n]r=["\']([0-9]+)').cast(pl.UInt32, strict=False)
        found.hidden_rows.extend(places.drop_nulls().to_list())
    if seen["computes"][0]:
        found.broken.append(_uncached(_all(text, _UNCACHED)))
        found.links = found.links or bool(text.str.contains(_LINK).any())
    if seen["fails"][0]:
        found.broken.append(_errors(_all(text, _ERROR)))


def _facts(found: _Found, styles: Styles) -> SheetFacts:
    tags = pl.concat(found.tags) if found.tags else _tags(pl.Series([], dtype=pl.String))
    formats = _styled(tags.filter(~pl.col("text")), styles.formats, "code")
    fonts = _styled(tags.filter(pl.col("text")), styles.fonts, "mark")
    widths, hidden_columns = _columns(found.head.decode("utf-8", "replace"))
    return SheetFacts(
        formats=formats,
        fonts=fonts,
        broken=pl.concat(found.broken).drop_nulls() if found.broken else _uncached(pl.Series([], dtype=pl.String)),
        hidden_rows=tuple(row - 1 for row in found.hidden_rows if row),
        hidden_columns=hidden_columns,
        widths=widths,
        links=found.links,
    )


def _all(series: pl.Series, pattern: str) -> pl.Series:
    return series.str.extract_all(pattern).explode(empty_as_null=False)


def _tags(tags: pl.Series) -> pl.DataFrame:
    """Place, style and whether it is text, of opening tags of cells."""
    tag = pl.col("tag")
    frame = tags.alias("tag").to_frame().filter(~tag.str.ends_with("/>"))
    return frame.select(
        *_place(tag),
        style=tag.str.extract(r'[ \t\r\n]s=["\']([0-9]+)').cast(pl.UInt32, strict=False),
        text=tag.str.contains(r'[ \t\r\n]t=["\'](?:s|str|inlineStr)["\']'),
        other=tag.str.contains(r'[ \t\r\n]t=["\'](?:b|e|d)["\']'),
    ).filter(~pl.col("other")).drop("other")  # fmt: skip


def _place(tag: pl.Expr) -> list[pl.Expr]:
    letters, number = tag.str.extract(_REFERENCE, 1), tag.str.extract(_REFERENCE, 2).cast(pl.UInt32, strict=False)
    return [
        (pl.when(number > 0).then(number) - 1).alias("row"),
        letters.replace_strict(_NUMBERS, default=None, return_dtype=pl.UInt32).alias("column"),
    ]


_NUMBERS = {column_letters(number): number for number in range(26 + 26 * 26)}


def _styled(tags: pl.DataFrame, table: dict[int, str], name: str) -> pl.DataFrame:
    known = pl.col("style").replace_strict(table, default=None, return_dtype=pl.String).alias(name)
    return tags.select("row", "column", known).drop_nulls()


def _uncached(cells: pl.Series) -> pl.DataFrame:
    """Formulas whose result was never stored; an empty text is a result."""
    cell = pl.col("cell")
    frame = cells.alias("cell").to_frame().filter(~cell.str.contains(r'^<c [^>]*t=["\'](?:str|s|inlineStr)["\']'))
    return frame.select(*_place(cell), cell=pl.lit(UNCACHED))


def _errors(cells: pl.Series) -> pl.DataFrame:
    cell = pl.col("cell")
    return cells.alias("cell").to_frame().select(*_place(cell), cell=ERROR + cell.str.extract(r"<v>([^<]*)</v>"))


def _columns(head: str) -> tuple[tuple[tuple[int, float], ...], tuple[int, ...]]:
    """Widths and hidden columns."""
    widths: list[tuple[int, float]] = []
    hidden: list[int] = []
    for tag in re.findall(r"<col [^>]*>", head):
        known = dict(re.findall(r"""([a-z]+)=["']([^"']*)["']""", tag, re.IGNORECASE))
        first, last = max(whole_number(known.get("min"), 1), 1), min(whole_number(known.get("max"), 1), 16_384)
        shown = [number - 1 for number in range(first, min(last, first + 255) + 1)]
        if "width" in known:
            widths.extend((number, decimal_number(known["width"])) for number in shown)
        if known.get("hidden") in ("1", "true", "on"):
            hidden.extend(shown)
    return tuple(widths), tuple(hidden)


def _refuse_entities(piece: bytes, container: Container, part: str) -> None:
    text = pl.Series([piece], dtype=pl.Binary)
    if text.bin.contains(b"<!DOCTYPE")[0] or text.bin.contains(b"<!ENTITY")[0]:
        raise refused("file_entities", file=container.file)
    if piece[:2] in (b"\xff\xfe", b"\xfe\xff") or piece[:64].count(0):
        raise refused("file_parts", file=container.file, part=part)


def _refuse_far_cells(seen: pl.DataFrame, text: pl.Series, container: Container, sheet: str) -> None:
    """A row or a cell with content outside the sheet, or right of the columns that are read."""
    low = seen["low"][0]
    if low is not None and (len(low) > 7 or int(low) > _LAST_ROW):
        raise refused("file_cell_far", file=container.file, sheet=sheet, cell=f"dòng {low}"[:20])
    if seen["far"][0]:
        place = rf'<c [^>]*r=["\']((?:{_beyond(container.limits.columns)})[0-9]+)["\'](?:[^>]*[^/>])?>'
        if cell := text.str.extract(place)[0]:
            raise refused("file_cell_far", file=container.file, sheet=sheet, cell=cell[:20])


def _last_cell(piece: bytes) -> str:
    """The reference of the last cell that holds a value or a formula; empty when no cell of the piece does."""
    held = max(map(piece.rfind, (b"<v>", b"<is>", b"<f")))
    tag = piece[piece.rfind(b"<c ", 0, max(held, 0)) :][:200] if held > 0 else b""
    reference = re.match(rb"""<c [^>]*?\br=["']([A-Z]+[0-9]+)["']""", tag)
    return reference[1].decode() if reference else ""


def _refuse_forgotten_cell(found: _Found, container: Container, sheet: str) -> None:
    """A list with fewer cells than rows: a cell stands far below, and readers would make all the room between."""
    row = int(found.last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or 0)
    if row > _LONG and found.cells < row:
        raise refused("file_cell_far", file=container.file, sheet=sheet, cell=found.last[:20])


def _refuse_many_cells(found: _Found, piece: bytes, container: Container) -> None:
    if found.cells > container.limits.cells:
        row = int((re.findall(rb"<row[^>]*\sr=.(\d+)", piece[-65536:]) or [b"1"])[-1])
        fitting = container.limits.cells * row // found.cells
        raise refused("file_too_large", file=container.file, count=f"hơn {row}", limit=fitting)


def _beyond(limit: int) -> str:
    """A pattern for the letters of columns after the first `limit`, for limits of two letters."""
    letters = column_letters(limit - 1)
    first, second = letters[0], letters[1]
    above_first = f"[{chr(ord(first) + 1)}-Z][A-Z]|" if first < "Z" else ""
    above_second = f"{first}[{chr(ord(second) + 1)}-Z]|" if second < "Z" else ""
    return f"{above_first}{above_second}[A-Z]{{3,}}"


def _all_referenced(start: bytes) -> bool:
    tags = re.findall(rb"<c(?=[ />])[^>]*>", start)
    return all(re.search(rb"""\sr=["']""", tag) for tag in tags[:2000])
