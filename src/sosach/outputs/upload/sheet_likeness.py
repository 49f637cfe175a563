"""Compares two sheets' XML with a parser of its own, element by element: the proof's second pair of eyes.

The patch works on bytes; this reads XML (expat), so a slip of the one does not hide in the other. Row by row, in step,
so that a long sheet needs little memory. The hints about the used range (`dimension`, `spans`) may differ.
"""

import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from sosach.intake.facts import column_letters, column_number

_HINTS = frozenset({"dimension"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two sheets differ."""

    cells: frozenset[str]  # names of cells that differ in anything
    styles: frozenset[str]  # those of them that stood in both, and have another style now
    rest_alike: bool  # everything that is no cell


def compare_sheets(before: bytes, after: bytes) -> Likeness:
    """The differences between two sheets.

    Raises:
        xml.etree.ElementTree.ParseError: one of them is no XML.
    """
    one, other = _Walk(before), _Walk(after)
    cells: set[str] = set()
    styles: set[str] = set()
    alike = True
    for ours, theirs in zip_longest(one.rows(), other.rows()):
        if ours is None or theirs is None:
            alike = False
            continue
        alike = alike and ours.head == theirs.head
        for name in ours.cells.keys() | theirs.cells.keys():
            left, right = ours.cells.get(name), theirs.cells.get(name)
            if left != right:
                cells.add(name)
                if left and right and left.style != right.style:
                    styles.add(name)
    return Likeness(frozenset(cells), frozenset(styles), alike and one.rest() == other.rest())


@dataclass(frozen=True, slots=True)
class _Cell:
    style: str | None
    content: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    head: tuple[object, ...]  # its attributes, and what it holds besides cells
    cells: Mapping[str, _Cell]


class _Walk:
    """Goes through a sheet row by row and lets each row go."""

    def __init__(self, xml: bytes) -> None:
        self._events = ET.iterparse(io.BytesIO(xml), events=("start", "end"))
        self._root: ET.Element | None = None
        self._number = 0

    def rows(self) -> Iterator[_Row]:
        for event, element in self._events:
            if self._root is None:
                self._root = element
            if event == "end" and _name(element) == "row":
                yield self._row(element)
                element.clear()

    def rest(self) -> tuple[object, ...]:
        """Everything but the rows."""
        return () if self._root is None else _content(self._root)

    def _row(self, row: ET.Element) -> _Row:
        self._number = int(row.get("r", self._number + 1))
        cells: dict[str, _Cell] = {}
        others: list[object] = []
        column = -1
        for child in row:
            if _name(child) != "c":
                others.append(_content(child))
                continue
            letters = child.get("r", "").rstrip("0123456789")
            column = column_number(letters) if letters else column + 1
            cells[f"{column_letters(column)}{self._number}"] = _Cell(child.get("s"), _content(child, but=("r",)))
        return _Row((self._number, *_attributes(row, but=("r", "spans")), *others), cells)


def _content(element: ET.Element, but: tuple[str, ...] = ()) -> tuple[object, ...]:
    inner = tuple(_content(child) for child in element if _name(child) not in _HINTS)
    return (element.tag, _attributes(element, but), (element.text or ""), inner)


def _attributes(element: ET.Element, but: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, value) for name, value in element.items() if name not in but))


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
