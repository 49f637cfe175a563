"""What is said about a reading: the account of every sheet, its columns, and the notices for the summary.

At most three sentences of one kind are said; the rest are counted in the summary's lists.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import polars as pl

from sosach.findings.notices import Notice, notice, refused
from sosach.ids.personal_id_shapes import ROUNDED
from sosach.intake.ditto import REPEATED, says_so
from sosach.intake.facts import BookFacts, column_letters
from sosach.intake.frame import ReadSheet, one_sided
from sosach.intake.headings import is_no_field
from sosach.intake.reading import Column, SheetRead
from sosach.intake.workbook import RawSheet
from sosach.text.cells import DATE, ERROR, NUMBER, TCVN3_FONT, UNCACHED, VNI_FONT, marked

Sign = Callable[[pl.Expr], pl.Expr]

_MOST = 3
_SEVERAL = 3  # cells from which a fault is the column's and no slip
_SCIENTIFIC = r"^\s*\d[.,]?\d*\s*[eE]\s*\+?\s*\d{1,2}\s*$"


def sheet_read(sheet: ReadSheet) -> SheetRead:
    """The account of a sheet."""
    rows, header = sheet.rows, sheet.header
    return SheetRead(
        name=sheet.grid.name,
        header_row=header.top + 1,
        header_rows=header.rows,
        first_row=rows.first + 1,
        last_row=rows.last + 1,
        rows_read=rows.last - rows.first + 1,
        rows_skipped=tuple((row + 1, why) for row, why in rows.skipped),
        hidden_rows=len(_hidden_rows(sheet)),
        hidden_columns=len(_hidden_columns(sheet)),
        title=header.title,
    )


def columns_of(sheet: ReadSheet) -> Iterator[Column]:
    """The columns of a sheet from left to right."""
    for letter, heading in sheet.header.headings:
        claim = sheet.mapped.claims.get(letter)
        yield Column(sheet.grid.name, letter, heading.text, _field_shown(sheet, letter) if claim else None)


def text_notices(file: str, raw: Sequence[RawSheet]) -> Iterator[Notice]:
    """What is said about a text file.

    Raises:
        Refused: some letters could not be read.
    """
    for sheet in raw:
        if row := sheet.header.get("unreadable"):
            raise refused("csv_encoding", file=file, row=row)
        if ragged := sheet.header.get("ragged"):
            row, count, usual = ragged
            yield notice("csv_columns", file=file, row=row, count=count, count_2=usual)


def at_most_three(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The first three of every kind, and how many more there are of it."""
    by_code: dict[str, list[Notice]] = {}
    for said in notices:
        by_code.setdefault(said.code, []).append(said)
    kept: list[Notice] = []
    for alike in by_code.values():
        kept.extend(alike[:_MOST])
        if len(alike) > _MOST:
            kept.append(notice("notices_more", count=len(alike) - _MOST, message=alike[0].message))
    return tuple(kept)


def book_notices(file: str, raw: Sequence[RawSheet], facts: BookFacts) -> Iterator[Notice]:
    """What is said about sheets that are hidden or reach into other files."""
    for sheet in raw:
        if not sheet.visible:
            yield notice("sheet_not_shown", sheet=sheet.name, file=file)
    linked = [name for name, found in facts.sheets.items() if found.links]
    if facts.links and not linked and raw:
        linked = [raw[0].name]
    for name in linked[:_MOST]:
        yield notice("file_links", sheet=name, file=file)


def sheet_notices(file: str, sheets: Sequence[ReadSheet], frame: pl.DataFrame) -> Iterator[Notice]:
    """What is said about the sheets that were read."""
    for sheet in sheets:
        name = sheet.grid.name
        if rows := _hidden_rows(sheet):
            yield notice("sheet_hidden", sheet=name, file=file, count=len(rows))
        if columns := _hidden_columns(sheet):
            yield notice(
                "columns_hidden",
                sheet=name,
                file=file,
                count=len(columns),
                columns=", ".join(map(column_letters, columns[:12])),
            )
        if sheet.rows.skipped:
            yield notice("rows_skipped", sheet=name, file=file, count=len(sheet.rows.skipped))
        if (other := one_sided(sheet)) is not None:
            yield _one_column(sheet, other, file)
        yield from _broken_cells(sheet, file)
    yield from _unmapped(sheets, file)
    for sheet in sheets:
        yield from _about_columns(sheet, frame, file)


def _one_column(sheet: ReadSheet, other: str, file: str) -> Notice:
    letter = next(letter for letter, claim in sheet.mapped.claims.items() if claim.field == "sex" and claim.part)
    heading = next(heading.text for at, heading in sheet.header.headings if at == letter)
    return notice(
        "sex_one_column", sheet=sheet.grid.name, file=file, column=heading, sex="nam" if other == "male" else "nữ"
    )


def _field_shown(sheet: ReadSheet, letter: str) -> str:
    """The field of a column; under “Nam” and “Nữ” it is the date or the sex, whichever stands there."""
    claim = sheet.mapped.claims[letter]
    if (
        claim.field == "sex"
        and claim.part
        and sheet.grid.text[letter].str.contains(r"\d{4}").any()
        and not sheet.mapped.column_of("birth_date")
    ):
        return "birth_date"
    return claim.field


