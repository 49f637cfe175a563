"""One cell of a made-up workbook: the writing of `text/cells.py` turned back into what spreadsheets keep."""

from collections.abc import Mapping
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sosach.population.writing import SCIENTIFIC
from sosach.registers.field import Kind
from sosach.text.cells import DATE, ERROR, NUMBER, SHOWN, TCVN3_FONT, VNI_FONT

# Kinds whose text the software marks as text, so that a spreadsheet leaves the digits alone.
_AS_TEXT = {Kind.PERSONAL_ID, Kind.OLD_ID, Kind.BIRTH_CERT, Kind.INSURANCE, Kind.PHONE}

_PLAIN, _TEXT = "", "text"
_FONT = {"font_name": "Times New Roman", "font_size": 11}
_LOOKS: Mapping[str, dict[str, object]] = {
    _PLAIN: {},
    _TEXT: {"num_format": "@"},
    NUMBER: {},
    SHOWN: {"num_format": "000000000000"},
    SCIENTIFIC: {"num_format": "0.00E+00"},
    DATE: {"num_format": "dd/mm/yyyy"},
    ERROR: {},
    TCVN3_FONT: {"font_name": ".VnTime"},
    VNI_FONT: {"font_name": "VNI-Times"},
}
_NOT_FOUND = "=VLOOKUP(0,$A$1:$B$1,2,0)"


def formats(book: xlsxwriter.Workbook) -> Mapping[str, Format]:
    """The formats of a workbook's cells."""
    return {mark: book.add_format({**_FONT, "border": 1, **look}) for mark, look in _LOOKS.items()}


def write_cell(
    sheet: Worksheet, at: tuple[int, int], cell: str | None, kind: Kind | None, looks: Mapping[str, Format]
) -> None:
    """Writes one cell.

    Args:
        sheet: where.
        at: row and column, from 0.
        cell: as in `text/cells.py`, or a number with the mark `SCIENTIFIC`; None: empty, with its border.
        kind: of the field; None: no field.
        looks: from `formats`.
    """
    if not cell:
        sheet.write_blank(*at, None, looks[_PLAIN])
        return
    mark, words = (cell[0], cell[1:]) if cell[0] in looks else (_PLAIN, cell)
    if mark in (NUMBER, SHOWN, SCIENTIFIC):
        sheet.write_number(*at, float(words), looks[mark])
    elif mark == DATE:
        sheet.write_datetime(*at, datetime.fromisoformat(words), looks[mark])
    elif mark == ERROR:
        sheet.write_formula(*at, _NOT_FOUND, looks[mark], words)
    else:
        sheet.write_string(*at, words, looks[_TEXT if mark == _PLAIN and kind in _AS_TEXT else mark])
