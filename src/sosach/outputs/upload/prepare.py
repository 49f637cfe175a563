"""Everything that goes back into the national software: its own workbook changed and proven, new persons, typing list.

The files appear together or not at all, and the workbook only with its proof. Where the export cannot be changed cell
by cell the typing list says the same, and a notice says why there is no workbook; a single cell that cannot be changed
is left to the list, and the others are changed.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from sosach.findings.notices import Notice, notice, refused
from sosach.forms.form import SentRow
from sosach.intake.accounting import at_most_three
from sosach.intake.book import Book, read_book
from sosach.intake.container import Container, Kind
from sosach.intake.facts import column_number
from sosach.intake.options import ReadingOptions
from sosach.intake.reading import Reading
from sosach.intake.xlsx_facts import sheet_parts
from sosach.outputs.upload.archive import StrangeContainerError, replaced
from sosach.outputs.upload.file_words import FileWords, file_words
from sosach.outputs.upload.new_persons import write_new_persons
from sosach.outputs.upload.proof import Base, prove
from sosach.outputs.upload.settled import CellChange, Cells, LeftOut, NewPerson, Settled, to_cells
from sosach.outputs.upload.sheet_patch import UnpatchableError, patched
from sosach.outputs.upload.typing_list import ListSeal, typing_rows, write_typing_list
from sosach.outputs.whole_files import Placing, whole_files

_SMALL = 64 << 20  # bytes of the parts that tell which part is which sheet
_SIGNED = "_xmlsignatures/"
_ONE_CELL = ("upload_formula", "upload_merged")  # concern no cell but the one that is named


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """What is to go back."""

    reading: Reading  # of the export
    typed: pl.DataFrame  # its typed frame
    settled: Sequence[Settled]
    new_persons: Sequence[NewPerson] = ()
    seal: ListSeal
    password: str | None = None  # of the export
    unlisted: frozenset[tuple[str, str]] = (
        frozenset()
    )  # change and field of what nobody need type: typed before, or tidying


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What was written."""

    workbook: Path | None
    proof: Path | None
    stated: dict[str, Any] | None  # what the proof says
    new_persons: Path | None
    typing_list: Path | None
    rows: tuple[SentRow, ...]  # of the typing list
    row_changes: tuple[str, ...]  # the change that each of them stands for
    left_out: tuple[tuple[Settled, LeftOut], ...]  # of the workbook; all but those already there are on the list
    notices: tuple[Notice, ...]  # why there is no workbook, if there is none, or which cells are on the list alone
    unplaced_fields: tuple[str, ...] = ()  # of new persons, for which the export has no column


def prepare_upload(base: Path, out: Path, upload: Upload) -> Prepared:
    """Writes FILE, `FILE.proof.json`, `<stem>-new.xlsx` and `<stem>-list.xlsx`, as far as there is need of each.

    Args:
        base: the export as it came.
        out: the workbook to write.
        upload: what is to go back.

    Raises:
        Refused: nothing to do, the export is another file than was read, or the files cannot be written or proven.
    """
    book = _opened(base, out, upload)
    words = file_words(upload.typed, upload.reading.register)
    cells = to_cells(upload.settled, upload.reading.columns, upload.reading.grids, words)
    to_type = _to_type(upload, cells)
    if not to_type and not cells.changes:
        raise refused("upload_nothing", file=base.name)
    made = _made(book, cells.changes, out)
    with whole_files(out.absolute().parent) as files:
        rows = typing_rows(to_type, upload.reading.register, words, upload.seal)
        listed = out.with_name(f"{out.stem}-list.xlsx") if to_type else None
        if listed:
            write_typing_list(files.fresh(listed), rows.rows, upload.seal)
        added, unplaced = _add_new(files, out, upload, words)
        stated = _write_proven(files, out, (book, upload.reading), made)
    return Prepared(
        workbook=out if stated else None,
        proof=_proof_path(out) if stated else None,
        stated=stated,
        new_persons=added,
        typing_list=listed,
        rows=rows.rows,
        row_changes=rows.changes,
        left_out=cells.left_out,
        notices=at_most_three(made.notices),
        unplaced_fields=unplaced,
    )


def _opened(base: Path, out: Path, upload: Upload) -> Book:
    """The export, if it is still the one that was read, and nothing is written onto it."""
    book = read_book(base, ReadingOptions(password=upload.password))
    if book.sha256 != upload.reading.sha256:
        raise refused("upload_base_changed", file=base.name)
    if out.absolute() == base.absolute():
        raise refused("upload_onto_base", file=base.name)
    return book


