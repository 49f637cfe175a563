"""Proves that in a written export nothing differs but what was meant: no proof, no file.

Three looks, none of which trusts the writing: the parts of the container byte by byte; the changed sheets' XML element
by element; and every cell of every sheet as another reader (calamine, in the child that reads strangers' files) sees
it, against the same reader's view of the export.
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from sosach.findings.notices import refused
from sosach.intake.book import Book, read_book
from sosach.intake.container import open_container
from sosach.intake.facts import column_letters
from sosach.intake.options import Limits, ReadingOptions
from sosach.intake.reading import Grid
from sosach.outputs.upload.archive import raw_entries
from sosach.outputs.upload.settled import CellChange
from sosach.outputs.upload.sheet_likeness import compare_sheets

Cell = tuple[str, int, str]  # sheet, row from 1, letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The export that was changed."""

    book: Book
    data: bytes  # its container, without password
    persons: int
    parts: Mapping[str, str]  # the part of each sheet by its name


def prove(base: Base, written: Path, changes: Sequence[CellChange]) -> dict[str, Any]:
    """What `FILE.proof.json` states.

    Args:
        base: the export.
        written: the file as it lies on the disk.
        changes: that were meant.

    Raises:
        Refused: something else differs, or something meant does not stand there.
    """
    back = read_book(written, ReadingOptions())
    identical = _parts_alike(base, written, changes)
    meant = {(change.sheet, change.row, change.letter): change for change in changes}
    found = _differing(base.book.grids, back.grids)
    others = found.keys() - meant.keys()
    unwritten = [cell for cell, change in meant.items() if found.get(cell) != change.new]
    if others or unwritten or identical is None:
        raise refused("output_differs", file=written.name)
    return {
        "base": {"name": base.book.name, "sha256": base.book.sha256},
        "file": {"name": written.name, "sha256": back.sha256},
        "rows": base.persons,
        "cells_changed": [_stated(change, found) for change in changes],
        "other_cells_changed": len(others),
        "parts_identical": identical,
    }


def _stated(change: CellChange, found: Mapping[Cell, str]) -> dict[str, Any]:
    return {
        "sheet": change.sheet,
        "row": change.row,
        "column": change.heading,
        "cell": change.cell,
        "old": change.old,
        "new": found[change.sheet, change.row, change.letter],
        "change": change.change,
    }


def _parts_alike(base: Base, written: Path, changes: Sequence[CellChange]) -> int | None:
    """How many parts are the same to the byte; None when others than the changed sheets are not, or these too much."""
    meant: dict[str, set[str]] = {}
    for change in changes:
        meant.setdefault(base.parts[change.sheet], set()).add(change.cell)
    before, after = raw_entries(base.data), raw_entries(written.read_bytes())
    differing = {name for name in before if before[name] != after.get(name)}
    if list(before) != list(after) or differing != meant.keys():
        return None
    one = open_container(base.book.name, base.data, Limits())
    other = open_container(written.name, written.read_bytes(), Limits())
    for part, cells in meant.items():
        try:
            likeness = compare_sheets(b"".join(one.pieces(part)), b"".join(other.pieces(part)))
        except ET.ParseError:
            return None
        if likeness.cells != cells or likeness.styles or not likeness.rest_alike:
            return None
    return len(before) - len(differing)


def _differing(before: Sequence[Grid], after: Sequence[Grid]) -> dict[Cell, str]:
    """Every cell that another reader sees differently, with what it sees now; a number where text was counts, too."""
    found: dict[Cell, str] = {}
    if [grid.name for grid in before] != [grid.name for grid in after]:
        return {("", 0, ""): ""}
    for old, new in zip(before, after, strict=True):
        height, width = max(old.text.height, new.text.height), max(old.text.width, new.text.width)
        for letter in (column_letters(number) for number in range(width)):
            ours, theirs = _column(old, letter, height), _column(new, letter, height)
            for row in (ours.ne_missing(theirs)).arg_true():
                found[old.name, row + 1, letter] = theirs[row] or ""
    return found


def _column(grid: Grid, letter: str, height: int) -> pl.Series:
    """The exact cells of a column, marks and all, down to this row."""
    source = grid.cells if letter in grid.cells.columns else grid.text
    if letter not in source.columns:
        return pl.Series(letter, [None], dtype=pl.String).new_from_index(0, height)
    return source[letter].extend_constant(None, height - source.height)
