"""Where in the file the cell of a finding stands, and under which names the sheets can stand in one workbook."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sosach.intake.facts import column_number
from sosach.intake.reading import Column

TO_REVIEW, TOTALS = "Cần rà soát", "Tổng hợp"

WHOLE_FILE = "Dữ liệu"  # the sheet of a text file, which has no name

_LONGEST = 31  # letters of a sheet's name
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = ("history",)


@dataclass(frozen=True, slots=True)
class Places:
    """The columns of a file, zero-based: by sheet and field, with their headings."""

    by_field: Mapping[tuple[str, str], Mapping[str, int]]

    def column(self, sheet: str, field: str | None, heading: str | None) -> int:
        """The column that a finding is about; the name stands for findings about the row, else the first column."""
        for name in (field, "full_name"):
            found = self.by_field.get((sheet, name or ""))
            if found:
                return found.get(heading or "", next(iter(found.values())))
        return 0


def places(columns: Iterable[Column]) -> Places:
    """The columns that were taken for a field."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for column in columns:
        if column.field:
            found.setdefault((column.sheet, column.field), {}).setdefault(column.heading, column_number(column.letter))
    return Places(found)


def sheet_names(names: Iterable[str]) -> dict[str, str]:
    """For every sheet of the file a name that Excel takes and that is not one of ours."""
    taken = {TO_REVIEW.casefold(), TOTALS.casefold(), *_RESERVED}
    chosen: dict[str, str] = {}
    for name in names:
        plain = _FORBIDDEN.sub(" ", name).strip().strip("'")[:_LONGEST] or WHOLE_FILE
        chosen[name] = _free(plain, taken)
        taken.add(chosen[name].casefold())
    return chosen


def _free(name: str, taken: set[str]) -> str:
    candidate, number = name, 2
    while candidate.casefold() in taken:
        ending = f" ({number})"
        candidate = name[: _LONGEST - len(ending)] + ending
        number += 1
    return candidate
