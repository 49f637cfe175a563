"""What is put into a cell for what stood there, and in which look."""

from collections.abc import Iterator
from datetime import datetime

import polars as pl

from sosach.intake.reading import Grid
from sosach.outputs.review.cells import MOST_LETTERS, as_day
from sosach.text.cells import DATE, MARKS, NUMBER, TCVN3_FONT, TRUTH, UNCACHED, VNI_FONT

Value = tuple[str, str | float | bool | datetime]  # look and value; the look tells which of these the value is

_LONG_NUMBER = 10  # digits from which a number is kept as text

# A text that begins like this would become a formula as soon as somebody edits the cell.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")

_LONGEST_AS_TEXT = 255  # letters; older Excel shows longer ones in the format Text as ####

_FONT_LOOKS = {TCVN3_FONT: "tcvn3", VNI_FONT: "vni"}

_BLOCK = 10_000  # rows in memory at a time


def rows(grid: Grid) -> Iterator[tuple[Value | None, ...]]:
    """The sheet row by row; None where nothing stands."""
    for start in range(0, grid.text.height, _BLOCK):
        shown, exact = grid.text.slice(start, _BLOCK), grid.cells.slice(start, _BLOCK)
        columns = [_column(shown[name], exact[name] if name in exact.columns else None) for name in shown.columns]
        yield from zip(*columns, strict=True)


def _column(shown: pl.Series, exact: pl.Series | None) -> list[Value | None]:
    if exact is None:
        return [_text(text) if text else None for text in shown]
    return [_value(cell, text) if text else None for cell, text in zip(exact, shown, strict=True)]


def _value(cell: str | None, shown: str) -> Value | None:
    mark = cell[:1] if cell else ""
    if cell is None or mark not in MARKS:
        return _text(shown)
    bare = cell[1:]
    if mark == NUMBER:
        return _number(bare, shown)
    if mark == DATE and (day := as_day(bare)):
        return "date", day
    if mark == TRUTH:
        return "truth", bare == "TRUE"
    if mark in _FONT_LOOKS:
        return _FONT_LOOKS[mark], bare
    return None if mark == UNCACHED else _text(shown)


def _number(exact: str, shown: str) -> Value:
    """A number, unless Excel would shorten it or its format says more than the number."""
    digits = exact.removeprefix("-")
    if digits.isdigit() and len(digits) >= _LONG_NUMBER:
        return "text", exact
    value = float(exact)
    return ("number", value) if _same(value, shown) else _text(shown)


def _same(value: float, shown: str) -> bool:
    try:
        return float(shown) == value
    except ValueError:
        return False


def _text(text: str) -> Value:
    if text.startswith(_RISKY):
        return "risky", text[:MOST_LETTERS]
    return ("text", text) if len(text) <= _LONGEST_AS_TEXT else ("long text", text[:MOST_LETTERS])
