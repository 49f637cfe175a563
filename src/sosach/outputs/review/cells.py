"""How values are put into cells: text always as text, whatever it looks like; whole days as days."""

import re
from datetime import datetime

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

MOST_LETTERS = 32_767  # in one cell, Excel's limit

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_DAY = "1900-03-01"  # before it Excel counts a day that never was


def write_text(sheet: Worksheet, row: int, column: int, text: str | None, look: Format) -> None:
    """Text, cut where Excel would refuse the file; an empty cell for None."""
    if text is None:
        sheet.write_blank(row, column, None, look)
    else:
        sheet.write_string(row, column, text[:MOST_LETTERS], look)


def as_day(iso: str | None) -> datetime | None:
    """The day that Excel can hold as such; None for less precise and for earlier dates."""
    if iso is None or not _DAY.fullmatch(iso) or iso < _FIRST_DAY:
        return None
    return datetime.fromisoformat(iso)
