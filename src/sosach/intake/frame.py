"""The raw frame: persons of all sheets with the cells of their fields, as shown and as marked.

Some facts do not stand in a cell of their own: the sex is told by the column in which the date of birth or an x
stands, the date is spread over three columns, the hamlet is the name of the sheet or stands in a title or in a row
of its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from sosach.intake.ditto import REPEATED, resolved, says_so
from sosach.intake.facts import column_number
from sosach.intake.layout import Header
from sosach.intake.mapping import Mapped
from sosach.intake.merge import FILLED, covered, filled_down
from sosach.intake.reading import Grid
from sosach.intake.rows import Rows
from sosach.intake.wording import fold
from sosach.registers.field import Kind
from sosach.registers.register import Register
from sosach.text.cells import NUMBER, marked

FAMILY = ("father_name", "mother_name", "guardian_name", "carer_name")

_DAYS_FROM_1900_TO_1904 = 1462
_TICK = r"(?i)^\s*(?:x|1|[✓✔v+*]|nữ|nam|có|0|-)\s*$"
_LONGEST_TICK = 5  # letters up to which a cell under “Nam” or “Nữ” is a tick and not a date: x, X, 1, ✓, có
_HAMLET_IN_TITLE = re.compile(
    r"(?:^|[\s,:(–-])(?P<kind>thôn|xóm|tổ dân phố|tdp|khu phố|khu dân cư|ấp|khóm|buôn|làng|bản)\s+"
    r"(?P<own>(?:số\s+)?[^\s,;:(–\n-][^,;:(–\n]*?)"
    r"\s*(?:$|\n|[,;:(–]|\s-\s|\s-|,?\s+(?:xã|phường|thị trấn|huyện|năm|tháng|tính|quý)\s)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[IVX]+")
_HAMLET_WORD = re.compile(r"^\s*(?:thôn|xóm|tổ|tdp|khu|ấp|khóm|buôn|làng|bản|thon|xom)\s+\S", re.IGNORECASE)
_NO_HAMLET = re.compile(
    r"sheet|trang ?(?:tinh|\d|$)|danh ?sach|^ds|^dl|tre em|^te$|bang ?(?:tinh|ke|tong|\d|$)|page|data|du lieu|khai sinh"
    r"|doi tuong|tong hop|bao tro|^mau|^\W*\d[\d.\W]*$|nam 20|\bquy ?(?:[\divx]|$)|export|ket xuat|so lieu|treem|btxh"
    r"|tro cap"
)


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A data sheet with everything found out about it."""

    grid: Grid
    header: Header
    mapped: Mapped
    rows: Rows


def raw_frame(sheets: Sequence[ReadSheet], register: Register, *, starts_1904: bool) -> pl.DataFrame:
    """All persons in the order of sheets and rows.

    Args:
        sheets: the data sheets.
        register: in whose order the fields come.
        starts_1904: whether serial numbers of days count from 1904.
    """
    several = len(sheets) > 1
    frames = [_sheet_frame(sheet, register, several=several, starts_1904=starts_1904) for sheet in sheets]
    marked_fields = {name for frame in frames for name in frame.columns if name.endswith("__cell")}
    whole = pl.concat([_with_cells(frame, marked_fields) for frame in frames], how="diagonal")
    names = [
        name
        for field in register.fields
        for name in (f"{field.name}__raw", f"{field.name}__cell", f"{field.name}__covered")
        if name in whole.columns
    ]
    return whole.select("sheet", "row", *names).with_row_index("index")


def _with_cells(frame: pl.DataFrame, marked_fields: set[str]) -> pl.DataFrame:
    """A column of plain text beside one of another sheet that holds more."""
    missing = [n for n in marked_fields if n not in frame.columns and n.replace("__cell", "__raw") in frame.columns]
    return frame.with_columns(pl.col(name.replace("__cell", "__raw")).alias(name) for name in missing)


def _sheet_frame(sheet: ReadSheet, register: Register, *, several: bool, starts_1904: bool) -> pl.DataFrame:
    persons = sheet.rows.persons
    columns: dict[str, pl.Series] = {
        "sheet": pl.repeat(sheet.grid.name, persons.len(), dtype=pl.String, eager=True),
        "row": persons.cast(pl.Int64) + 1,
    }
    for field in register.fields:
        shown, cell = _field(sheet, field.name)
        if shown is None:
            continue
        columns[f"{field.name}__raw"] = shown
        if field.name in FAMILY and (below := _covered(sheet, field.name)).any():
            columns[f"{field.name}__covered"] = below
        if cell is not None:
            dated = starts_1904 and field.kind is Kind.DATE
            columns[f"{field.name}__cell"] = _from_1904(cell) if dated else cell
    if "sex__raw" not in columns and (sex := _sex_by_column(sheet)) is not None:
        columns["sex__raw"] = sex
    columns |= _hamlets(sheet, columns, several=several)
    return pl.DataFrame(columns)


