"""The first sheet of pairs.xlsx and links.xlsx: what was compared, what came of it, what to do and how."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from sosach.findings.notices import Notice
from sosach.forms.pair_decisions import ONE_PERSON, TWO_PERSONS, UNKNOWN
from sosach.outputs.labels import PRIVATE
from sosach.outputs.review.looks import Looks
from sosach.outputs.review.stack import Stack

NAME = "Tổng hợp"

_WIDTHS = (26, 12, 62, 14, 14)
_A4 = 9

HOW_TO = (
    f"Ở cột “Kết luận” chọn {ONE_PERSON}, {TWO_PERSONS} hay {UNKNOWN}; cần thì ghi thêm ở cột “Ghi chú của người xem”.",
    "Lưu tệp, đóng Excel rồi chạy lại lệnh cũ, thêm --decisions và tên tệp này. Quyết định được giữ cho các lần sau.",
    "Có thể lọc, sắp xếp, xóa dòng; không sửa cột “Mã cặp” đang ẩn. Tệp gốc không bị sửa.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the table: a sheet, how much stands in it, what it asks for."""

    sheet: str
    count: int
    to_do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the sheet says."""

    title: str
    lead: Sequence[str]
    table: Sequence[Told]
    notices: Sequence[Notice]
    decides: bool = True  # whether there is anything to decide


def write_opening(sheet: Worksheet, told: Opening, looks: Looks) -> None:
    """Writes the sheet.

    Args:
        sheet: an empty sheet.
        told: what it says.
        looks: the formats of the workbook.
    """
    stack = Stack(sheet, looks, _WIDTHS)
    stack.line(told.title, "title")
    for text in told.lead:
        stack.line(text)
    stack.section("Có gì trong các trang tính")
    rows = [(line.sheet, line.count, line.to_do) for line in told.table]
    stack.table(("Trang tính", "Số dòng", "Việc cần làm"), rows, wide=True)
    if told.decides:
        stack.section("Cách ghi quyết định")
        for text in HOW_TO:
            stack.line(text)
    if told.notices:
        stack.section("Lưu ý")
        for said in told.notices:
            stack.line(f"{said.message} {said.next_step}")
    stack.section("Giữ bí mật")
    stack.line(PRIVATE)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
