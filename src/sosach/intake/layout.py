"""Where the heading of a sheet stands, and how many rows it has.

Title rows, emblem and motto stand above; a heading has one to three rows whose cells are merged across (“Thông tin
mẹ”) and down (“STT”). Every row near the top is tried, alone and with the rows above it; the reading that names
most fields wins.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sosach.intake.facts import column_letters
from sosach.intake.headings import Heading, claim_of
from sosach.intake.reading import Grid
from sosach.intake.wording import readable, words_of
from sosach.registers.register import Register

LOOKED_AT = 60  # rows from the top in which a heading may stand
_MOST_ROWS = 3
_FEWEST = 3  # fields that make a heading; two when one of them is the name
_LONGEST = 120  # letters of a heading; longer texts are notes
_STRONG = 5  # fields after which no better heading is looked for further down

# What only a person's row has: a date, a number of a person or a telephone. No heading is made of such.
_FACT = re.compile(r"^\s*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{9,12})\s*$")

Row = Sequence[str | None]
Merged = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Header:
    """The heading of a sheet."""

    top: int  # zero-based first row
    rows: int
    headings: tuple[tuple[str, Heading], ...]  # (letter, heading) from left to right, columns without one left out
    title: str  # what stands above
    joined: frozenset[str] = frozenset()  # letters of columns that share their lowest heading cell with the next one

    @property
    def below(self) -> int:
        """The first row after the heading, zero-based."""
        return self.top + self.rows


@dataclass(frozen=True, slots=True)
class _Candidate:
    top: int
    rows: int
    fields: int
    named: bool  # has the name of the person
    cut: bool  # a merged cell reaches in from above: a part of the heading is missing
    spanned: bool  # merged cells say that these rows are one heading
    headings: tuple[tuple[str, Heading], ...]

    @property
    def rank(self) -> tuple[int, bool, bool, int]:
        return self.fields + 2 * self.named, not self.cut, self.spanned, -self.rows


def find_header(
    grid: Grid, registers: Sequence[Register], mapped: Sequence[tuple[str, str]] = (), letters: Sequence[str] = ()
) -> Header | None:
    """The heading of this sheet; None when there is none.

    Args:
        grid: the sheet.
        registers: whose headings are known.
        mapped: (field, heading) that the caller named; they count like known ones.
        letters: columns that the caller named; when no heading is known, the first row with words there is the heading.
    """
    rows = grid.text.head(LOOKED_AT).rows()
    best: _Candidate | None = None
    for candidate in _candidates(rows, grid.merged, registers, mapped):
        if best is not None and best.fields >= _STRONG and candidate.top > best.top + best.rows:
            break
        if best is None or candidate.rank > best.rank:
            best = candidate
    if best is None or best.fields < (2 if best.named else _FEWEST):
        top = _row_with_words(grid, letters)
        return (
            None
            if top is None
            else Header(top, 1, _headings(rows[top : top + 1], top, grid.merged), _title(rows[:top]))
        )
    joined = _joined(grid.merged, best.top + best.rows - 1)
    return Header(best.top, best.rows, best.headings, _title(rows[: best.top]), joined)


def _candidates(
    rows: Sequence[Row], merged: Sequence[Merged], registers: Sequence[Register], mapped: Sequence[tuple[str, str]]
) -> Iterator[_Candidate]:
    for bottom, row in enumerate(rows):
        if sum(cell is not None and len(cell) <= _LONGEST for cell in row) < 2:
            continue
        for count in range(1, min(_MOST_ROWS, bottom + 1) + 1):
            top = bottom - count + 1
            if any(cell and _FACT.match(cell) for cell in rows[top]):
                break
            headings = _headings(rows[top : bottom + 1], top, merged)
            fields = max((_fields(headings, register, mapped) for register in registers), key=len)
            named = any(field == "full_name" for field, _ in fields)
            cut = any(m[0] < top <= m[2] for m in merged)
            yield _Candidate(top, count, len(fields), named, cut, _spanned(merged, top, bottom), headings)


def _row_with_words(grid: Grid, letters: Sequence[str]) -> int | None:
    """The first row that has words without figures in all these columns."""
    if not letters or not set(letters) <= set(grid.text.columns):
        return None
    for number, row in enumerate(grid.text.select(letters).head(LOOKED_AT).iter_rows()):
        if all(cell and not any(c.isdigit() for c in cell) for cell in row):
            return number
    return None


def _fields(
    headings: Sequence[tuple[str, Heading]], register: Register, mapped: Sequence[tuple[str, str]]
) -> set[tuple[str, str | None]]:
    """What the headings name in this register."""
    claims = [claim_of(heading, register, near=False) for _, heading in headings]
    named = {claim.key for claim in claims if claim}
    if not mapped:
        return named
    texts = {words_of(heading.text).folded for _, heading in headings}
    return named | {(field, None) for field, heading in mapped if words_of(heading).folded in texts}


def _headings(rows: Sequence[Row], top: int, merged: Sequence[Merged]) -> tuple[tuple[str, Heading], ...]:
    """Every column's heading, a merged cell standing for all columns that it covers."""
    filled = [_spread(row, top + number, merged, rows[number + 1 :]) for number, row in enumerate(rows)]
    found = []
    for column in range(len(rows[0]) if rows else 0):
        parts: list[str] = []
        for row in filled:
            text = row[column]
            if text is not None and text.strip() and len(text) <= _LONGEST and (not parts or parts[-1] != text):
                parts.append(" ".join(text.split()))
        if parts:
            found.append((column_letters(column), Heading(tuple(parts))))
    return tuple(found)


def _spread(row: Row, number: int, merged: Sequence[Merged], below: Sequence[Row]) -> list[str | None]:
    """The row with its texts laid over the columns that they head."""
    spread = list(row)
    across = [m for m in merged if m[0] <= number <= m[2] and m[3] > m[1]]
    for top, left, _, right in across:
        if top == number:
            spread[left : right + 1] = [row[left]] * (min(right + 1, len(row)) - left) if left < len(row) else []
    if below and not across:
        _centre(spread, row, below[0])
    return spread


def _centre(spread: list[str | None], row: Row, below: Row) -> None:
    """A text centred over columns without merging them: below it and its empty neighbours stand sub-headings."""
    carried: str | None = None
    for column, text in enumerate(row):
        if text is not None:
            carried = text if below[column] is not None else None
        elif carried is not None and below[column] is not None:
            spread[column] = carried
        else:
            carried = None


def _joined(merged: Sequence[Merged], bottom: int) -> frozenset[str]:
    """Columns that share their lowest heading cell with the next one."""
    across = [m for m in merged if m[0] <= bottom <= m[2] and m[3] > m[1]]
    return frozenset(column_letters(column) for m in across for column in range(m[1], min(m[3], m[1] + 50)))


def _spanned(merged: Sequence[Merged], top: int, bottom: int) -> bool:
    """Whether cells merged down say that exactly these rows belong together."""
    return bottom > top and any(m[0] == top and m[2] == bottom for m in merged)


def _title(rows: Sequence[Row]) -> str:
    """The texts above the heading, row by row."""
    return "\n".join(" ".join(readable(cell) for cell in row if cell) for row in rows if any(row))
