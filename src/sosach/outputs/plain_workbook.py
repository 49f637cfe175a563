"""Writes a workbook as somebody writes it who copies a list into one of their own: texts, no formats, no locks.

For made-up people only: what comes back to an office is seldom the file that left it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from xlsxwriter import Workbook

Rows = Sequence[Sequence[str]]


def write_plain_workbook(path: Path, sheets: Mapping[str, Rows]) -> None:
    """Writes the workbook.

    Args:
        path: replaced where it exists.
        sheets: rows of texts by name of the sheet, headings among them; an empty text is an empty cell.

    Raises:
        OSError: the file cannot be written.
    """
    with Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                for column, text in enumerate(row):
                    if text:
                        sheet.write_string(line, column, text)
