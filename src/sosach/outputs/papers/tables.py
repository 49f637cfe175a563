"""The tables of a report as a workbook in which what follows from other figures is a formula, and every sum foots.

Figures that were counted stand as numbers, what the annexes' head says of other columns as formulas, sums as SUM; each
formula carries its value, so that viewers that do not compute show it.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from sosach.findings.finding import Group
from sosach.outputs.workbook_file import add_sheet, close_workbook, open_workbook
from sosach.papers.annexes import Annex, Column, annexes_of, at, footer, lines_of
from sosach.papers.named import Named
from sosach.papers.police_sentences import results_words
from sosach.papers.sentences import GROUP_WORDS, noun_of
from sosach.papers.situation import Situation
from sosach.papers.standing import GROUPS

_TOP = 4  # rows above a table: title, what it is of, the sums, nothing
_FIRST = 2  # columns before the figures: number, name
_LABELS = {"children": "Trẻ em", "beneficiaries": "Bảo trợ"}
_SHORT = ("Biến động", "Tiến độ", "Công an", "Nhóm đối tượng")


class _Looks:
    """Formats of one workbook."""

    def __init__(self, workbook: Workbook) -> None:
        plain = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
        boxed = plain | {"border": 1}
        self.title = workbook.add_format(plain | {"bold": True, "font_size": 14})
        self.note = workbook.add_format(plain | {"italic": True})
        self.head = workbook.add_format(
            boxed | {"bold": True, "text_wrap": True, "align": "center", "bg_color": "#E7EEF6"}
        )
        self.words = workbook.add_format(boxed)
        self.number = workbook.add_format(boxed | {"num_format": "#,##0"})
        self.share = workbook.add_format(boxed | {"num_format": "0.0"})
        self.words_sum = workbook.add_format(boxed | {"bold": True})
        self.number_sum = workbook.add_format(boxed | {"bold": True, "num_format": "#,##0"})
        self.share_sum = workbook.add_format(boxed | {"bold": True, "num_format": "0.0"})


def write_tables(path: Path, situation: Situation, registers: Sequence[Named], on: date) -> None:
    """Writes the workbook.

    Args:
        path: where.
        situation: of the report.
        registers: its registers, as they stand in the report.
        on: the day by which the file is dated.

    Raises:
        OSError: it cannot be written.
    """
    workbook = open_workbook(path, f"Số liệu {situation.figures['number']}", on)
    looks = _Looks(workbook)
    for named in registers:
        label = _LABELS[named.register]
        _groups(_sheet(workbook, situation, f"{label} - nhóm", on), named, situation, looks)
        if named.figures["batches"]:
            _lists(_sheet(workbook, situation, f"{label} - đợt chuyển", on), named, situation, looks)
        for annex in [] if situation.leaves else annexes_of(named):
            name = f"{label} - {_short(annex)}"
            _annex(_sheet(workbook, situation, name, on), annex, named, situation, looks)
    close_workbook(workbook)


def _short(annex: Annex) -> str:
    return next(short for short in _SHORT if short.split()[0].casefold() in annex.title.casefold())


def _sheet(workbook: Workbook, situation: Situation, name: str, on: date) -> Worksheet:
    sheet = add_sheet(workbook, name, situation.figures["number"], situation.office.unit, on)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 20, 11)
    return sheet


def _opening(sheet: Worksheet, title: str, note: str, situation: Situation, looks: _Looks) -> None:
    sheet.write_string(0, 0, title, looks.title)
    sheet.write_string(1, 0, footer(situation.figures), looks.note)
    sheet.write_string(2, 0, note, looks.note)


def _annex(sheet: Worksheet, annex: Annex, named: Named, situation: Situation, looks: _Looks) -> None:
    _opening(sheet, annex.title, annex.sums, situation, looks)
    lines = lines_of(annex, named)
    for place, head in enumerate(("TT", annex.first)):
        sheet.write_string(_TOP, place, head, looks.head)
    for number, column in enumerate(annex.columns, 1):
        sheet.write_string(_TOP, _FIRST + number - 1, f"{column.head} ({number})", looks.head)
    first = _TOP + 1
    for row, (name, figures) in enumerate(lines, first):
        sheet.write_number(row, 0, row - _TOP, looks.words)
        sheet.write_string(row, 1, name, looks.words)
        for place, column in enumerate(annex.columns):
            _cell(sheet, (row, place), column, [_value(annex, column, [figures])], looks)
    last = first + len(lines)
    sheet.write_string(last, 0, "", looks.words_sum)
    sheet.write_string(last, 1, "Cộng", looks.words_sum)
    whole = [figures for _, figures in lines]
    for place, column in enumerate(annex.columns):
        value = _value(annex, column, whole)
        if column.ratio:
            _cell(sheet, (last, place), column, [value], looks, total=True)
        else:
            letter = xl_col_to_name(_FIRST + place)
            formula = f"=SUM({letter}{first + 1}:{letter}{last})" if lines else "=0"
            sheet.write_formula(last, _FIRST + place, formula, looks.number_sum, value)
    sheet.freeze_panes(_TOP + 1, _FIRST)


def _value(annex: Annex, column: Column, lines: Sequence[Any]) -> float:
    if column.ratio is None:
        return sum(at(one, column.figure) for one in lines)
    part, whole = (annex.columns[number - 1] for number in (column.ratio.part, column.ratio.whole))
    below = _value(annex, whole, lines)
    return 100 * _value(annex, part, lines) / below if below else 0


def _cell(
    sheet: Worksheet, place: tuple[int, int], column: Column, value: list[float], looks: _Looks, *, total: bool = False
) -> None:
    row, number = place
    at_column = _FIRST + number
    if column.ratio:
        part, whole = (_at(row, one) for one in (column.ratio.part, column.ratio.whole))
        look = looks.share_sum if total else looks.share
        sheet.write_formula(row, at_column, f'=IF({whole}=0,"–",100*{part}/{whole})', look, value[0])
    elif column.formula:
        plus = "+".join(_at(row, one) for one in column.formula.plus)
        minus = "".join(f"-{_at(row, one)}" for one in column.formula.minus)
        sheet.write_formula(row, at_column, f"={plus}{minus}", looks.number, value[0])
    else:
        sheet.write_number(row, at_column, value[0], looks.number)


def _at(row: int, number: int) -> str:
    return f"{xl_col_to_name(_FIRST + number - 1)}{row + 1}"


def _groups(sheet: Worksheet, named: Named, situation: Situation, looks: _Looks) -> None:
    note = "Cộng lượt: một người thuộc nhiều nhóm được tính ở từng nhóm. Lũy kế = đã giải quyết + còn lại."
    _opening(sheet, "KẾT QUẢ THEO NHÓM CỦA KẾ HOẠCH", note, situation, looks)
    for place, head in enumerate(("TT", "Nhóm theo Kế hoạch", "Lũy kế (lượt)", "Đã giải quyết", "Còn lại")):
        sheet.write_string(_TOP, place, head, looks.head)
    for row, group in enumerate(GROUPS, _TOP + 1):
        told = named.figures["groups"][Group(group).value]
        sheet.write_number(row, 0, row - _TOP, looks.words)
        sheet.write_string(row, 1, GROUP_WORDS[group.value], looks.words)
        sheet.write_formula(row, 2, f"=D{row + 1}+E{row + 1}", looks.number, told["found"])
        sheet.write_number(row, 3, told["settled"], looks.number)
        sheet.write_number(row, 4, told["open"], looks.number)
    last = _TOP + 1 + len(GROUPS)
    sums = [named.now(name) for name in ("entries", "entries_settled", "entries_open")]
    _sum_row(sheet, last, "Cộng lượt", sums, looks.number_sum, looks.words_sum)
    persons = [named.now(name) for name in ("to_review", "settled_persons", "open_persons")]
    sheet.write_string(last + 1, 0, "", looks.words_sum)
    sheet.write_string(last + 1, 1, f"Số {noun_of(named)}", looks.words_sum)
    sheet.write_formula(last + 1, 2, f"=D{last + 2}+E{last + 2}", looks.number_sum, persons[0])
    sheet.write_number(last + 1, 3, persons[1], looks.number_sum)
    sheet.write_number(last + 1, 4, persons[2], looks.number_sum)


def _sum_row(sheet: Worksheet, row: int, name: str, values: Sequence[int], number: Format, words: Format) -> None:
    sheet.write_string(row, 0, "", words)
    sheet.write_string(row, 1, name, words)
    for place, value in enumerate(values, _FIRST):
        letter = xl_col_to_name(place)
        sheet.write_formula(row, place, f"=SUM({letter}{_TOP + 2}:{letter}{row})", number, value)


def _lists(sheet: Worksheet, named: Named, situation: Situation, looks: _Looks) -> None:
    note = "(1) = (2) + (3); (2) = (4) + (5) + (6) + (7) + (8) + (9) + (10)"
    _opening(sheet, "CÁC ĐỢT GIAO - NHẬN VỚI CÔNG AN XÃ", note, situation, looks)
    results = results_words()
    heads = ("TT", "Đợt; ngày chuyển; hạn trả", "Đã chuyển (1)", "Đã trả (2)", "Chưa trả (3)")
    numbered = [f"{said} ({number})" for number, said in enumerate(results.values(), 4)]
    for place, head in enumerate((*heads, *numbered)):
        sheet.write_string(_TOP, place, head, looks.head)
    batches = named.figures["batches"]
    for row, one in enumerate(batches, _TOP + 1):
        sheet.write_number(row, 0, row - _TOP, looks.words)
        days = "; ".join(f"{date.fromisoformat(one[day]):%d/%m/%Y}" for day in ("sent_on", "due"))
        sheet.write_string(row, 1, f"{one['code']}; {days}", looks.words)
        sheet.write_formula(row, 2, f"=D{row + 1}+E{row + 1}", looks.number, one["sent"])
        sheet.write_formula(row, 3, f"=SUM(F{row + 1}:L{row + 1})", looks.number, one["answered"])
        sheet.write_number(row, 4, one["unanswered"], looks.number)
        for place, name in enumerate(results, 5):
            sheet.write_number(row, place, one["results"][name], looks.number)
    totals = [sum(one[name] for one in batches) for name in ("sent", "answered", "unanswered")]
    totals += [sum(one["results"][name] for one in batches) for name in results]
    _sum_row(sheet, _TOP + 1 + len(batches), "Cộng", totals, looks.number_sum, looks.words_sum)
