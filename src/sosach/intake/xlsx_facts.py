"""The side facts of an .xlsx or .xlsm workbook: which part is which sheet, styles, shared strings that lie, links.

Office Open XML: ECMA-376 part 1, 12.3 (parts), 18.2.27 (sheets), 18.4.9 (sst); part 2, 9.3 (relationships).
"""

import posixpath
import re

from sosach.findings.notices import refused
from sosach.intake.container import Container
from sosach.intake.facts import BookFacts, SheetFacts
from sosach.intake.sheet_xml import check_entities, scan_sheet
from sosach.intake.styles import read_styles
from sosach.intake.xml_parts import tree_of

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_SMALLEST_STRING = 5  # bytes of <si/>


def scan_workbook(container: Container, sheets: tuple[str, ...]) -> BookFacts:
    """Goes through every part that a reader opens.

    Args:
        container: the archive.
        sheets: names of the sheets wanted; none: all.

    Raises:
        Refused: entities, lies about sizes, cells too far away.
    """
    small = [name for name in container.parts if name.endswith((".xml", ".rels")) and not _is_bulk(name)]
    for name in small:
        check_entities(container, name)
    _check_strings(container)
    book = container.whole("xl/workbook.xml", 16 << 20)
    styles = read_styles(container.whole("xl/styles.xml", 32 << 20))
    found: dict[str, SheetFacts] = {}
    for name, part in sheet_parts(book, container.whole("xl/_rels/workbook.xml.rels", 16 << 20)):
        if part in container.parts and (not sheets or name in sheets):
            found[name] = scan_sheet(container, part, name, styles)
    return BookFacts(
        sheets=found,
        starts_1904=bool(re.search(rb"""date1904=["'](?:1|true|on)["']""", book)),
        links=container.has("xl/externalLinks/"),
    )


_BULK = (
    "xl/worksheets/", "xl/sharedStrings", "xl/drawings/", "xl/charts/", "xl/media/", "xl/pivot", "xl/comments",
)  # fmt: skip


def _is_bulk(name: str) -> bool:
    """Parts that are scanned on their own, and parts that no reader of values opens."""
    return name.startswith(_BULK) and not name.endswith(".rels")


def _check_strings(container: Container) -> None:
    """Shared strings: a declared count that the bytes cannot hold makes readers allocate without end."""
    for name in container.parts:
        if not name.startswith("xl/sharedStrings"):
            continue
        size, head = 0, b""
        for piece in container.pieces(name):
            if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
                raise refused("file_entities", file=container.file)
            size += len(piece)
            head = head or piece[:4096]
        declared = [int(count) for count in re.findall(rb"""<(?:\w+:)?sst[^>]*?\suniqueCount=["'](\d{1,18})""", head)]
        if any(count * _SMALLEST_STRING > size for count in declared):
            raise refused("file_parts", file=container.file, part=name)


def parts_by_relation(relations: bytes, folder: str = "xl") -> dict[str, str]:
    """The part that each relation of the workbook, or of a part in `folder`, points to, by the relation's name."""
    root = tree_of(relations)
    known = {r.get("Id", ""): r.get("Target", "") for r in root} if root is not None else {}
    return {
        name: target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        for name, target in known.items()
    }


def sheet_parts(book: bytes, relations: bytes) -> list[tuple[str, str]]:
    """The sheets in the order of the workbook, each with its part."""
    targets = parts_by_relation(relations)
    root = tree_of(book)
    if root is None:
        return []  # the reader will say what it thinks of the workbook
    sheets = [e for e in root.iter() if e.tag.rpartition("}")[2] == "sheet"]
    named = [(e.get("name", ""), e.get(_RELATION) or e.get(_STRICT_RELATION) or "") for e in sheets]
    return [(name, targets[relation]) for name, relation in named if relation in targets]