def _covered(sheet: ReadSheet, field: str) -> pl.Series:
    """Which persons stand under a name that is merged over several rows: it is not theirs for certain, nor missing."""
    letter = sheet.mapped.column_of(field)
    if letter is None:
        return pl.Series([], dtype=pl.Boolean)
    return covered(sheet.grid.text[letter], column_number(letter), sheet.grid.merged).gather(sheet.rows.persons)


def _field(sheet: ReadSheet, field: str) -> tuple[pl.Series | None, pl.Series | None]:
    """The field's cells as shown, and as marked where they hold more than text."""
    letters = {letter: claim for letter, claim in sheet.mapped.claims.items() if claim.field == field}
    whole = [letter for letter, claim in letters.items() if claim.part is None]
    if whole:
        return _column(sheet, whole[0], field)
    parts = {claim.part: letter for letter, claim in letters.items()}
    if "front" in parts:
        return _joined(sheet, field, [parts[part] for part in ("front", "middle", "back") if part in parts], " "), None
    if field == "birth_date" and parts.keys() & {"male", "female"}:
        return _either(sheet, [parts[part] for part in ("male", "female") if part in parts])
    if parts.keys() & {"year", "day", "month", "day_month"}:
        return _date_of_parts(sheet, field, parts), None
    return None, None


def _column(sheet: ReadSheet, letter: str, field: str) -> tuple[pl.Series, pl.Series | None]:
    found = []
    for frame in (sheet.grid.text, sheet.grid.cells):
        column = frame[letter] if letter in frame.columns else None
        if column is not None and field in FILLED:
            column = filled_down(column, column_number(letter), sheet.grid.merged)
        found.append(column)
    shown, cell = found
    persons = sheet.rows.persons
    text = shown.gather(persons) if shown is not None else pl.repeat(None, persons.len(), dtype=pl.String, eager=True)
    cell = None if cell is None else cell.gather(persons)
    if field in REPEATED and (signs := says_so(text)).any():
        text, cell = resolved(text, signs), None if cell is None else resolved(cell, signs)
    return text, (None if cell is None else _unless_plain(cell, text))


def _unless_plain(cell: pl.Series, shown: pl.Series) -> pl.Series | None:
    """Marked cells; None when among the persons there is plain text only."""
    return None if cell.eq_missing(shown).all() else cell


def _either(sheet: ReadSheet, letters: Sequence[str]) -> tuple[pl.Series, pl.Series | None]:
    """The date under “Nam” or under “Nữ”; a mere tick is no date."""
    shown, cells = [], []
    for letter in letters:
        text, cell = _column(sheet, letter, "birth_date")
        shown.append(text.alias(f"shown {letter}"))
        cells.append((text if cell is None else cell).alias(f"cell {letter}"))
    picked = pl.DataFrame([*shown, *cells]).select(
        shown=pl.coalesce(_dated(letter, f"shown {letter}") for letter in letters),
        cell=pl.coalesce(_dated(letter, f"cell {letter}") for letter in letters),
    )
    return picked["shown"], _unless_plain(picked["cell"], picked["shown"])


def _dated(letter: str, name: str) -> pl.Expr:
    """The cell where a date stands, or something too long for a tick that must not be lost."""
    shown = pl.col(f"shown {letter}")
    return pl.when(shown.str.contains(r"\d{4}|\d\D+\d") | (shown.str.len_chars() > _LONGEST_TICK)).then(name)


def _joined(sheet: ReadSheet, field: str, letters: Sequence[str], separator: str) -> pl.Series:
    """A fact that stands in several columns, in one text."""
    pieces = pl.DataFrame([_column(sheet, letter, field)[0].str.strip_chars().alias(letter) for letter in letters])
    joined = pieces.select(pl.concat_str(letters, separator=separator, ignore_nulls=True)).to_series()
    return pl.select(pl.when(joined != "").then(joined)).to_series()


def _date_of_parts(sheet: ReadSheet, field: str, parts: Mapping[str | None, str]) -> pl.Series:
    """Day, month and year in one text; a day without its month must not be taken for the month."""
    order = [parts[part] for part in ("day", "day_month", "month", "year") if part in parts]
    joined = _joined(sheet, field, order, "/")
    if "day" not in parts or "month" not in parts:
        return joined
    day, month = (_column(sheet, parts[part], field)[0] for part in ("day", "month"))
    hole = day.is_not_null() & month.is_null()
    held = pl.select(pl.concat_str(day, pl.lit("?"), _column(sheet, parts["year"], field)[0], separator="/"))
    return joined.zip_with(~hole, held.to_series()) if "year" in parts else joined


