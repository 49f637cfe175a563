"""Changes some cells of a sheet's XML and leaves every other byte where it is.

A changed cell keeps its own style and holds its new value as inline text, so that shared strings, formats, validations
and everything else in the workbook stay untouched and a number of twelve digits stays text. SpreadsheetML: ECMA-376
part 1, 18.3.1.4 (c), 18.3.1.53 (is), 18.3.1.73 (row), 22.9.2.19 (ST_Xstring).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sosach.intake.facts import column_letters, column_number

Place = tuple[int, int]  # zero-based row and column

LONGEST = 32_767  # letters in one cell, Excel's limit

_INSIDE = rb"""(?:[^>"'/]|"[^"]*"|'[^']*'|/(?!>))*"""
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_RANGE = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")


class UnpatchableError(Exception):
    """A cell cannot be changed, or the sheet is written in a way that is not understood.

    `why` is the code of the notice that says so, `cell` its name where it is about one.
    """

    def __init__(self, why: str, cell: str = "") -> None:
        super().__init__(why, cell)
        self.why, self.cell = why, cell


def patched(xml: bytes, changes: Mapping[Place, str]) -> bytes:
    """The sheet with new texts in these cells; an empty text empties the cell and keeps its style.

    Raises:
        UnpatchableError: see there; nothing is changed then.
        ValueError: a text cannot stand in a cell.
    """
    if any(_FORBIDDEN.search(text) or len(text) > LONGEST for text in changes.values()):
        raise ValueError("a text that no cell can hold")
    if not changes:
        return xml
    sheet = _Sheet(xml)
    wanted: dict[int, dict[int, str]] = {}
    for place, text in changes.items():
        sheet.refuse_bound(place)
        wanted.setdefault(place[0], {})[place[1]] = text
    pieces: list[bytes] = []
    at = 0
    for number, found in sheet.rows():
        if number in wanted:
            pieces += [xml[at : found.start()], sheet.patched_row(found, number, wanted.pop(number))]
            at = found.end()
    for number, texts in wanted.items():
        raise UnpatchableError("upload_no_row", _name((number, min(texts))))
    return sheet.with_dimension(b"".join([*pieces, xml[at:]]), changes)


@dataclass(frozen=True)
class _Sheet:
    """The XML of a sheet and how its program writes."""

    xml: bytes

    @cached_property
    def prefix(self) -> bytes:
        """What stands in front of the names of elements: nothing, or a namespace's short name with a colon."""
        root = re.search(rb"<([A-Za-z_][\w.-]*:)?worksheet[\s>]", self.xml[:65536])
        encoding = re.match(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding=["']([^"']+)""", self.xml[:200])
        if root is None or (encoding and encoding[1].lower() not in (b"utf-8", b"utf8", b"us-ascii")):
            raise UnpatchableError("upload_structure")
        return root[1] or b""

    def tag(self, name: bytes) -> bytes:
        """The name of an element as a pattern."""
        return re.escape(self.prefix + name)

    def rows(self) -> Iterator[tuple[int, re.Match[bytes]]]:
        """The rows with their zero-based numbers: groups `head`, `body` (None where the element is empty)."""
        data = re.search(rb"<" + self.tag(b"sheetData") + rb"(?:\s[^>]*)?>", self.xml)
        end = self.xml.find(b"</" + self.prefix + b"sheetData>")
        if data is None or end < 0 or re.search(rb"<!|<\?", self.xml[data.end() : end]):
            raise UnpatchableError(
                "upload_structure"
            )  # comments and sections without markup: no program writes them there
        row = self.tag(b"row")
        pattern = re.compile(
            rb"<" + row + rb"(?P<head>(?=[\s/>])" + _INSIDE + rb")(?:/>|>(?P<body>.*?)</" + row + rb"\s*>)", re.DOTALL
        )
        number = 0
        for found in pattern.finditer(self.xml, data.end(), end):
            given = _attribute(found["head"], b"r")
            number = int(given) if given else number + 1
            yield number - 1, found

    def patched_row(self, row: re.Match[bytes], number: int, texts: Mapping[int, str]) -> bytes:
        """The row with new cells in the place of old ones, or between them."""
        left = dict(texts)
        pieces: list[bytes] = []
        body, at = row["body"] or b"", 0
        column, last = -1, 0
        for cell in self._cell_pattern.finditer(body):
            given = _RANGE.match(_attribute(cell["head"], b"r") or b"")
            column = column_number(given[1].decode()) if given else column + 1
            for missing in sorted(place for place in left if place < column):
                pieces += [body[at : cell.start()], self._new_cell(row["head"], number, missing, left.pop(missing))]
                at = cell.start()
            if column in left:
                pieces += [body[at : cell.start()], self._changed(cell, (number, column), left.pop(column))]
                at = cell.end()
            last = cell.end()
        added = [self._new_cell(row["head"], number, place, left[place]) for place in sorted(left)]
        pieces += [body[at : max(at, last)], *added, body[max(at, last) :]]
        name = self.prefix + b"row"
        return b"<" + name + _spanning(row["head"], texts) + b">" + b"".join(pieces) + b"</" + name + b">"

    @cached_property
    def _cell_pattern(self) -> re.Pattern[bytes]:
        cell = self.tag(b"c")
        return re.compile(
            rb"<" + cell + rb"(?P<head>(?=[\s/>])" + _INSIDE + rb")(?:/>|>(?P<body>.*?)</" + cell + rb"\s*>)", re.DOTALL
        )

    def _changed(self, cell: re.Match[bytes], place: Place, text: str) -> bytes:
        if re.search(rb"<" + self.tag(b"f") + rb"[\s/>]", cell["body"] or b""):
            raise UnpatchableError("upload_formula", _name(place))
        return self._cell(_without(_without(cell["head"], b"t"), b"vm").rstrip(), text)

    def _new_cell(self, row: bytes, number: int, column: int, text: str) -> bytes:
        """A cell where none was: in the style of its row, else of its column, as a spreadsheet shows it."""
        style = _attribute(row, b"s") if _attribute(row, b"customFormat") in (b"1", b"true") else None
        style = style or self._column_style(column)
        name = _name((number, column)).encode()
        return self._cell(b' r="' + name + b'"' + (b' s="' + style + b'"' if style else b""), text) if text else b""

    def _cell(self, head: bytes, text: str) -> bytes:
        tag = self.prefix
        if not text:
            return b"<" + tag + b"c" + head + b"/>"
        space = b' xml:space="preserve"' if text != text.strip() else b""
        inline = (
            b"<" + tag + b"is><" + tag + b"t" + space + b">" + _escaped(text) + b"</" + tag + b"t></" + tag + b"is>"
        )
        return b"<" + tag + b"c" + head + b' t="inlineStr">' + inline + b"</" + tag + b"c>"

    def _column_style(self, column: int) -> bytes | None:
        for tag in re.findall(rb"<" + self.tag(b"col") + rb"(\s" + _INSIDE + rb")/?>", self._head):
            first, last = int(_attribute(tag, b"min") or 0), int(_attribute(tag, b"max") or 0)
            if first - 1 <= column <= last - 1:
                return _attribute(tag, b"style")
        return None

    @cached_property
    def _head(self) -> bytes:
        """What stands before the rows."""
        return self.xml[: max(self.xml.find(b"<" + self.prefix + b"sheetData"), 0)]

    @cached_property
    def _bound(self) -> tuple[tuple[str, tuple[int, int, int, int]], ...]:
        """Ranges whose cells cannot be changed one by one: of array formulas and tables of data, and merged ones."""
        found = []
        for head in re.findall(rb"<" + self.tag(b"f") + rb"(\s" + _INSIDE + rb")/?>", self.xml):
            if _attribute(head, b"t") in (b"array", b"dataTable"):
                found.append(("upload_formula", _corners(_attribute(head, b"ref") or b"")))
        for head in re.findall(rb"<" + self.tag(b"mergeCell") + rb"(\s" + _INSIDE + rb")/?>", self.xml):
            found.append(("upload_merged", _corners(_attribute(head, b"ref") or b"")))
        return tuple(found)

    def refuse_bound(self, place: Place) -> None:
        """Refuses a cell that is part of something larger; the first cell of a merged range stands for all of it."""
        row, column = place
        for why, (top, left, bottom, right) in self._bound:
            inside = top <= row <= bottom and left <= column <= right
            if inside and not (why == "upload_merged" and place == (top, left)):
                raise UnpatchableError(why, _name(place))

    def with_dimension(self, xml: bytes, changes: Mapping[Place, str]) -> bytes:
        """The sheet with a used range that holds the new cells."""
        found = re.search(rb"(<" + self.tag(b"dimension") + rb'\s+ref=["\'])([A-Z0-9:]+)(["\'])', xml[:65536])
        if found is None:
            return xml
        top, left, bottom, right = _corners(found[2])
        for row, column in (place for place, text in changes.items() if text):
            top, left, bottom, right = min(top, row), min(left, column), max(bottom, row), max(right, column)
        if (top, left, bottom, right) == _corners(found[2]):
            return xml
        new = f"{_name((top, left))}:{_name((bottom, right))}".encode()
        return xml[: found.start(2)] + new + xml[found.end(2) :]


def _name(place: Place) -> str:
    return f"{column_letters(place[1])}{place[0] + 1}"


def _corners(reference: bytes) -> tuple[int, int, int, int]:
    found = _RANGE.fullmatch(reference)
    if found is None:
        raise UnpatchableError("upload_structure")
    left, top = column_number(found[1].decode()), int(found[2]) - 1
    right, bottom = (column_number(found[3].decode()), int(found[4]) - 1) if found[3] else (left, top)
    return top, left, bottom, right


def _attribute(head: bytes, name: bytes) -> bytes | None:
    found = re.search(rb"\s" + name + rb"""\s*=\s*(?:"([^"]*)"|'([^']*)')""", head)
    if found is None:
        return None
    return found[1] if found[1] is not None else found[2]


def _without(head: bytes, name: bytes) -> bytes:
    return re.sub(rb"\s+" + name + rb"""\s*=\s*(?:"[^"]*"|'[^']*')""", b"", head)


def _spanning(head: bytes, texts: Mapping[int, str]) -> bytes:
    """The row's attributes; the hint about its first and last column goes where a new cell lies outside."""
    span = re.fullmatch(rb"(\d+):(\d+)", _attribute(head, b"spans") or b"")
    if span and any(text and not int(span[1]) <= place + 1 <= int(span[2]) for place, text in texts.items()):
        return _without(head, b"spans")
    return head


def _escaped(text: str) -> bytes:
    plain = _LOOKS_ESCAPED.sub("_x005F_", text)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()
