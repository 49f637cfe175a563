"""What a sheet tells besides its values: formats, fonts, broken formulas, what is hidden, what is merged."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

PLACE = {"row": pl.UInt32, "column": pl.UInt32}  # zero-based


# Errors of formulas by their number in binary workbooks ([MS-XLS] 2.5.10).
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}

Placed = tuple[int, int, str]  # row, column, what is there


def placed(rows: Sequence[Placed], name: str) -> pl.DataFrame:
    """A table of facts with their places."""
    return pl.DataFrame(rows, schema={**PLACE, name: pl.String}, orient="row")


def _none(**more: type[pl.DataType]) -> pl.DataFrame:
    return pl.DataFrame(schema={**PLACE, **more})


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """The side facts of one sheet; places are zero-based, merged ranges (top, left, bottom, right) too."""

    formats: pl.DataFrame = field(
        default_factory=lambda: _none(code=pl.String)
    )  # number cells that show more than their number
    broken: pl.DataFrame = field(
        default_factory=lambda: _none(cell=pl.String)
    )  # marked: errors, formulas without a value
    fonts: pl.DataFrame = field(default_factory=lambda: _none(mark=pl.String))  # texts in a font of an old encoding
    shown: pl.DataFrame = field(
        default_factory=lambda: _none(text=pl.String)
    )  # what number cells show, where the file says so
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    widths: tuple[tuple[int, float], ...] = ()  # (column, width in characters)
    merged: tuple[tuple[int, int, int, int], ...] | None = None  # None: not told here
    links: bool = False  # formulas that reach into other files or the network


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFacts:
    """The side facts of a workbook."""

    sheets: dict[str, SheetFacts] = field(default_factory=dict)  # by name
    starts_1904: bool = False  # serial numbers of days count from 1904
    links: bool = False  # parts that hold values of other files


def column_letters(number: int) -> str:
    """The letters of a zero-based column: 0 is A, 26 is AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The zero-based number of a column's letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
