"""What people say in a workbook without words in its cells: colours and comments, row by row.

Only .xlsx and .xlsm are looked at; in other kinds colours and comments stay unseen. SpreadsheetML: ECMA-376 part 1,
18.8.20 (fill), 18.3.1.4 (c), 18.7.3 (comment); threaded comments: [MS-XLSX] 2.6.205.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field

from sosach.intake.container import Container
from sosach.intake.facts import column_number
from sosach.intake.sheet_xml import check_entities
from sosach.intake.xlsx_facts import parts_by_relation, sheet_parts
from sosach.intake.xml_parts import decimal_number, tree_of, whole_number

_MOST = 64 << 20  # bytes of a part that is looked at
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_BLANK_FILLS = frozenset({None, "none"})
_WHITE = frozenset({"FFFFFFFF", "00FFFFFF"})


@dataclass(frozen=True, slots=True)
class CellMarks:
    """Places are zero-based (row, column)."""

    coloured: frozenset[tuple[int, int]] = frozenset()
    remarks: dict[tuple[int, int], str] = field(default_factory=dict)  # what a comment says


def read_cell_marks(container: Container, sheets: tuple[str, ...]) -> dict[str, CellMarks]:
    """Colours and comments by name of the sheet.

    Raises:
        Refused: a part holds entities, is larger than may be, or does not inflate to what it declares.
    """
    filled = _filled_styles(container.whole("xl/styles.xml", _MOST))
    book = container.whole("xl/workbook.xml", _MOST)
    relations = container.whole("xl/_rels/workbook.xml.rels", _MOST)
    return {
        name: CellMarks(frozenset(_coloured(container, part, filled)), _remarks(container, part))
        for name, part in sheet_parts(book, relations)
        if name in sheets and part in container.parts
    }


def _filled_styles(xml: bytes) -> frozenset[int]:
    """The styles of cells that have a colour other than white behind the text."""
    root = tree_of(xml)
    if root is None:
        return frozenset()
    fills = [_is_coloured(fill) for fill in _within(root, "fills", "fill")]
    styles = list(_within(root, "cellXfs", "xf"))
    return frozenset(
        number
        for number, style in enumerate(styles)
        if (at := whole_number(style.get("fillId"))) < len(fills) and fills[at]
    )


def _is_coloured(fill: ET.Element) -> bool:
    """Excel's first two fills, none and a fine grey that stands for none, are no colours."""
    pattern = next((child for child in fill if _name(child) == "patternFill"), None)
    if pattern is None:
        return len(fill) > 0  # a gradient
    if pattern.get("patternType") in _BLANK_FILLS or pattern.get("patternType") == "gray125":
        return False
    front = next((child for child in pattern if _name(child) == "fgColor"), None)
    white = front is not None and (front.get("rgb", "").upper() in _WHITE or _is_theme_white(front))
    return not white


def _is_theme_white(colour: ET.Element) -> bool:
    return colour.get("theme") == "0" and decimal_number(colour.get("tint")) == 0


def _coloured(container: Container, part: str, filled: frozenset[int]) -> Iterator[tuple[int, int]]:
    root = tree_of(container.whole(part, _MOST)) if filled else None
    for cell in root.iter() if root is not None else ():
        if _name(cell) == "c" and whole_number(cell.get("s")) in filled and (place := _place(cell.get("r", ""))):
            yield place


def _remarks(container: Container, part: str) -> dict[tuple[int, int], str]:
    """What the comments of a sheet say; a threaded comment's own words come before the notice that stands in for it."""
    folder, _, name = part.rpartition("/")
    relations = container.whole(f"{folder}/_rels/{name}.rels", _MOST)
    found: dict[tuple[int, int], str] = {}
    targets = [path for path in parts_by_relation(relations, folder).values() if "omments" in path]
    for target in sorted(set(targets) & container.parts.keys(), key=lambda path: "threaded" in path):
        check_entities(container, target)
        root = tree_of(container.whole(target, _MOST))
        for comment in root.iter() if root is not None else ():
            place = _place(comment.get("ref", ""))
            if place and _name(comment) in ("comment", "threadedComment"):
                found[place] = " ".join("".join(comment.itertext()).split())
    return found


def _place(reference: str) -> tuple[int, int] | None:
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]) - 1, column_number(found[1])) if found else None


def _within(root: ET.Element, parent: str, child: str) -> Iterator[ET.Element]:
    for group in root:
        if _name(group) == parent:
            yield from (element for element in group if _name(element) == child)


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
