"""Writes a form that leaves the office: the table on the first sheet from its first row on, instructions on the second.

What was sent is locked and what is to be filled in is not; the protection has no password, for it guards against slips
and not against people. Excel sorts no range that holds locked cells, so whoever wants another order filters, or lifts
the protection: the codes of the rows find everybody again, in any order. Everything is text, numbers of persons above
all, and nothing that was typed elsewhere can become a formula or a link.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from math import ceil
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from sosach.forms.form import Form, FormColumn, Part, SentRow
from sosach.outputs.review.cells import MOST_LETTERS

INSTRUCTIONS = "Hướng dẫn"

_A4 = 9
_LINE = 15.0  # points
_SPARE = 1.3  # what bold letters and the ends of lines need
_FULL = 1.05
_FONT = {"font_name": "Times New Roman", "font_size": 11}
_CELL = {**_FONT, "border": 1, "border_color": "#9AA3AB", "valign": "top", "text_wrap": True, "num_format": "@"}
_HEAD = {**_FONT, "bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
_ALLOWED = {
    "autofilter": True, "sort": True, "format_columns": True, "format_rows": True, "select_locked_cells": True,
    "select_unlocked_cells": True,
}  # fmt: skip
_MOST_ADVICE = 255  # letters of what is shown beside a chosen cell, Excel's limit

Instruction = tuple[str, str]  # what it is about, and the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What stands around the table."""

    title: str
    footer: str  # left side of every printed page
    on: date
    instructions: Sequence[Instruction]
    properties: Mapping[str, str] = field(default_factory=dict)  # kept by spreadsheets where nobody looks
    frozen: int = 3  # columns that stay in sight
    more: Sequence[Form] = ()  # further empty forms, a sheet each
    portrait: bool = False


EMPTY_ROWS = 60  # of a form that is sent without rows


def write_form(path: Path, form: Form, rows: Sequence[SentRow], cover: Cover) -> None:
    """Writes the workbook.

    Args:
        path: where to.
        form: its columns.
        rows: in order.
        cover: what stands around the table.

    Raises:
        OSError: the file cannot be written.
    """
    workbook = Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    )
    workbook.set_properties({"title": cover.title, "author": "Sổ Sạch", "created": datetime.combine(cover.on, time())})
    for name, value in cover.properties.items():
        workbook.set_custom_property(name, value, "text")
    looks = _Looks(workbook)
    _write_table(workbook.add_worksheet(form.sheet), form, rows, cover, looks)
    for more in cover.more:
        _write_table(workbook.add_worksheet(more.sheet), more, (), cover, looks)
    _write_instructions(workbook.add_worksheet(INSTRUCTIONS), cover, looks)
    _close(workbook)


class _Looks:
    """The formats of the workbook."""

    def __init__(self, book: Workbook) -> None:
        self.title = book.add_format({**_FONT, "bold": True, "font_size": 14})
        self.text = book.add_format({**_FONT, "text_wrap": True, "valign": "top"})
        self.term = book.add_format({**_FONT, "bold": True, "text_wrap": True, "valign": "top"})
        self._head = book.add_format({**_HEAD, "bg_color": "#E8EAE6"})
        self._head_answer = book.add_format({**_HEAD, "bg_color": "#FFF2CC"})
        self._code = book.add_format({**_CELL, "font_name": "Consolas", "font_size": 9, "locked": True})
        self._fact = book.add_format({**_CELL, "locked": True})
        self._answer = book.add_format({**_CELL, "locked": False})
        self._number = book.add_format({**_CELL, "num_format": "0", "align": "center", "locked": True})

    def head(self, column: FormColumn) -> Format:
        """Of a heading."""
        return self._head_answer if column.part is Part.ANSWER else self._head

    def cell(self, column: FormColumn) -> Format:
        """Of the cells below it."""
        return {
            Part.CODE: self._code, Part.NUMBER: self._number, Part.FACT: self._fact, Part.ANSWER: self._answer
        }[column.part]  # fmt: skip


