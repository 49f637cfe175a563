"""The workbooks that people open: text stays text, pages say what they are, and what cannot be written is said so."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from sosach.outputs.shown import day


def open_workbook(path: Path, title: str, on: date, *, small: bool = True) -> Workbook:
    """A new workbook in which nothing turns into a formula or a link.

    Args:
        path: where it will be written.
        title: of the file.
        on: the reference day, by which the file is dated: the same input gives the same bytes.
        small: whether it is made in memory; else rows wait on disk beside the file, and vanish with its folder.
    """
    workbook = Workbook(path, _options(path, small=small))
    workbook.set_properties({"title": title, "author": "Sổ Sạch", "created": datetime.combine(on, time())})
    return workbook


def _options(path: Path, *, small: bool) -> dict[str, Any]:
    return {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": small,
        "constant_memory": not small,
        "tmpdir": str(path.parent),
        "use_zip64": not small,
    }


def add_sheet(workbook: Workbook, name: str, title: str, file: str, on: date) -> Worksheet:
    """A new sheet whose printed pages say what they are, from which file and of which day."""
    sheet = workbook.add_worksheet(name)
    sheet.set_header(f"&L&B{_printed(title)}&B&R{_printed(file)}")
    sheet.set_footer(f"&L{_printed(name)}&CTrang &P / &N&RTính đến ngày {day(on)}")
    return sheet


def close_workbook(workbook: Workbook) -> None:
    """Writes the file.

    Raises:
        OSError: it cannot be written.
    """
    try:
        workbook.close()
    except FileCreateError as failure:
        cause = failure.args[0]
        raise cause if isinstance(cause, OSError) else OSError(str(failure)) from failure


def _printed(text: str) -> str:
    """A text for the head or foot of a page, where & begins a code."""
    return text[:80].replace("&", "&&")
