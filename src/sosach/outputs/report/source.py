"""What was read of the file and what was not, with the reasons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sosach.findings.notices import Notice
from sosach.outputs.checked import Checked
from sosach.outputs.report.markup import Content, Html, join, tag
from sosach.outputs.report.parts import Column, Section, isolated, listed, paragraph, row, section, table
from sosach.outputs.shown import spans, whole

SPANS = 12  # runs of row numbers written out for one reason

_TOLD = frozenset({"column_unmapped", "rows_skipped"})  # notices whose facts stand here anyway

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
        _skipped(sheets),
        _other_sheets(read["other_sheets"]),
        _unmapped(tuple(dict.fromkeys(checked.summary["unmapped_headings"]))),
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


def _skipped(sheets: Iterable[Mapping[str, Any]]) -> Html | None:
    lines = [
        _skipped_line(sheet["name"], why, rows) for sheet in sheets for why, rows in _by_reason(sheet["rows_skipped"])
    ]
    return join(tag("h3", "Dòng bỏ qua, không phải người"), listed(lines)) if lines else None


def _by_reason(skipped: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, list[int]]]:
    found: dict[str, list[int]] = {}
    for entry in skipped:
        found.setdefault(entry["why"], []).append(entry["row"])
    yield from found.items()


def _skipped_line(sheet: str, why: str, rows: Sequence[int]) -> Html:
    where = join("Trang tính “", isolated(sheet), "”, ") if sheet else None
    runs = spans(rows)
    shown = ", ".join(runs[:SPANS]) + (", …" if len(runs) > SPANS else "")
    return join(where, f"{'dòng' if where else 'Dòng'} {shown}: {why} ({whole(len(rows))} dòng)")


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
    notices = [notice for notice in all_notices if notice.code not in _TOLD]
    if not notices:
        return None
    said = (join(notice.message, " ", tag("span", notice.next_step, class_="next")) for notice in notices)
    return join(tag("h3", "Điều cần biết về tệp"), listed(said))
