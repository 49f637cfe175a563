"""What was read of the file and what was not, with the reasons."""

from collections.abc import Mapping, Sequence
from typing import Any

from sosach.findings.notices import Notice
from sosach.outputs.checked import Checked
from sosach.outputs.labels import Skipped, skipped, unmapped, worth_saying
from sosach.outputs.report.markup import Content, Html, join, tag
from sosach.outputs.report.parts import Column, Section, isolated, listed, paragraph, row, section, table
from sosach.outputs.shown import whole

_COLUMNS = (
    Column("Trang tính", row_head=True),
    Column("Dòng tiêu đề", number=True),
    Column("Đã đọc", number=True),
    Column("Số dòng", number=True),
    Column("Người", number=True),
    Column("Bỏ qua", number=True),
)


def source(checked: Checked) -> Section:
    """The accounting of the reading: every row is a person or skipped with a reason."""
    read = checked.summary["source"]
    sheets: Sequence[Mapping[str, Any]] = read["sheets"]
    return section(
        "da-doc",
        "Đã đọc những gì",
        table(
            _COLUMNS,
            [row(_COLUMNS, _sheet_cells(s)) for s in sheets],
            foot=_sum(sheets),
            caption="Các trang tính đã đọc",
        ),
        _skipped(skipped(checked.summary), one_sheet=len(sheets) == 1),
        _other_sheets(read["other_sheets"]),
        _unmapped(unmapped(checked.summary)),
        _notices(checked.notices),
        paragraph("Mã kiểm tra tệp (SHA-256): ", tag("code", str(read["sha256"])[:16]), class_="meta"),
    )


def _sheet_cells(sheet: Mapping[str, Any]) -> tuple[Content, ...]:
    skipped = len(sheet["rows_skipped"])
    span = f"dòng {sheet['first_row']}–{sheet['last_row']}" if sheet["rows_read"] else "–"
    read = sheet["rows_read"]
    return (_sheet_name(sheet["name"]), sheet["header_row"], span, whole(read), whole(read - skipped), whole(skipped))


def _sheet_name(name: str) -> Html:
    return isolated(name) if name else tag("span", "(cả tệp)", class_="soft")


def _sum(sheets: Sequence[Mapping[str, Any]]) -> Html | None:
    if len(sheets) < 2:
        return None
    read = sum(s["rows_read"] for s in sheets)
    skipped = sum(len(s["rows_skipped"]) for s in sheets)
    return row(_COLUMNS, ("Cộng", "", "", whole(read), whole(read - skipped), whole(skipped)))


def _skipped(rows: Sequence[Skipped], *, one_sheet: bool) -> Html | None:
    if not rows:
        return None
    lines = (join(None if one_sheet else join("“", isolated(s.sheet), "”: "), s.in_words()) for s in rows)
    return join(tag("h3", "Dòng bỏ qua, không phải người"), listed(lines))


def _other_sheets(others: Sequence[Mapping[str, Any]]) -> Html | None:
    if not others:
        return None
    return join(
        tag("h3", "Trang tính không đọc"), listed(join("“", isolated(o["name"]), "”: ", o["why"]) for o in others)
    )


def _unmapped(headings: Sequence[str]) -> Html | None:
    if not headings:
        return None
    names = join(*(join("“", isolated(h), "”") for h in headings), between=", ")
    return join(
        tag("h3", "Cột chưa rõ là thông tin gì"), paragraph(names, ": giữ nguyên trong bảng rà soát, không kiểm tra.")
    )


def _notices(all_notices: Sequence[Notice]) -> Html | None:
    notices = worth_saying(all_notices)
    if not notices:
        return None
    said = (join(notice.message, " ", tag("span", notice.next_step, class_="next")) for notice in notices)
    return join(tag("h3", "Điều cần biết về tệp"), listed(said))