def _to_type(upload: Upload, cells: Cells) -> list[Settled]:
    """What the typing list holds: everything that the software does not show yet, and somebody has to type."""
    already = {id(one) for one, why in cells.left_out if why is LeftOut.ALREADY}
    new = [one for person in upload.new_persons for one in person.settled()]
    wanted = [*(one for one in upload.settled if id(one) not in already), *new]
    return [one for one in wanted if (one.change, one.field) not in upload.unlisted]


@dataclass(frozen=True, slots=True)
class _Made:
    """The changed container, and what is said of it."""

    content: bytes | None = None  # None: there is no workbook, for a reason that is told or because nothing changes
    changes: tuple[CellChange, ...] = ()  # those that it holds
    notices: tuple[Notice, ...] = ()


def _made(book: Book, changes: Sequence[CellChange], out: Path) -> _Made:
    if book.kind not in (Kind.XLSX, Kind.XLSM) or book.container is None:
        return _Made(notices=(notice("upload_kind", file=book.name),))
    wanted = ".xlsm" if book.kind is Kind.XLSM else ".xlsx"
    if out.suffix.lower() != wanted:
        raise refused("upload_ending", file=out.name, extension=wanted)
    if book.container.has(_SIGNED):
        return _Made(notices=(notice("upload_signed", file=book.name),))
    return _patched(book, book.container, changes)


def _patched(book: Book, container: Container, changes: Sequence[CellChange]) -> _Made:
    """The container with its sheets changed; a cell that cannot be changed by itself is left out and told."""
    parts = sheet_parts_of(book)
    new: dict[str, bytes] = {}
    held: list[CellChange] = []
    said: list[Notice] = []
    for sheet in dict.fromkeys(change.sheet for change in changes):
        xml = b"".join(container.pieces(parts[sheet]))
        left = [change for change in changes if change.sheet == sheet]
        while left:
            try:
                new[parts[sheet]] = patched(xml, {(c.row - 1, column_number(c.letter)): c.new for c in left})
                break
            except UnpatchableError as why:
                said.append(notice(why.why, file=book.name, sheet=sheet, cell=why.cell))
                if why.why not in _ONE_CELL:
                    return _Made(notices=(said[-1],))
                left = [change for change in left if change.cell != why.cell]
        held += left
    try:
        return _Made(replaced(container.data, new) if new else None, tuple(held), tuple(said))
    except StrangeContainerError:
        return _Made(notices=(notice("upload_structure", file=book.name, sheet=changes[0].sheet),))


def sheet_parts_of(book: Book) -> dict[str, str]:
    """The part of each sheet by its name."""
    if book.container is None:
        return {}
    relations = book.container.whole("xl/_rels/workbook.xml.rels", _SMALL)
    return dict(sheet_parts(book.container.whole("xl/workbook.xml", _SMALL), relations))


def _write_proven(
    files: Placing,
    out: Path,
    source: tuple[Book, Reading],
    made: _Made,
) -> dict[str, Any] | None:
    """Writes workbook and proof; the workbook last, so that it never stands without its proof."""
    if made.content is None:
        return None
    book, reading = source
    proof, fresh = files.fresh(_proof_path(out)), files.fresh(out)
    fresh.write_bytes(made.content)
    data = book.container.data if book.container else b""
    persons = sum(sheet.persons for sheet in reading.sheets)
    stated = prove(Base(book=book, data=data, persons=persons, parts=sheet_parts_of(book)), fresh, made.changes)
    proof.write_text(json.dumps(stated, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return stated


def _proof_path(out: Path) -> Path:
    return out.with_name(f"{out.name}.proof.json")


def _add_new(files: Placing, out: Path, upload: Upload, words: FileWords) -> tuple[Path | None, tuple[str, ...]]:
    """The workbook of new persons, in the columns of the export's first list."""
    if not upload.new_persons:
        return None, ()
    path = out.with_name(f"{out.stem}-new.xlsx")
    name = upload.reading.sheets[0].name
    grid = next(grid for grid in upload.reading.grids if grid.name == name)
    columns = [column for column in upload.reading.columns if column.sheet == name]
    return path, write_new_persons(files.fresh(path), upload.new_persons, grid, columns, words)
