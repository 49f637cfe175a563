"""A file's sheets as they came, before anybody asks what they mean: of a register or of a form that was sent out.

The order of things: what the file is (`opening`), the child reads while the scan looks at the container, the two are
laid together (`workbook`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from sosach.findings.notices import Notice, refused
from sosach.intake.accounting import text_notices
from sosach.intake.book_facts import scan
from sosach.intake.child import Answer, End
from sosach.intake.container import Container, Kind
from sosach.intake.facts import BookFacts
from sosach.intake.opening import Opening, start, stopped
from sosach.intake.options import ReadingOptions
from sosach.intake.reading import Grid
from sosach.intake.workbook import RawSheet, grids_of, sheets_of

_GAP = 65_536  # empty rows after which a cell is no part of the list


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A workbook or text file as it came."""

    name: str  # bare name of the file
    sha256: str  # of the bytes on disk
    kind: Kind
    container: Container | None  # of zip files, without password
    notices: tuple[Notice, ...]  # what is said about the file itself
    raw: tuple[RawSheet, ...]  # all sheets in order, also those that hold no cells
    facts: BookFacts
    grids: tuple[Grid, ...]  # the sheets with cells


def read_book(path: Path, options: ReadingOptions, opening: Opening | None = None) -> Book:
    """Reads all cells.

    Args:
        path: .xlsx .xlsm .xls .xlsb .ods or .csv.
        options: how to read it; only sheets, password and limits matter here.
        opening: when the reading was started before; else it is started now.

    Raises:
        Refused: the file cannot be used.
    """
    started = opening or start(path, options)
    with started.child:
        facts = scan(started.kind, started.data, started.container, options.sheets)
        answer = started.child.answer()
    raw = _answered(started, answer, options)
    opened = [sheet for sheet in raw if sheet.header]
    grids = grids_of(opened, facts, path.name, options.limits.cell_letters)
    return Book(
        name=path.name,
        sha256=started.sha256,
        kind=started.kind,
        container=started.container,
        notices=(*started.notices, *text_notices(path.name, raw)),
        raw=tuple(raw),
        facts=facts,
        grids=tuple(_within_reach(grid, path.name) for grid in grids),
    )


def _answered(opening: Opening, answer: Answer, options: ReadingOptions) -> Sequence[RawSheet]:
    """The sheets that the child gave; those asked for must be among them."""
    sheets = sheets_of(answer.messages)
    last = answer.messages[-1][0] if answer.messages else {}
    if answer.end is not End.ANSWERED or "failed" in last:
        opened = [header["opening"] for header, _ in answer.messages if "opening" in header]
        raise stopped(opening, answer.end, sheets[opened[-1]].name if opened else "", options.limits)
    for name in options.sheets:
        if name not in {sheet.name for sheet in sheets}:
            known = ", ".join(f"“{sheet.name}”" for sheet in sheets)
            raise refused("sheet_unknown", sheet=name, file=opening.path.name, candidates=known)
    return sheets


def _within_reach(grid: Grid, file: str) -> Grid:
    """Refuses a sheet whose list ends long before a forgotten cell far below."""
    if grid.text.height <= _GAP:
        return grid
    content = grid.text.select(pl.any_horizontal(pl.all().is_not_null())).to_series().arg_true().cast(pl.Int64)
    after = content.filter((content.diff() > _GAP).fill_null(value=False))
    if after.len():
        row = int(after[0])
        letter = next(name for name in grid.text.columns if grid.text[name][row] is not None)
        raise refused("file_cell_far", sheet=grid.name, file=file, cell=f"{letter}{row + 1}")
    return grid
