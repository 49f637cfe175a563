"""The province's sheet as a workbook: shares are formulas where their figures are shown, the rest as it may be seen."""

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from sosach.outputs.workbook_file import add_sheet, close_workbook, open_workbook
from sosach.papers.province import COLUMNS, SUMS, Line, ProvinceSheet
from sosach.papers.province_paper import province_title

_TOP, _FIRST = 5, 3
_KEY = "“<5”: từ 1 đến 4; “*”: không hiển thị để không suy ra số nhỏ; dòng cộng tính trên số thật"
_SHARES = {3: (1, 0), 11: (9, 4)}


class _Looks:
    """Formats of the workbook."""

    def __init__(self, workbook: Workbook) -> None:
        plain = {"font_name": "Times New Roman", "font_size": 12}
        boxed = plain | {"border": 1}
        self.title = workbook.add_format(plain | {"bold": True, "font_size": 13})
        self.note = workbook.add_format(plain | {"italic": True})
        self.head = workbook.add_format(boxed | {"bold": True, "text_wrap": True, "align": "center"})
        self.words = workbook.add_format(boxed)
        self.number = workbook.add_format(boxed | {"num_format": "#,##0", "align": "right"})
        self.share = workbook.add_format(boxed | {"num_format": "0.0", "align": "right"})


def write_province(path: Path, sheet: ProvinceSheet, register: str, on: date) -> None:
    """Writes the workbook.

    Args:
        path: where.
        sheet: the week of the province.
        register: whose figures they are.
        on: the day by which the file is dated.

    Raises:
        OSError: it cannot be written.
    """
    title = province_title(sheet, register)
    workbook = open_workbook(path, title, on)
    looks = _Looks(workbook)
    page = add_sheet(workbook, "Tổng hợp", title, f"tuần đến {sheet.cut_off:%d/%m/%Y}", on)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_column(1, 1, 26)
    page.set_column(2, 2, 16)
    page.write_string(0, 0, title, looks.title)
    for row, said in enumerate((sheet.opening, SUMS, _KEY), 1):
        page.write_string(row, 0, said, looks.note)
    heads = ("TT", "Đơn vị", "Gửi lúc", *(f"{said} ({place})" for place, said in enumerate(COLUMNS, 1)))
    for place, said in enumerate(heads):
        page.write_string(_TOP, place, said, looks.head)
    for row, line in enumerate((*sheet.lines, sheet.total), _TOP + 1):
        _line(page, row, line, "" if line is sheet.total else str(row - _TOP), looks)
    page.freeze_panes(_TOP + 1, _FIRST)
    close_workbook(workbook)


def _line(page: Worksheet, row: int, line: Line, number: str, looks: _Looks) -> None:
    for place, said in enumerate((number, line.name, line.sent)):
        page.write_string(row, place, said, looks.words)
    for place in range(len(COLUMNS)):
        at = _FIRST + place
        formula = _formula(line, place, row)
        if formula:
            part, whole = _SHARES[place]
            value = 100 * (line.true[part] or 0) / (line.true[whole] or 1)
            page.write_formula(row, at, formula, looks.share, value)
        elif _is_figure(line, place):
            page.write_number(row, at, line.true[place] or 0, looks.number)
        else:
            page.write_string(row, at, line.shown[place] if line.shown else "", looks.number)


def _is_figure(line: Line, place: int) -> bool:
    """Whether a cell shows its true figure."""
    return bool(line.shown) and line.true[place] is not None and line.shown[place].replace(".", "").isdigit()


def _formula(line: Line, place: int, row: int) -> str | None:
    """A share of two cells that are shown; none where one of them is hidden, or there is nothing to take it of."""
    if place not in _SHARES or not line.shown:
        return None
    part, whole = _SHARES[place]
    if not (_is_figure(line, part) and _is_figure(line, whole)) or not line.true[whole]:
        return None
    return f"=100*{xl_col_to_name(_FIRST + part)}{row + 1}/{xl_col_to_name(_FIRST + whole)}{row + 1}"