def _sex_by_column(sheet: ReadSheet) -> pl.Series | None:
    """The sex that is told by the column in which something stands; both when something stands in both."""
    letters = {claim.part: letter for letter, claim in sheet.mapped.claims.items() if claim.part in ("male", "female")}
    if not letters:
        return None
    persons = sheet.rows.persons.len()
    signs = {
        part: _ticked(_column(sheet, letters[part], "sex")[0])
        if part in letters
        else pl.repeat(False, persons, eager=True)
        for part in ("male", "female")
    }
    if other := one_sided(sheet):
        signs[other] = ~signs["male" if other == "female" else "female"]
    male, female = signs["male"], signs["female"]
    told = pl.when(male & female).then(pl.lit("Nam|Nữ")).when(male).then(pl.lit("Nam")).when(female).then(pl.lit("Nữ"))
    return pl.select(told).to_series()


def one_sided(sheet: ReadSheet) -> str | None:
    """The sex that an empty cell means where “Nữ” (or “Nam”) alone can be ticked; None where it means nothing."""
    parts = {c.part: letter for letter, c in sheet.mapped.claims.items() if c.field == "sex" and c.part}
    if len(parts) != 1:
        return None
    ((told, letter),) = parts.items()
    column = _column(sheet, letter, "sex")[0]
    filled = column.drop_nulls()
    ticks = filled.str.contains(_TICK)
    return {"male": "female", "female": "male"}[str(told)] if filled.len() and ticks.all() else None


def _ticked(shown: pl.Series) -> pl.Series:
    """Whether a sign stands there; a nought, a dash or a no is none."""
    return (shown.is_not_null() & ~shown.str.contains(r"(?i)^\s*(?:0|-+|không|k)\s*$")).fill_null(value=False)


def _from_1904(cell: pl.Series) -> pl.Series:
    """Serial numbers of days in General format, counted as everywhere else."""
    number = pl.col("cell").str.strip_prefix(NUMBER).str.extract(r"^(\d{4,5})$").cast(pl.Int64)
    moved = pl.lit(NUMBER) + (number + _DAYS_FROM_1900_TO_1904).cast(pl.String)
    is_serial = marked(pl.col("cell"), NUMBER) & (number > 3000)
    return cell.alias("cell").to_frame().select(pl.when(is_serial).then(moved).otherwise("cell")).to_series()


def _hamlets(sheet: ReadSheet, columns: Mapping[str, pl.Series], *, several: bool) -> dict[str, pl.Series]:
    """The hamlet where no cell gives it: the row above the group, else the title, else the sheet's name."""
    persons = sheet.rows.persons
    given = columns.get("hamlet__raw")
    if sheet.rows.hamlets:
        starts = pl.DataFrame(
            {"row": [r for r, _ in sheet.rows.hamlets], "name": [n for _, n in sheet.rows.hamlets]},
            schema={"row": pl.UInt32, "name": pl.String},
        )
        above = persons.alias("row").to_frame().join_asof(starts.sort("row"), on="row")["name"]
        told = above if given is None else given.fill_null(above)
    elif given is None and (name := hamlet_of(sheet.header.title, sheet.grid.name, several=several)):
        told = pl.repeat(name, persons.len(), dtype=pl.String, eager=True)
    else:
        return {}
    if "hamlet__cell" in columns:
        return {"hamlet__raw": told, "hamlet__cell": columns["hamlet__cell"].fill_null(told)}
    return {"hamlet__raw": told}


def _in_name_case(name: str) -> str:
    """A title in capitals as people write the hamlet; Roman figures keep theirs."""
    if not name.isupper():
        return name
    return " ".join(word if _ROMAN.fullmatch(word) else word.capitalize() for word in name.split())


def hamlet_of(title: str, sheet: str, *, several: bool) -> str | None:
    """The hamlet that a whole sheet is about.

    Args:
        title: the texts above the heading.
        sheet: the sheet's name.
        several: whether the workbook has several data sheets, so that their names mean something.
    """
    for found in _HAMLET_IN_TITLE.finditer(title):
        own = " ".join(found["own"].split())
        if not own[0].islower() or own.startswith("số "):  # “trưởng thôn lập” names none
            return _in_name_case(f"{found['kind']} {own}")
    name = " ".join(sheet.replace("_", " ").split())
    if _HAMLET_WORD.match(name):
        return name
    return name if several and name and not _NO_HAMLET.search(fold(name)) else None
