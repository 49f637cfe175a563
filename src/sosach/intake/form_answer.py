"""Reads a form that came back, whichever: rows with code, facts and answers as they stand, nothing of them believed.

What the rows are worth (genuine, altered, unknown) only the home can tell, which knows what it sent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sosach.findings.notices import Notice, Refused, notice, refused
from sosach.forms.form import Form, ReturnedRow
from sosach.intake.accounting import at_most_three
from sosach.intake.book import Book, read_book
from sosach.intake.cell_marks import CellMarks, read_cell_marks
from sosach.intake.container import Kind
from sosach.intake.facts import column_number
from sosach.intake.form_layout import LOOKED_AT, FormLayout, find_form
from sosach.intake.options import ReadingOptions
from sosach.intake.reading import Grid
from sosach.text.cells import NUMBER

# What comes from a scanner or a camera, or was printed into a file: nobody can read it row by row here.
_PAPER = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".heic", ".heif", ".webp", ".jfif")
_WRITTEN = (".doc", ".docx", ".odt", ".rtf")
_NO_WORKBOOK = ("file_type", "file_not_workbook")

_FEWEST_FACTS = 2  # facts that make a row without a code somebody's row


@dataclass(frozen=True, slots=True, kw_only=True)
class FormAnswer:
    """A form as it came back."""

    name: str  # bare name of the file
    sha256: str  # of its bytes on disk
    rows: tuple[ReturnedRow, ...]  # all rows of all sheets that hold the form, in order
    notices: tuple[Notice, ...]
    missing: tuple[str, ...] = ()  # keys of columns that no sheet has
    other_sheets: tuple[str, ...] = ()  # names of sheets that hold something else


def read_form(path: Path, form: Form, options: ReadingOptions) -> FormAnswer:
    """Reads the rows of a form.

    Args:
        path: what came back.
        form: what was sent.
        options: password and limits.

    Raises:
        Refused: the file cannot be read, is a picture or a printed page, or has not the columns that are needed.
    """
    book = _opened(path, options)
    found = [(grid, layout) for grid in book.grids if (layout := find_form(grid, form))]
    if not found:
        raise _unheaded(book, form)
    for grid, layout in found:
        for column in layout.missing:
            if column.needed:
                raise refused("police_columns", sheet=grid.name, file=book.name, column=column.heading)
    marks = _marks(book, tuple(grid.name for grid, _ in found))
    rows = [row for grid, layout in found for row in _rows(grid, layout, form, marks.get(grid.name, CellMarks()))]
    said = [said for grid, layout in found for said in _layout_notices(book.name, grid, layout)]
    missing = [{column.key for column in layout.missing} for _, layout in found]
    read = {grid.name for grid, _ in found}
    return FormAnswer(
        name=book.name,
        sha256=book.sha256,
        rows=tuple(rows),
        notices=at_most_three((*book.notices, *said)),
        missing=tuple(column.key for column in form.columns if all(column.key in keys for keys in missing)),
        other_sheets=tuple(grid.name for grid in book.grids if grid.name not in read),
    )


def _opened(path: Path, options: ReadingOptions) -> Book:
    """The workbook; for what is no workbook at all the way to take the answers in by hand."""
    try:
        return read_book(path, options)
    except Refused as refusal:
        ending = path.suffix.lower()
        if refusal.notice.code in _NO_WORKBOOK and ending in _PAPER:
            raise refused("form_paper", file=path.name, extension=ending) from refusal
        if refusal.notice.code in _NO_WORKBOOK and ending in _WRITTEN:
            raise refused("form_document", file=path.name, extension=ending) from refusal
        raise


def _unheaded(book: Book, form: Form) -> Refused:
    """The refusal of a workbook in which no sheet has the form's heading."""
    if not book.grids or not any(grid.text.height for grid in book.grids):
        return refused("form_blank", file=book.name)
    sheet = next((grid.name for grid in book.grids if grid.name == form.sheet), book.grids[0].name)
    return refused("form_unknown", sheet=sheet, file=book.name, count=LOOKED_AT, column=form.columns[0].heading)


def _marks(book: Book, sheets: tuple[str, ...]) -> dict[str, CellMarks]:
    if book.container is None or book.kind not in (Kind.XLSX, Kind.XLSM):
        return {}
    return read_cell_marks(book.container, sheets)


def _layout_notices(file: str, grid: Grid, layout: FormLayout) -> Iterator[Notice]:
    for sent, found in layout.renamed:
        yield notice("form_column_renamed", file=file, sheet=grid.name, column=found[:40], heading=sent)
    for column in layout.missing:
        yield notice("form_column_missing", file=file, sheet=grid.name, column=column.heading)


def _rows(grid: Grid, layout: FormLayout, form: Form, marks: CellMarks) -> Iterator[ReturnedRow]:
    """The rows below the heading that are somebody's."""
    keys = list(layout.letters)
    letters = [layout.letters[key] for key in keys]
    text = grid.text.select(letters).slice(layout.heading_row + 1)
    exact = grid.cells.select(letter for letter in letters if letter in grid.cells.columns)
    below = exact.slice(layout.heading_row + 1).rows(named=True) if exact.width else ()
    places = frozenset(column_number(letter) for letter in letters)
    for number, shown in enumerate(text.iter_rows()):
        marked = below[number] if number < len(below) else {}
        cells = {key: marked.get(layout.letters[key]) or cell for key, cell in zip(keys, shown, strict=True) if cell}
        at = layout.heading_row + 1 + number
        row = _row(grid.name, at, cells, dict(zip(keys, shown, strict=True)), form)
        if row is not None:
            yield _marked(row, at, places, marks)


def _row(
    sheet: str, at: int, cells: Mapping[str, str], shown: Mapping[str, str | None], form: Form
) -> ReturnedRow | None:
    """The row, unless it is blank, a total or a signature."""
    code = (shown.get(form.code.key) or "").strip() if form.code else ""
    facts = tuple(_fact(cells, shown, column.key) if column.key in shown else None for column in form.facts)
    answers = {column.key: cells[column.key] for column in form.answers if column.key in cells}
    told = sum(bool(fact) for fact in facts) if form.facts else len(answers)
    if not (code and (told or answers)) and told < _FEWEST_FACTS:
        return None
    return ReturnedRow(sheet=sheet, row=at + 1, code=code, facts=facts, answers=answers)


def _fact(cells: Mapping[str, str], shown: Mapping[str, str | None], key: str) -> str:
    """What a fact says: of a number all its digits, whatever the format shows of them."""
    cell = cells.get(key, "")
    return cell[1:] if cell.startswith(NUMBER) else (shown[key] or "").strip()


def _marked(row: ReturnedRow, at: int, places: frozenset[int], marks: CellMarks) -> ReturnedRow:
    coloured = any((at, place) in marks.coloured for place in places)
    remark = " · ".join(text for place in sorted(places) if (text := marks.remarks.get((at, place), "")))
    if not coloured and not remark:
        return row
    return ReturnedRow(
        sheet=row.sheet, row=row.row, code=row.code, facts=row.facts, answers=row.answers, coloured=coloured,
        remark=remark,
    )  # fmt: skip
