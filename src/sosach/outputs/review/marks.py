"""What is marked in the sheets as they came: which cells, how gravely, and the note that each carries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

import polars as pl

from sosach.findings.finding import Severity
from sosach.outputs.review.places import Places

Line = Mapping[str, Any]  # a line of the list of problems

_MOST_NOTES = 20_000  # of one sheet; Excel takes minutes to open more

_LONGEST_NOTE = 2_000  # letters; nobody reads more, Excel takes 32,767

_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell with problems."""

    severity: Severity  # the gravest
    note: str | None  # None where the sheet carries as many notes as Excel can bear


@dataclass(frozen=True, slots=True)
class RowMarks:
    """A row with problems."""

    words: str  # all of them in a few words
    cells: Mapping[int, Mark]  # by zero-based column


def marks(lines: pl.DataFrame, sheet: str, places: Places) -> Mapping[int, RowMarks]:
    """The marks that the list of problems asks for in a sheet, by zero-based row.

    Args:
        lines: what `review.todo.todo` gives.
        sheet: name of the sheet in the file.
        places: where its columns stand.
    """
    by_row: dict[int, dict[int, list[Line]]] = {}
    for line in lines.filter(pl.col("sheet") == sheet).sort("row", maintain_order=True).iter_rows(named=True):
        column = places.column(sheet, line["field"], line["column"])
        by_row.setdefault(line["row"] - 1, {}).setdefault(column, []).append(line)
    noted = count()
    return {row: _row(by_column, noted) for row, by_column in by_row.items()}


def _row(by_column: Mapping[int, list[Line]], noted: Iterator[int]) -> RowMarks:
    cells = {
        column: Mark(_gravest(lines), _note(lines) if next(noted) < _MOST_NOTES else None)
        for column, lines in by_column.items()
    }
    return RowMarks(_few_words(chain.from_iterable(by_column.values())), cells)


def _gravest(lines: Iterable[Line]) -> Severity:
    found = {line["severity"] for line in lines}
    return next(severity for severity in _GRAVEST_FIRST if severity in found)


def _note(lines: Iterable[Line]) -> str:
    return "\n\n".join(_sentences(line) for line in lines)[:_LONGEST_NOTE]


def _sentences(line: Line) -> str:
    said = [f"{line['severity_word']}: {line['message']}"]
    if line["suggestion"]:
        certain = f" ({line['certainty_word']})" if line["certainty_word"] else ""
        said.append(f"Đề xuất: {line['suggestion']}{certain}")
    if line["next_step"]:
        said.append(f"Việc cần làm: {line['next_step']}")
    return "\n".join(said)


def _few_words(lines: Iterable[Line]) -> str:
    """“Lỗi: Mất số 0 đầu. Cần xác minh: Tuổi mẹ cao.”"""
    by_word: dict[str, dict[str, None]] = {}
    for line in lines:
        by_word.setdefault(line["severity_word"], {})[line["label"]] = None
    return " ".join(f"{word}: {', '.join(labels)}." for word, labels in by_word.items())
