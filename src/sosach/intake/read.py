"""Reads a workbook or a text file: the one entry for everything that opens a register's file.

The order of things: its sheets are read (`book`), headings are found (`layout`) and mapped (`mapping`), the register is
recognised (`recognise`), rows are sorted (`rows`), the raw frame is made (`frame`).
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sosach.findings.notices import refused
from sosach.intake import profile
from sosach.intake.accounting import at_most_three, book_notices, columns_of, sheet_notices, sheet_read
from sosach.intake.book import Book, read_book
from sosach.intake.data_sheets import MappingPlan, Titled, all_young, data_sheets
from sosach.intake.frame import ReadSheet, raw_frame
from sosach.intake.layout import Header
from sosach.intake.opening import Opening
from sosach.intake.options import ReadingOptions
from sosach.intake.reading import Grid, OtherSheet, Reading
from sosach.intake.recognise import confirm, recognise, weigh
from sosach.intake.rows import find_rows
from sosach.intake.workbook import RawSheet
from sosach.registers.catalogue import registers
from sosach.registers.register import Register


def read(path: Path, options: ReadingOptions, opening: Opening | None = None) -> Reading:
    """Reads the file whole.

    Args:
        path: .xlsx .xlsm .xls .xlsb .ods or .csv.
        options: how to read it.
        opening: when the reading was started before; else it is started now.

    Raises:
        Refused: the file cannot be used; nothing was written.
    """
    book = read_book(path, options, opening)
    reading = _understood(path, book, options)
    reading = replace(reading, notices=at_most_three((*book.notices, *reading.notices)))
    profile.remember(profile.place_of(path, options.profile), reading.register.name, options.mapping)
    return reading


def _understood(path: Path, book: Book, options: ReadingOptions) -> Reading:
    """Headings, register, columns, rows and frame."""
    file = book.name
    remembered = profile.recall(profile.place_of(path, options.profile))
    titled, others = data_sheets(book.grids, options, remembered, file)
    register = _register(titled, options, file)
    plan = MappingPlan(register, options.mapping, remembered.get(register.name, {}), file)
    sheets = [_read_sheet(grid, header, plan) for grid, header in titled]
    plan.refuse_unused(sheets[0].grid.name)
    if not any(sheet.rows.persons.len() for sheet in sheets):
        raise refused("rows_none", sheet=sheets[0].grid.name, file=file, row=sheets[0].header.below)
    columns = tuple(column for sheet in sheets for column in columns_of(sheet))
    frame = raw_frame(sheets, register, starts_1904=book.facts.starts_1904)
    read_grids = {sheet.grid.name: sheet.grid for sheet in sheets}
    return Reading(
        name=file,
        sha256=book.sha256,
        register=register,
        sheets=tuple(sheet_read(sheet) for sheet in sheets),
        other_sheets=(*others, *_unread(book.raw, options)),
        columns=columns,
        notices=(*book_notices(file, book.raw, book.facts), *sheet_notices(file, sheets, frame)),
        grids=tuple(read_grids.get(grid.name, grid) for grid in book.grids),
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
    if not options.insist:
        confirm(told, evidence, file)
    return told


def _read_sheet(grid: Grid, header: Header, plan: MappingPlan) -> ReadSheet:
    mapped = plan.mapped(grid, header)
    known = replace(grid, header_row=header.top + 1, header_rows=header.rows)
    rows = find_rows(grid, header, mapped, plan.register)
    if rows.other_table is not None:
        raise refused("header_moved", row=rows.other_table + 1, sheet=grid.name, file=plan.file)
    return ReadSheet(known, header, mapped, rows)


def _unread(raw: Sequence[RawSheet], options: ReadingOptions) -> list[OtherSheet]:
    """Sheets that were not opened: not asked for, or without cells, such as charts."""
    why = "không được chọn" if options.sheets else "không phải trang ô dữ liệu"
    return [OtherSheet(sheet.name, why) for sheet in raw if not sheet.header]
