"""Lines and tables one below the other on a sheet that has no grid of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from sosach.outputs.review.cells import write_text
from sosach.outputs.review.looks import Looks

NOT_APPLICABLE = "–"

_LINE = 15.0  # points
_LETTERS_PER_WIDTH = 1.15  # widths count figures, which are wider than letters


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, printed as a percentage."""

    part: int
    total: int


Entry = str | int | Share | None


class Stack:
    """Writes downwards; nothing is ever written above what stands already.

    Args:
        sheet: an empty sheet.
        looks: the formats of the workbook.
        widths: of the columns, in letters.
    """

    def __init__(self, sheet: Worksheet, looks: Looks, widths: Sequence[float]) -> None:
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        self._sheet = sheet
        self._looks = looks
        self._last = len(widths) - 1
        self._letters = sum(widths) * _LETTERS_PER_WIDTH
        self._row = 0

    def line(self, text: str, *names: str) -> None:
        """A sentence across all columns."""
        if not names:
            self._sheet.set_row(self._row, _LINE * (1 + int(len(text) / self._letters)))
        self._across(0, text, *names, "wrap")
        self._row += 1

    def sample(self, text: str, explained: str, *names: str) -> None:
        """A cell in a look, and what the look means."""
        write_text(self._sheet, self._row, 0, text, self._looks.of(*names))
        self._across(1, explained, "wrap")
        self._row += 1

    def section(self, title: str) -> None:
        """The heading of what follows, after an empty row."""
        self._row += 1
        self.line(title, "section")

    def table(
        self, heads: Sequence[str], rows: Iterable[Sequence[Entry]], *, foot: Sequence[Entry] = (), wide: bool = False
    ) -> None:
        """A table from the first column on.

        Args:
            heads: what stands above the columns.
            rows: one entry per column.
            foot: the sum, set off by a double rule.
            wide: whether the last column takes all the room that is left; it must be text.
        """
        told = list(rows)
        self._sheet.set_row(self._row, 2 * _LINE)
        counts = {column for entries in told for column, entry in enumerate(entries) if isinstance(entry, int | Share)}
        for column, head in enumerate(heads):
            last = wide and column == len(heads) - 1
            names = ("right",) if column in counts else ("set off",) if last else ()
            (self._across if last else self._at)(column, head, "cell", "head", *names)
        self._row += 1
        for entries in told:
            self._entries(entries, wide=wide)
        if foot:
            self._entries(foot, "sum", wide=wide)

    def _entries(self, entries: Sequence[Entry], *names: str, wide: bool) -> None:
        for column, entry in enumerate(entries):
            if wide and column == len(entries) - 1:
                self._across(column, str(entry), "cell", *names, "wrap", "set off")
            else:
                self._entry(column, entry, *names)
        self._row += 1

    def _entry(self, column: int, entry: Entry, *names: str) -> None:
        if isinstance(entry, Share):
            share = entry.part / entry.total if entry.total else 0
            self._sheet.write_number(self._row, column, share, self._looks.of("cell", *names, "share"))
        elif isinstance(entry, int):
            self._sheet.write_number(self._row, column, entry, self._looks.of("cell", *names, "count"))
        else:
            look = self._looks.of("cell", *names, "centred" if entry == NOT_APPLICABLE else "wrap")
            write_text(self._sheet, self._row, column, entry, look)

    def _at(self, column: int, text: str, *names: str) -> None:
        write_text(self._sheet, self._row, column, text, self._looks.of(*names))

    def _across(self, column: int, text: str, *names: str) -> None:
        look = self._looks.of(*names)
        if column < self._last:
            self._sheet.merge_range(self._row, column, self._row, self._last, "", look)
        write_text(self._sheet, self._row, column, text, look)
