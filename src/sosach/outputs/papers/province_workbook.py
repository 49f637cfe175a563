"""The province's sheet as a workbook: shares are formulas where their figures are shown, the rest as it may be seen."""

from datetime import date
from pathlib import Path

from xlsxwriter.utility import xl_col_to_name

from sosach.outputs.workbook_file import add_sheet, close_workbook, open_workbook
from sosach.papers.province import COLUMNS, SUMS, Line, ProvinceSheet
from sosach.papers.province_paper import province_title

_TOP, _FIRST = 5, 3
_SHARES = {3: (1, 0), 11: (9, 4)}


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
    page = add_sheet(workbook, "Tổng hợp", title, f"tuần đến {sheet.cut_off:%d/%m/%Y}", on)
    plain = {"font_name": "Times New Roman", "font_size": 12}
    bold = workbook.add_format(plain | {"bold": True, "font_size": 13})
    note = workbook.add_format(plain | {"italic": True})
    head = workbook.add_format(plain | {"bold": True, "border": 1, "text_wrap": True, "align": "center"})
    words = workbook.add_format(plain | {"border": 1})
    number = workbook.add_format(plain | {"border": 1, "num_format": "#,##0", "align": "right"})
    share = workbook.add_format(plain | {"border": 1, "num_format": "0.0", "align": "right"})
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_column(1, 1, 26)
    page.set_column(2, 2, 16)
    for row, said in enumerate((title, sheet.opening, SUMS, "“<5”: từ 1 đến 4; “*”: không hiển thị để không suy ra")):
        page.write_string(row, 0, said, bold if row == 0 else note)
    for place, said in enumerate(("TT", "Đơn vị", "Gửi lúc")):
        page.write_string(_TOP, place, said, head)
    for place, said in enumerate(COLUMNS, 1):
        page.write_string(_TOP, _FIRST + place - 1, f"{said} ({place})", head)
    for row, line in enumerate((*sheet.lines, sheet.total), _TOP + 1):
        page.write_string(row, 0, str(row - _TOP) if line is not sheet.total else "", words)
        page.write_string(row, 1, line.name, words)
        page.write_string(row, 2, line.sent, words)
        for place in range(len(COLUMNS)):
            formula = _formula(line, place, row)
            shown = line.shown[place] if line.shown else ""
            if formula:
                part, whole = _SHARES[place]
                value = 100 * (line.true[part] or 0) / (line.true[whole] or 1)
                page.write_formula(row, _FIRST + place, formula, share, value)
            elif _is_figure(line, place):
                page.write_number(row, _FIRST + place, line.true[place] or 0, number)
            else:
                page.write_string(row, _FIRST + place, shown, number)
    page.freeze_panes(_TOP + 1, _FIRST)
    close_workbook(workbook)


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