def _write_table(sheet: Worksheet, form: Form, rows: Sequence[SentRow], cover: Cover, looks: _Looks) -> None:
    last = max(len(rows) or EMPTY_ROWS, 1)
    sheet.set_row(0, _LINE * max(ceil(len(column.heading) * _SPARE / column.width) for column in form.columns))
    for place, column in enumerate(form.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.heading, looks.head(column))
    facts = {column.key: number for number, column in enumerate(form.facts)}
    for number, row in enumerate(rows, 1):
        lines = _lines(form, row)
        if lines > 1:  # other rows grow by themselves when a long answer is written
            sheet.set_row(number, _LINE * lines)
        for place, column in enumerate(form.columns):
            _write_cell(sheet, (number, place), column, row, facts.get(column.key), looks)
    for number in range(1, 0 if rows else last + 1):
        for place, column in enumerate(form.columns):
            sheet.write_blank(number, place, None, looks.cell(column))
    for place, column in enumerate(form.columns):
        _help_to_fill(sheet, place, last, column)
    _set_up(sheet, form, last, cover)


def _lines(form: Form, row: SentRow) -> int:
    """How many lines the facts of a row need: Excel fits heights by itself, other programs do not."""
    sizes = zip(row.facts, form.facts, strict=True)
    return max((ceil(len(fact) * _FULL / column.width) for fact, column in sizes if fact), default=1)


def _write_cell(
    sheet: Worksheet, at: tuple[int, int], column: FormColumn, row: SentRow, fact: int | None, looks: _Looks
) -> None:
    look = looks.cell(column)
    if column.part is Part.NUMBER:
        sheet.write_number(*at, row.number, look)
    elif column.part is Part.CODE:
        sheet.write_string(*at, row.code, look)
    elif fact is not None and row.facts[fact]:
        sheet.write_string(*at, row.facts[fact][:MOST_LETTERS], look)
    else:
        sheet.write_blank(*at, None, look)


def _help_to_fill(sheet: Worksheet, place: int, last: int, column: FormColumn) -> None:
    """A drop-down or a word of advice; both advise, and a person who knows better may write something else."""
    if column.part is not Part.ANSWER or not (column.choices or column.advice):
        return
    rule: dict[str, Any] = (
        {"validate": "list", "source": list(column.choices)} if column.choices else {"validate": "any"}
    )
    if column.choices:
        rule |= {
            "error_type": "warning", "error_title": "Không có trong danh sách",
            "error_message": "Nên chọn trong danh sách (mũi tên bên phải ô).",
        }  # fmt: skip
    if column.advice:
        rule |= {"input_title": column.heading[:32], "input_message": column.advice[:_MOST_ADVICE]}
    sheet.data_validation(1, place, last, place, rule)


def _set_up(sheet: Worksheet, form: Form, last: int, cover: Cover) -> None:
    """What stays in sight, what may be changed, and how it is printed."""
    width = len(form.columns) - 1
    sheet.freeze_panes(1, min(cover.frozen, width))
    sheet.autofilter(0, 0, last, width)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(width)}{last + 1}"})
    sheet.protect("", _ALLOWED)
    if cover.portrait:
        sheet.set_portrait()
    else:
        sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.3, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, last, width)
    sheet.set_header(f"&C&B{_printed(cover.title)}&B")
    sheet.set_footer(f"&L&8{_printed(cover.footer)}&R&8Trang &P / &N")


def _printed(text: str) -> str:
    """A text for the head or foot of a page, where & begins a code and 255 letters are the most."""
    return text.replace("&", "&&")[:200]


def _write_instructions(sheet: Worksheet, cover: Cover, looks: _Looks) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 96)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, cover.title, looks.title)
    for number, (term, text) in enumerate(cover.instructions, 2):
        sheet.write_string(number, 0, term, looks.term)
        sheet.write_string(number, 1, text, looks.text)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _close(workbook: Workbook) -> None:
    try:
        workbook.close()
    except FileCreateError as failure:
        cause = failure.args[0]
        raise cause if isinstance(cause, OSError) else OSError(str(failure)) from failure
