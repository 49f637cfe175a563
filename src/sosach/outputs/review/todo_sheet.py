"""The sheet “Cần rà soát”: what stands there, why it matters, what to do, and room for what was found out."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

import polars as pl
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from sosach.outputs.review.cells import as_day, write_text
from sosach.outputs.review.looks import Looks
from sosach.outputs.review.places import Places

# What a review may come to, and where the right value was found.
RESULTS = ("Chấp nhận đề xuất", "Sửa", "Giữ nguyên", "Hỏi thôn", "Chuyển Công an", "Chưa rõ")
SOURCES = ("Giấy khai sinh", "Sổ hộ tịch", "Công an", "Thẻ căn cước", "Quyết định hưởng", "Gia đình", "Thôn", "Khác")

_MOST_LINKS = 65_530  # of one sheet, Excel's limit

_TO_FILL_IN = ""

_NOTHING = "Chưa thấy vấn đề nào cần rà soát."

_LINE = 15.0  # points
_SPARE = 1.12  # what is lost at the ends of lines


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    width: float
    key: str  # of the list
    looks: tuple[str, ...] = ("wrap",)


_COLUMNS = (
    _Column("STT", 5, "number", ()),
    _Column("Thôn", 12, "hamlet"),
    _Column("Hộ", 13, "household"),
    _Column("Họ và tên", 15, "full_name"),
    _Column("Ngày sinh", 10.5, "birth_date"),
    _Column("Mức", 8, "severity_word"),
    _Column("Vấn đề", 12, "label"),
    _Column("Giải thích", 35, "message"),
    _Column("Giá trị hiện tại", 13.5, "value", ("wrap", "text")),
    _Column("Đề xuất", 13.5, "suggestion", ("wrap", "text")),
    _Column("Độ chắc chắn", 7, "certainty_word"),
    _Column("Việc cần làm", 15, "next_step"),
    _Column("Kết quả rà soát", 11, _TO_FILL_IN),
    _Column("Giá trị đúng", 13.5, _TO_FILL_IN),
    _Column("Nguồn", 9.5, _TO_FILL_IN),
    _Column("Ghi chú", 10, _TO_FILL_IN),
    _Column("Trang tính", 9, "sheet"),
    _Column("Dòng", 6, "row", ()),
)

_AT = {column.title: i for i, column in enumerate(_COLUMNS)}


@dataclass(frozen=True, slots=True)
class Linked:
    """How the list leads to the cells: where they stand, and what the sheets are called in this workbook."""

    places: Places
    names: Mapping[str, str]


def write_todo(sheet: Worksheet, lines: pl.DataFrame, linked: Linked, looks: Looks) -> None:
    """Writes the list.

    Args:
        sheet: an empty sheet.
        lines: what `review.todo.todo` gives.
        linked: where the lines lead to.
        looks: the formats of the workbook.
    """
    for i, column in enumerate(_COLUMNS):
        sheet.set_column(i, i, column.width)
        sheet.write_string(0, i, column.title, looks.of("cell", "head", *(() if column.key else ("ours",))))
    sheet.set_row(0, 2 * _LINE)
    for number, line in enumerate(lines.iter_rows(named=True), start=1):
        sheet.set_row(number, _LINE * _lines(line))
        for i, column in enumerate(_COLUMNS):
            _write_cell(sheet, (number, i), line, column, looks)
        if number <= _MOST_LINKS:
            _write_link(sheet, number, line, linked, looks)
    if lines.is_empty():
        sheet.merge_range(1, 0, 1, len(_COLUMNS) - 1, _NOTHING, looks.of("cell"))
    else:
        _drop_down(sheet, _AT["Kết quả rà soát"], lines.height, RESULTS, "stop")
        _drop_down(sheet, _AT["Nguồn"], lines.height, SOURCES, "information")
    _set_up(sheet, max(lines.height, 1), one_sheet=len(linked.names) == 1)


def _lines(line: Mapping[str, Any]) -> int:
    """How many lines the row needs: Excel fits heights by itself, other programs do not."""
    wrapped = ((column.width, line[column.key]) for column in _COLUMNS if "wrap" in column.looks and column.key)
    return max([1, *(ceil(len(text) * _SPARE / width) for width, text in wrapped if text)])


def _write_cell(sheet: Worksheet, at: tuple[int, int], line: Mapping[str, Any], column: _Column, looks: Looks) -> None:
    band = ("band",) if line["band"] else ()
    if column.key == _TO_FILL_IN:
        sheet.write_blank(*at, None, looks.of("cell", "fill in"))
    elif column.key == "number":
        sheet.write_number(*at, at[0], looks.of("cell", *band, "centred"))
    elif column.key == "row":
        sheet.write_number(*at, line["row"], looks.of("cell", *band))
    elif column.key == "severity_word":
        sheet.write_string(*at, line["severity_word"], looks.of("cell", "wrap", f"{line['severity']} word"))
    elif column.key == "birth_date" and (day := as_day(line["birth_date"])):
        sheet.write_datetime(*at, day, looks.of("cell", *band, "date"))
    else:
        write_text(sheet, *at, line[_printed(column.key)], looks.of("cell", *band, *column.looks))


def _printed(key: str) -> str:
    return "birth_date_shown" if key == "birth_date" else key


def _write_link(sheet: Worksheet, number: int, line: Mapping[str, Any], linked: Linked, looks: Looks) -> None:
    name = linked.names.get(line["sheet"])
    if name is None:
        return
    at = (number, _AT["Dòng"])
    cell = xl_rowcol_to_cell(line["row"] - 1, linked.places.column(line["sheet"], line["field"], line["column"]))
    look = looks.of("cell", *(("band",) if line["band"] else ()), "link")
    quoted = name.replace("'", "''")
    sheet.write_url(*at, f"internal:'{quoted}'!{cell}", look, tip="Mở ô này trong trang tính")
    sheet.write_number(*at, line["row"], look)  # the link stays, the cell holds a number again


def _set_up(sheet: Worksheet, last: int, *, one_sheet: bool) -> None:
    """Filters, what stays in sight, print."""
    sheet.autofilter(0, 0, last, len(_COLUMNS) - 1)
    if one_sheet:
        sheet.set_column(_AT["Trang tính"], _AT["Trang tính"], None, None, {"hidden": True})
    sheet.freeze_panes(1, _AT["Ngày sinh"])
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(last, len(_COLUMNS) - 1)}"})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.3, right=0.3, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, last, len(_COLUMNS) - 1)


def _drop_down(sheet: Worksheet, column: int, last: int, choices: tuple[str, ...], refusal: str) -> None:
    rule = {
        "validate": "list",
        "source": list(choices),
        "error_type": refusal,
        "error_title": "Chọn trong danh sách",
        "error_message": "Bấm mũi tên bên phải ô để chọn.",
    }
    sheet.data_validation(1, column, last, column, rule)
