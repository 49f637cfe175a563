"""Reads a workbook or a text file: the one entry for everything that opens a register's file.

The order of things: what the file is (`opening`), the child reads while the scan looks at the container, the two
are laid together (`workbook`), headings are found (`layout`) and mapped (`mapping`), the register is recognised
(`recognise`), rows are sorted (`rows`), the raw frame is made (`frame`).
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import polars as pl

from sosach.findings.notices import refused
from sosach.intake import profile
from sosach.intake.accounting import at_most_three, book_notices, columns_of, sheet_notices, sheet_read, text_notices
from sosach.intake.book_facts import scan
from sosach.intake.child import Answer, End
from sosach.intake.data_sheets import MappingPlan, Titled, all_young, data_sheets
from sosach.intake.facts import BookFacts
from sosach.intake.frame import ReadSheet, raw_frame
from sosach.intake.layout import Header
from sosach.intake.opening import Opening, start, stopped
from sosach.intake.options import ReadingOptions
from sosach.intake.reading import Grid, OtherSheet, Reading
from sosach.intake.recognise import confirm, recognise, weigh
from sosach.intake.rows import find_rows
from sosach.intake.workbook import RawSheet, grids_of, sheets_of
from sosach.registers.catalogue import registers
from sosach.registers.register import Register

_GAP = 65_536  # empty rows after which a cell is no part of the list


def read(path: Path, options: ReadingOptions, opening: Opening | None = None) -> Reading:
    """Reads the file whole.

    Args:
        path: .xlsx .xlsm .xls .xlsb .ods or .csv.
        options: how to read it.
        opening: when the reading was started before; else it is started now.

    Raises:
        Refused: the file cannot be used; nothing was written.
    """
    started = opening or start(path, options)
    with started.child:
        facts = scan(started.kind, started.data, started.container, options.sheets)
        answer = started.child.answer()
    raw = _answered(started, answer, options)
    said = tuple(text_notices(path.name, raw))
    opened = [sheet for sheet in raw if sheet.header]
    grids = [_within_reach(grid, path.name) for grid in grids_of(opened, facts, path.name, options.limits.cell_letters)]
    reading = _understood(started, raw, grids, facts, options)
    reading = replace(reading, notices=at_most_three((*started.notices, *said, *reading.notices)))
    profile.remember(profile.place_of(path, options.profile), reading.register.name, options.mapping)
    return reading


def _answered(opening: Opening, answer: Answer, options: ReadingOptions) -> list[RawSheet]:
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


def _understood(
    opening: Opening, raw: Sequence[RawSheet], grids: Sequence[Grid], facts: BookFacts, options: ReadingOptions
) -> Reading:
    """Headings, register, columns, rows and frame."""
    file = opening.path.name
    remembered = profile.recall(profile.place_of(opening.path, options.profile))
    titled, others = data_sheets(grids, options, remembered, file)
    register = _register(titled, options, file)
    plan = MappingPlan(register, options.mapping, remembered.get(register.name, {}), file)
    sheets = [_read_sheet(grid, header, plan) for grid, header in titled]
    plan.refuse_unused(sheets[0].grid.name)
    if not any(sheet.rows.persons.len() for sheet in sheets):
        raise refused("rows_none", sheet=sheets[0].grid.name, file=file, row=sheets[0].header.below)
    columns = tuple(column for sheet in sheets for column in columns_of(sheet))
    frame = raw_frame(sheets, register, starts_1904=facts.starts_1904)
    read_grids = {sheet.grid.name: sheet.grid for sheet in sheets}
    return Reading(
        name=file,
        sha256=opening.sha256,
        register=register,
        sheets=tuple(sheet_read(sheet) for sheet in sheets),
        other_sheets=(*others, *_unread(raw, options)),
        columns=columns,
        notices=(*book_notices(file, raw, facts), *sheet_notices(file, sheets, frame)),
        grids=tuple(read_grids.get(grid.name, grid) for grid in grids),
        frame=frame,
    )


def _register(titled: Sequence[Titled], options: ReadingOptions, file: str) -> Register:
    """The register that was named, if the sheets can be of it, else the one they look like."""
    known = tuple(registers().values())
    evidence = [
        (grid.name, weigh([h for _, h in header.headings], f"{header.title}\n{grid.name}\n{Path(file).stem}", known))
        for grid, header in titled
    ]
    if options.register is None:
        return recognise(evidence, file, lambda: all_young(titled))
    told = registers()[options.register]
    confirm(told, evidence, file)
    return told


def _read_sheet(grid: Grid, header: Header, plan: MappingPlan) -> ReadSheet:
    mapped = plan.mapped(grid, header)
    known = replace(grid, header_row=header.top + 1, header_rows=header.rows)
    return ReadSheet(known, header, mapped, find_rows(grid, header, mapped, plan.register))


def _unread(raw: Sequence[RawSheet], options: ReadingOptions) -> list[OtherSheet]:
    """Sheets that were not opened: not asked for, or without cells, such as charts."""
    why = "không được chọn" if options.sheets else "không phải trang ô dữ liệu"
    return [OtherSheet(sheet.name, why) for sheet in raw if not sheet.header]