def _hidden_rows(sheet: ReadSheet) -> list[int]:
    """Hidden rows among those below the heading."""
    return [row for row in sheet.grid.hidden_rows if sheet.rows.first <= row <= sheet.rows.last]


def _hidden_columns(sheet: ReadSheet) -> list[int]:
    """Hidden columns that have a heading."""
    headed = {letter for letter, _ in sheet.header.headings}
    return sorted({column for column in sheet.grid.hidden_columns if column_letters(column) in headed})


def _broken_cells(sheet: ReadSheet, file: str) -> Iterator[Notice]:
    """Formulas without a value and with an error, the first three each."""
    for mark, code in ((UNCACHED, "cell_formula_empty"), (ERROR, "cell_error")):
        said = 0
        for letter in sheet.grid.cells.columns:
            column = sheet.grid.cells[letter]
            for row in column.str.starts_with(mark).fill_null(value=False).arg_true().head(_MOST - said):
                said += 1
                yield notice(
                    code, cell=f"{letter}{row + 1}", sheet=sheet.grid.name, file=file, value=column[int(row)][1:]
                )
            if said >= _MOST:
                break


def _unmapped(sheets: Sequence[ReadSheet], file: str) -> Iterator[Notice]:
    """Columns that nobody foresaw, three at most; running numbers and their like are foreseen."""
    unknown = [column.heading for sheet in sheets for column in columns_of(sheet) if column.field is None]
    for heading in [h for h in dict.fromkeys(unknown) if not is_no_field(h)][:_MOST]:
        yield notice("column_unmapped", column=heading, file=file)


def _about_columns(sheet: ReadSheet, frame: pl.DataFrame, file: str) -> Iterator[Notice]:
    """What became of numbers, dates and letters in whole columns."""
    here = frame.filter(pl.col("sheet") == sheet.grid.name) if frame["sheet"].n_unique() > 1 else frame
    headings = {
        claim.field: heading.text
        for letter, heading in sheet.header.headings
        if (claim := sheet.mapped.claims.get(letter))
    }
    for field, heading in headings.items():
        place = {"column": heading, "sheet": sheet.grid.name, "file": file}
        if field.endswith("personal_id") and (lost := _count(here, field, _lost_zeros)):
            yield notice("column_lost_zeros", **place, count=lost)
        if field.endswith("personal_id") and (short := _count(here, field, _scientific)):
            yield notice("column_scientific", **place, count=short)
        if field == "birth_date":
            yield from _about_dates(here, place)
        if f"{field}__covered" in here.columns and (below := int(here[f"{field}__covered"].sum())):
            yield notice("column_merged", **place, count=below)
        yield from _as_above(sheet, field, place)
        if old := _count(here, field, _old_font):
            yield notice("column_legacy_font", **place, count=old)


def _about_dates(here: pl.DataFrame, place: Mapping[str, str]) -> Iterator[Notice]:
    """Whether dates are partly text, and whether the column was written month first."""
    if real := _count(here, "birth_date", _is_date):
        texts = here.height - here["birth_date__raw"].null_count() - real
        if texts:
            yield notice("column_dates_mixed", **place, count=texts, count_2=real)
    if (turned := _count(here, "birth_date", _is_month_first)) >= _SEVERAL:
        yield notice("column_month_first", **place, count=turned)


def _count(frame: pl.DataFrame, field: str, sign: Sign) -> int:
    name = f"{field}__cell" if f"{field}__cell" in frame.columns else f"{field}__raw"
    return int(frame.select(sign(pl.col(name)).sum()).item() or 0) if name in frame.columns else 0


def _lost_zeros(cell: pl.Expr) -> pl.Expr:
    return cell.str.contains(rf"^{re.escape(NUMBER)}\d{{10,11}}$") & ~_rounded(cell)


def _scientific(cell: pl.Expr) -> pl.Expr:
    return cell.str.contains(_SCIENTIFIC) | _rounded(cell)


def _rounded(cell: pl.Expr) -> pl.Expr:
    return cell.str.contains(f"^{re.escape(NUMBER)}{ROUNDED.removeprefix('^')}")


def _is_date(cell: pl.Expr) -> pl.Expr:
    return marked(cell, DATE)


def _is_month_first(cell: pl.Expr) -> pl.Expr:
    return cell.str.contains(r"^\s*(?:0?[1-9]|1[0-2])[/.-](?:1[3-9]|2\d|3[01])[/.-]\d{4}\s*$")


def _as_above(sheet: ReadSheet, field: str, place: Mapping[str, str]) -> Iterator[Notice]:
    """What is said of cells that point to the row above."""
    letter = sheet.mapped.column_of(field) if field in REPEATED else None
    if letter is None:
        return
    shown = sheet.grid.text[letter].gather(sheet.rows.persons)
    signs = shown.filter(says_so(shown))
    if signs.len():
        yield notice("column_as_above", **place, count=signs.len(), value=signs[0].strip())


def _old_font(cell: pl.Expr) -> pl.Expr:
    return marked(cell, TCVN3_FONT) | marked(cell, VNI_FONT)
