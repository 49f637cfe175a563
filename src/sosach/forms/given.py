"""What somebody wrote into a cell that was left open: as it stands, and as a register would hold it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import polars as pl

from sosach.text import plain
from sosach.text.cells import DATE, MARKS

Reader = Callable[[pl.Series], pl.DataFrame]  # distinct marked strings in, `value` and `state` out

_NO_NAMES = frozenset({"digits", "note", "placeholder"})  # states of names that could not be set


@dataclass(frozen=True, slots=True)
class Given:
    """What stands in one answer cell."""

    shown: str = ""  # as written; empty where nothing stands
    value: str | None = None  # as a register holds it; None where it is not understood
    state: str = ""  # of the reader of its kind; empty where nothing stands

    @property
    def filled(self) -> bool:
        """Whether anything stands there."""
        return bool(self.shown)

    @property
    def unreadable(self) -> bool:
        """Whether something stands there that is not understood."""
        return self.filled and self.value is None


NOTHING = Given()


def shown_answer(cell: str) -> str:
    """What a marked cell shows to people, single-spaced: dates as dd/mm/yyyy."""
    if cell.startswith(DATE):
        year, month, day = cell[1:].split("-")
        return f"{day}/{month}/{year}"
    return " ".join(cell.lstrip("".join(MARKS)).split())


def read_given(cells: Sequence[str | None], reader: Reader) -> list[Given]:
    """What stands in one column, row by row, every distinct cell read once.

    Args:
        cells: marked strings (`text.cells`), None or empty where nothing stands.
        reader: of the column's kind.
    """
    distinct = pl.Series([cell for cell in dict.fromkeys(cells) if cell], dtype=pl.String)
    if distinct.is_empty():
        return [NOTHING] * len(cells)
    text = plain.read(distinct)["value"]
    texts = text.drop_nulls().unique(maintain_order=True)
    answers = reader(texts)
    told = dict(zip(texts, zip(answers["value"], answers["state"], strict=True), strict=True))
    read = {cell: _one(cell, told.get(clean) if clean else None) for cell, clean in zip(distinct, text, strict=True)}
    return [read[cell] if cell else NOTHING for cell in cells]


def _one(cell: str, told: tuple[str | None, str | None] | None) -> Given:
    value, state = told or (None, "")
    if state in _NO_NAMES and value is not None and not value.isdigit():
        value = None  # a name with digits or a remark is none that could be set
    return Given(shown_answer(cell), value, state or "")
