"""The sheet “Tổng hợp”: persons by group, by hamlet and by problem, what was read, and how to use the workbook."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from sosach.findings.finding import GROUP_LABELS, SEVERITY_LABELS, Severity
from sosach.outputs.checked import Checked
from sosach.outputs.figures import Figures
from sosach.outputs.labels import (
    CERTAINTIES_EXPLAINED,
    GROUPS_NOTE,
    PRIVATE,
    SEVERITIES_EXPLAINED,
    SHORT_GROUP_LABELS,
    UNTOUCHED,
    hamlet_name,
    knows_hamlets,
    register_name,
    result,
    shown_groups,
    skipped,
    unmapped,
    worth_saying,
)
from sosach.outputs.review.looks import Looks
from sosach.outputs.review.stack import NOT_APPLICABLE, Entry, Share, Stack
from sosach.outputs.shown import day

_WIDTHS = (36, 13, 13, 12, 12, 12, 12, 12, 12, 12)

_HOW_TO = (
    "Trang tính “Cần rà soát”: mỗi dòng một vấn đề, xếp theo thôn và hộ; bấm số ở cột “Dòng” để đến đúng ô.",
    "Ghi kết quả vào bốn cột “Kết quả rà soát”, “Giá trị đúng”, “Nguồn”, “Ghi chú”; hai cột có danh sách để chọn.",
    "Các trang tính sau là tệp gốc giữ nguyên vị trí ô; rê chuột vào ô có màu để đọc lý do.",
)
_SUMMARY_ONLY = (
    "Bảng này chỉ có trang tổng hợp vì tệp lớn; từng vấn đề có trong findings.parquet, hoặc chạy lại với --review full."
)


def write_totals(sheet: Worksheet, checked: Checked, figures: Figures, looks: Looks, *, alone: bool) -> None:
    """Writes the sheet.

    Args:
        sheet: an empty sheet.
        checked: the check.
        figures: its figures.
        looks: the formats of the workbook.
        alone: whether the workbook has no other sheet.
    """
    stack = Stack(sheet, looks, _WIDTHS)
    stack.line(f"Tổng hợp kết quả kiểm tra {register_name(checked.register)}", "title")
    stack.line(f"Tệp {checked.summary['source']['name']}, tính đến ngày {day(checked.on)}", "soft")
    stack.line(result(figures), "lead")
    stack.line(PRIVATE)
    _groups(stack, figures)
    _hamlets(stack, figures)
    _problems(stack, figures)
    _reading(stack, checked)
    _how_to(stack, alone=alone)
    _set_up(sheet)


def _groups(stack: Stack, figures: Figures) -> None:
    stack.section("Theo nhóm của kế hoạch")
    heads = ("Nhóm", "Số người", "Có lỗi", "Chỉ cần xác minh", "Trên tổng số")
    rows: Iterator[Sequence[Entry]] = (
        (GROUP_LABELS[group], p.concerned, p.errors, p.warnings, Share(p.concerned, figures.persons))
        if group in shown_groups(figures)
        else (GROUP_LABELS[group], *(NOT_APPLICABLE,) * 4)
        for group, p in figures.groups.items()
    )
    all_of_them = figures.concerned
    share = Share(all_of_them.concerned, figures.persons)
    foot = ("Người có vấn đề", all_of_them.concerned, all_of_them.errors, all_of_them.warnings, share)
    stack.table(heads, rows, foot=foot)
    stack.line(GROUPS_NOTE)


def _hamlets(stack: Stack, figures: Figures) -> None:
    if not knows_hamlets(figures):
        return
    stack.section("Theo thôn: số người có vấn đề ở mỗi nhóm")
    groups = shown_groups(figures)
    heads = ("Thôn", "Số người", "Có vấn đề", *(SHORT_GROUP_LABELS[group] for group in groups))
    rows: Iterator[Sequence[Entry]] = (
        (hamlet_name(line), line.persons, line.concerned.concerned, *(line.groups[group] for group in groups))
        for line in figures.hamlets
    )
    sums = (figures.groups[group].concerned for group in groups)
    stack.table(heads, rows, foot=("Cả tệp", figures.persons, figures.concerned.concerned, *sums))


def _problems(stack: Stack, figures: Figures) -> None:
    if not figures.rules:
        return
    stack.section("Theo vấn đề")
    rows = (
        (rule.label, SEVERITY_LABELS[rule.severity], rule.persons, rule.findings, rule.next_step)
        for rule in figures.rules
    )
    stack.table(("Vấn đề", "Mức", "Số người", "Số vấn đề", "Việc cần làm"), rows, wide=True)


def _reading(stack: Stack, checked: Checked) -> None:
    stack.section("Đã đọc những gì")
    sheets: Sequence[Mapping[str, Any]] = checked.summary["source"]["sheets"]
    heads = ("Trang tính", "Dòng tiêu đề", "Số dòng", "Người", "Bỏ qua")
    stack.table(heads, (_sheet(sheet) for sheet in sheets))
    for rows in skipped(checked.summary):
        where = f"Bỏ qua ở “{rows.sheet}”" if rows.sheet else "Bỏ qua"
        stack.line(f"{where}: {rows.in_words()}.")
    for other in checked.summary["source"]["other_sheets"]:
        stack.line(f"Không đọc trang tính “{other['name']}”: {other['why']}.")
    headings = unmapped(checked.summary)
    if headings:
        stack.line(f"Cột chưa rõ là thông tin gì, không kiểm tra: {', '.join(f'“{h}”' for h in headings)}.")
    for notice in worth_saying(checked.notices):
        stack.line(f"{notice.message} {notice.next_step}")


def _sheet(sheet: Mapping[str, Any]) -> Sequence[Entry]:
    read, left_out = sheet["rows_read"], len(sheet["rows_skipped"])
    return (sheet["name"] or "(cả tệp)", sheet["header_row"], read, read - left_out, left_out)


def _how_to(stack: Stack, *, alone: bool) -> None:
    stack.section("Cách dùng")
    for sentence in (_SUMMARY_ONLY,) if alone else _HOW_TO:
        stack.line(sentence)
    for severity in (Severity.ERROR, Severity.WARNING):
        stack.sample(SEVERITY_LABELS[severity], SEVERITIES_EXPLAINED[severity], severity)
    for sentence in (*CERTAINTIES_EXPLAINED, UNTOUCHED):
        stack.line(sentence)


def _set_up(sheet: Worksheet) -> None:
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
