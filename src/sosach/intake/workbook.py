"""What the child said, laid together with what the scan found: every sheet as a grid of what Excel shows.

Cells travel as marked strings (see `sosach.text.cells`). A column that holds plain text only is kept once; the
others keep the marked strings beside the shown ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from sosach.findings.notices import refused
from sosach.intake.facts import BookFacts, SheetFacts, column_letters
from sosach.intake.protocol import SEPARATOR, Header
from sosach.intake.reading import Grid
from sosach.intake.shown import general, in_format
from sosach.text.cells import DATE, NUMBER, SHOWN, marked

_SEEN = r"\S"  # a cell of spaces shows nothing


@dataclass(slots=True)
class RawSheet:
    """A sheet as the child told it."""

    name: str
    visible: bool
    header: Header = field(default_factory=dict)
    height: int = 0
    parts: list[list[pl.Series]] = field(default_factory=list)  # by column, in blocks
    mixed: set[int] = field(default_factory=set)  # columns with cells that are not text

    @property
    def left(self) -> int:
        """The first column with content, zero-based."""
        return int(self.header.get("left", 0))


def sheets_of(messages: Sequence[tuple[Header, bytes]]) -> list[RawSheet]:
    """The sheets in the order of the workbook; those that were not opened have no rows."""
    sheets: list[RawSheet] = []
    current: RawSheet | None = None
    for header, payload in messages:
        if "sheets" in header:
            sheets = [RawSheet(known["name"], known["visible"]) for known in header["sheets"]]
        elif "sheet" in header:
            current = sheets[header["sheet"]]
            current.header = header
        elif "rows" in header and current is not None:
            _take_block(current, header, payload)
    return sheets


def grids_of(sheets: Sequence[RawSheet], facts: BookFacts, file: str, longest: int) -> Iterator[Grid]:
    """Every sheet with content as a grid.

    Args:
        sheets: as the child told them.
        facts: as the scan found them.
        file: bare name, for messages.
        longest: letters that a cell may have.

    Raises:
        Refused: a cell is too long.
    """
    for sheet in sheets:
        yield _grid(sheet, facts.sheets.get(sheet.name, SheetFacts()), file, longest)


def _take_block(sheet: RawSheet, header: Header, payload: bytes) -> None:
    start = 0
    while len(sheet.parts) < len(header["sizes"]):
        sheet.parts.append([])
    for number, size in enumerate(header["sizes"]):
        joined = pl.Series([payload[start : start + size]], dtype=pl.Binary).cast(pl.String)
        sheet.parts[number].append(joined.str.split(SEPARATOR).explode(empty_as_null=False))
        start += size
    sheet.mixed.update(header["mixed"])
    sheet.height += header["rows"]


def _grid(sheet: RawSheet, facts: SheetFacts, file: str, longest: int) -> Grid:
    height, width = _extent(sheet, facts)
    columns = _columns(sheet, height, width)
    by_column = _by_column(facts)
    text: list[pl.Series] = []
    cells: list[pl.Series] = []
    for number, series in enumerate(columns):
        letter = column_letters(number)
        if number not in by_column and number - sheet.left not in sheet.mixed:
            text.append(_emptied(series).alias(letter))
            continue
        cell, shown = _overlaid(series, by_column.get(number, {}))
        text.append(_emptied(shown).alias(letter))
        cells.append(cell.alias(letter))
    _refuse_long(text, file, sheet.name, longest)
    shown_frame, cell_frame = _trimmed(pl.DataFrame(text), pl.DataFrame(cells))
    return Grid(
        name=sheet.name,
        text=shown_frame,
        cells=cell_frame,
        widths={column_letters(number): size for number, size in facts.widths},
        merged=_merged(sheet, facts),
        hidden_rows=facts.hidden_rows,
        hidden_columns=facts.hidden_columns,
    )


def _extent(sheet: RawSheet, facts: SheetFacts) -> tuple[int, int]:
    """Rows and columns; broken formulas at the edge are unknown to the reader."""
    height, width = sheet.height, sheet.left + len(sheet.parts)
    if facts.broken.height:
        height = max(height, int(facts.broken["row"].max() or 0) + 1)  # type: ignore[arg-type]  # an unsigned integer
        width = max(width, int(facts.broken["column"].max() or 0) + 1)  # type: ignore[arg-type]
    return height, width


def _columns(sheet: RawSheet, height: int, width: int) -> list[pl.Series]:
    """All columns from A on, of one height, empty cells as empty strings."""
    empty = pl.Series([""], dtype=pl.String).new_from_index(0, height)
    columns = []
    for number in range(width):
        place = number - sheet.left
        if not 0 <= place < len(sheet.parts):
            columns.append(empty)
            continue
        series = pl.concat(sheet.parts[place], rechunk=True)
        columns.append(pl.concat([series, empty.head(height - series.len())]) if series.len() < height else series)
    return columns


def _by_column(facts: SheetFacts) -> dict[int, dict[str, pl.DataFrame]]:
    """The side facts of every column that has some."""
    found: dict[int, dict[str, pl.DataFrame]] = {}
    tables = {"formats": facts.formats, "broken": facts.broken, "fonts": facts.fonts, "shown": facts.shown}
    for name, table in tables.items():
        for (number,), rows in table.group_by("column"):
            found.setdefault(int(number), {})[name] = rows
    return found


def _overlaid(series: pl.Series, facts: dict[str, pl.DataFrame]) -> tuple[pl.Series, pl.Series]:
    """The marked strings of a column, and what they show."""
    cell = series.clone()
    if broken := _within(facts.get("broken"), series.len()):
        cell = cell.scatter(broken["row"], broken["cell"])
    if fonts := _within(facts.get("fonts"), series.len()):
        texts = cell.gather(fonts["row"])
        marks = pl.select(pl.when(texts != "").then(fonts["mark"] + texts).otherwise(texts)).to_series()
        cell = cell.scatter(fonts["row"], marks)
    shown = general(cell)
    if formats := _within(facts.get("formats"), series.len()):
        answers = in_format(pl.DataFrame({"cell": cell.gather(formats["row"]), "code": formats["code"]}))
        cell = cell.scatter(formats["row"], answers["cell"])
        shown = shown.scatter(formats["row"], answers["text"])
    if told := _within(facts.get("shown"), series.len()):
        cell, shown = _as_told(cell, shown, told)
    return _emptied(cell), shown


def _within(table: pl.DataFrame | None, height: int) -> dict[str, pl.Series] | None:
    """The facts about rows that the reader gave, by name."""
    if table is None:
        return None
    rows = table.filter(pl.col("row") < height)
    return rows.to_dict(as_series=True) if rows.height else None


def _as_told(cell: pl.Series, shown: pl.Series, told: dict[str, pl.Series]) -> tuple[pl.Series, pl.Series]:
    """Where the file itself says what a number shows, more digits than it has mean that it is padded."""
    frame = pl.DataFrame({"cell": cell.gather(told["row"]), "text": told["text"]})
    plain, digits = pl.col("cell").str.slice(1), pl.col("text").str.replace_all(r"\D", "")
    is_number = marked(pl.col("cell"), NUMBER)
    padded = (
        is_number
        & plain.str.contains(r"^\d+$")
        & digits.str.ends_with(plain)
        & (digits.str.len_bytes() > plain.str.len_bytes())
    )
    partial = marked(pl.col("cell"), DATE) & pl.col("text").str.contains(r"^(\d{1,2}/)?\d{4}$")
    frame = frame.select(
        cell=pl.when(padded).then(SHOWN + pl.col("text")).when(partial).then("text").otherwise("cell"),
        shown=pl.when(is_number | partial).then("text").otherwise(general(frame["cell"])),
    )
    return cell.scatter(told["row"], frame["cell"]), shown.scatter(told["row"], frame["shown"])


def _emptied(series: pl.Series) -> pl.Series:
    column = pl.col(series.name)
    return series.to_frame().select(pl.when(column.str.contains(_SEEN)).then(column)).to_series()


def _trimmed(text: pl.DataFrame, cells: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Without the empty rows after the last one with content."""
    if not text.width or not text.height:
        return text.clear(), cells.clear()
    last = max((_last(series) for series in (*text.iter_columns(), *cells.iter_columns())), default=0)
    return text.head(last), cells.head(last)


def _last(series: pl.Series) -> int:
    """How many rows there are up to the last one with content."""
    if series.null_count() < series.len() and series[-1] is not None:
        return series.len()
    found = series.is_not_null().arg_true()
    return int(found[-1]) + 1 if found.len() else 0


def _refuse_long(columns: Sequence[pl.Series], file: str, sheet: str, longest: int) -> None:
    for series in columns:
        widest: Any = series.str.len_bytes().max()
        if widest is None or widest <= longest:
            continue
        letters = series.str.len_chars()
        row = letters.arg_max()
        if row is not None and letters[row] > longest:
            raise refused("cell_too_long", file=file, sheet=sheet, cell=f"{series.name}{row + 1}", limit=longest)


def _merged(sheet: RawSheet, facts: SheetFacts) -> tuple[tuple[int, int, int, int], ...]:
    if facts.merged is not None:
        return facts.merged
    told = sheet.header.get("merged") or []
    return tuple((top, left, bottom, right) for (top, left), (bottom, right) in told)
