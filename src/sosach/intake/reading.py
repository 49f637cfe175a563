"""What a reading of a file gives: accounting, columns, the sheets as they came, and raw frames.

Raw frame: `index` (0-based number of the person), `sheet`, `row` (1-based row of the source), and for every mapped
field `f`: `f__raw` (what Excel shows, null when empty) and `f__cell` (marked string; absent when the column holds
plain text). `f__covered`, where a name of the family is merged over several rows: whether the row is not the first.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from sosach.findings.notices import Notice
from sosach.registers.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """A sheet whose rows were read; every row below the heading is a person or is listed with the reason."""

    name: str
    header_row: int  # 1-based; the upper one when the heading has several
    header_rows: int  # how many rows the heading has
    first_row: int  # the row below the heading
    last_row: int  # the last one with content
    rows_read: int
    rows_skipped: tuple[tuple[int, str], ...]  # (row, why)
    hidden_rows: int = 0  # among the rows read
    hidden_columns: int = 0
    title: str = ""  # what stands above the heading

    @property
    def persons(self) -> int:
        """Rows that are persons."""
        return self.rows_read - len(self.rows_skipped)


@dataclass(frozen=True, slots=True)
class OtherSheet:
    """A sheet that was not read."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file and what it is taken for."""

    sheet: str
    letter: str
    heading: str  # two-row headings as `upper / lower`
    field: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A sheet as it came, from its first row to the last one with content."""

    name: str
    text: pl.DataFrame  # a column of strings per column letter: what Excel shows, null where nothing stands
    cells: pl.DataFrame  # marked strings, only of the columns that hold more than plain text
    widths: dict[str, float]  # in characters, where the file says so
    merged: tuple[tuple[int, int, int, int], ...]  # zero-based top, left, bottom, right
    header_row: int = 0  # 1-based; 0: none was found
    header_rows: int = 0
    hidden_rows: tuple[int, ...] = ()  # zero-based
    hidden_columns: tuple[int, ...] = ()


class Opened(Protocol):
    """What a check needs of a file, whichever way it was read."""

    @property
    def name(self) -> str:
        """Bare name of the file."""

    @property
    def sha256(self) -> str:
        """Of the bytes of the file as they lie on disk."""

    @property
    def register(self) -> Register:
        """The register it is."""

    @property
    def sheets(self) -> tuple[SheetRead, ...]:
        """The sheets that were read."""

    @property
    def other_sheets(self) -> tuple[OtherSheet, ...]:
        """The sheets that were not."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns with a heading."""

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is said about the file."""

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The sheets as they came; none for Parquet."""

    @property
    def keeps_raw(self) -> bool:
        """Whether records carry the source texts."""

    def batches(self, size: int) -> Iterator[pl.DataFrame]:
        """Raw frames of at most so many rows, in order."""

    def rows(self, indices: pl.Series, fields: Collection[str]) -> pl.DataFrame:
        """The raw frame of the rows with these values of `index`, in this order, with the columns of these fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A workbook or text file, read whole."""

    name: str
    sha256: str
    register: Register
    sheets: tuple[SheetRead, ...]
    other_sheets: tuple[OtherSheet, ...]
    columns: tuple[Column, ...]
    notices: tuple[Notice, ...]
    grids: tuple[Grid, ...]
    frame: pl.DataFrame  # the raw frame
    keeps_raw: bool = True

    def batches(self, size: int) -> Iterator[pl.DataFrame]:
        """The raw frame in slices."""
        return self.frame.iter_slices(size) if self.frame.height else iter((self.frame,))

    def rows(self, indices: pl.Series, fields: Collection[str]) -> pl.DataFrame:
        """The rows with these values of `index`, with the columns of these fields."""
        return self.frame.select(raw_columns(self.frame.columns, fields))[indices.cast(pl.UInt32)]


def raw_columns(columns: Sequence[str], fields: Collection[str]) -> list[str]:
    """The columns of a raw frame that belong to these fields, and those that say where a row stands."""
    return [name for name in columns if "__" not in name or name.split("__")[0] in fields]
