"""The annexes by hamlet and by category, which stay with the commune: small numbers tell of persons.

Figures are carried into the tables as they are; the workbook of the report holds the same columns as formulas.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sosach.campaign.days_in_words import short
from sosach.papers import words
from sosach.papers.document import Part, Section, Style, Table, row, table, text
from sosach.papers.frozen import cut_off_day
from sosach.papers.named import Named
from sosach.papers.situation import Situation

NO_HAMLET = "(chưa rõ thôn)"

Figures = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A column that is a share of two others, by their numbers."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A column that follows from others: numbers to add, and to take away."""

    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A numbered column of an annex."""

    head: str
    figure: str = ""  # “cumulative.closing”; empty for shares
    formula: Formula | None = None  # how it follows from other columns; the figure says the same
    ratio: Ratio | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """A table by hamlet or category: columns numbered from 1, and the sums that hold between them."""

    title: str
    sums: str
    first: str  # head of the column of names
    columns: tuple[Column, ...]


MOVES = Annex(
    "BIẾN ĐỘNG VÀ TÌNH TRẠNG SỐ ĐỊNH DANH THEO THÔN",
    "(7) = (1) − (2) − (3) − (4) − (5) + (6); (7) = (8) + (9) + (10); (11) = (8) : (7)",
    "Thôn",
    (
        Column("Đầu kỳ", "period.opening"),
        Column("Đủ 16 tuổi", "period.turned_16"),
        Column("Chuyển đi", "period.moved_out"),
        Column("Đã mất", "period.deceased"),
        Column("Trùng đã gộp", "period.merged"),
        Column("Mới phát sinh", "period.added"),
        Column("Cuối kỳ", "cumulative.closing", Formula((1, 6), (2, 3, 4, 5))),
        Column("Có số đúng cấu trúc", "cumulative.id_valid"),
        Column("Không có số", "cumulative.id_missing"),
        Column("Số sai, cần xác minh", "cumulative.id_wrong"),
        Column("Tỷ lệ %", ratio=Ratio(8, 7)),
    ),
)

PROGRESS = Annex(
    "TIẾN ĐỘ RÀ SOÁT THEO THÔN (lũy kế, trừ cột 2)",
    "(1) = (4) + (5) + (6) + (7) + (8) + (9); (3) = (1) − (4); (10) = (1) − (9); (11) = (3) : (1); (12) = (9) : (1)",
    "Thôn",
    (
        Column("Cần rà soát", "cumulative.to_review", Formula((4, 5, 6, 7, 8, 9))),
        Column("Rà soát trong kỳ", "period.reviewed"),
        Column("Đã rà soát", "cumulative.reviewed", Formula((1,), (4,))),
        Column("Chưa rà soát", "cumulative.not_reviewed"),
        Column("Chờ hộ tịch", "cumulative.awaiting_registration+cumulative.awaiting_civil"),
        Column("Đang ở Công an", "cumulative.at_police"),
        Column("Đã có kết quả, xử lý tiếp", "cumulative.returned_open"),
        Column("Sẵn sàng cập nhật", "cumulative.ready_to_upload"),
        Column("Đã cập nhật", "cumulative.uploaded"),
        Column("Còn lại", "cumulative.remaining", Formula((1,), (9,))),
        Column("% rà soát", ratio=Ratio(3, 1)),
        Column("% cập nhật", ratio=Ratio(9, 1)),
    ),
)

POLICE = Annex(
    "GIAO - NHẬN VỚI CÔNG AN XÃ THEO THÔN (lũy kế, lượt)",
    "(1) = (2) + (3)",
    "Thôn",
    (
        Column("Đã chuyển", "cumulative.sent_entries", Formula((2, 3))),
        Column("Đã trả", "cumulative.answered_entries"),
        Column("Chưa trả", "cumulative.unanswered_entries"),
        Column("Quá hạn chưa trả", "cumulative.overdue_entries"),
        Column("Khớp", "cumulative.results.matches"),
        Column("Cấp/bổ sung số", "cumulative.results.number_given"),
        Column("Sửa thông tin", "cumulative.results.corrected"),
        Column("Không tìm thấy", "cumulative.results.not_found"),
        Column("Chưa ĐKKS", "cumulative.results.unregistered"),
        Column("Trùng", "cumulative.results.duplicate"),
        Column("Khác", "cumulative.results.other"),
    ),
)

CATEGORIES = Annex(
    "KẾT QUẢ THEO NHÓM ĐỐI TƯỢNG",
    "Cột (1) đến (4) tính lượt hưởng, các cột sau tính người theo khoản chính. (4) = (1) − (2) + (3); "
    "(5) = (6) + (7) + (8); (12) = (9) − (11)",
    "Nhóm",
    (
        Column("Lượt đầu kỳ", "opening_entries"),
        Column("Giảm", "ended_entries"),
        Column("Tăng", "added_entries"),
        Column("Lượt cuối kỳ", "closing_entries", Formula((1, 3), (2,))),
        Column("Số người", "persons", Formula((6, 7, 8))),
        Column("Có số đúng cấu trúc", "id_valid"),
        Column("Không có số", "id_missing"),
        Column("Số sai, cần xác minh", "id_wrong"),
        Column("Cần rà soát", "to_review"),
        Column("Đã rà soát", "reviewed"),
        Column("Đã cập nhật", "uploaded"),
        Column("Còn lại", "remaining", Formula((9,), (11,))),
    ),
)


def at(figures: Figures, names: str) -> int:
    """A figure of a hamlet or a category by its path; several joined by “+” are added."""
    total = 0
    for name in names.split("+"):
        told: Any = figures
        for step in name.split("."):
            told = told[step]
        total += told
    return total


def lines_of(annex: Annex, named: Named) -> list[tuple[str, Figures]]:
    """The lines of an annex: name and figures, without the sum."""
    if annex is CATEGORIES:
        return [(one["title"], one) for one in named.figures["categories"]]
    return [(hamlet_short(one["name"]), one) for one in named.figures["hamlets"]]


def hamlet_short(name: str) -> str:
    """A hamlet in a table whose head says that it is one."""
    return name.removeprefix("Thôn ") or NO_HAMLET


def annexes_of(named: Named) -> list[Annex]:
    """The annexes of a register."""
    return [CATEGORIES] if named.figures["categories"] else [MOVES, PROGRESS, POLICE]


def annex_sections(situation: Situation, registers: Sequence[Named], report: str, after: int = 0) -> list[Section]:
    """The annexes of a report on pages across, each numbered for itself; none in a copy that leaves.

    Args:
        situation: of the report.
        registers: whose figures they are.
        report: which report they belong to, in words.
        after: how many other annexes come before.
    """
    if situation.leaves:
        return []
    told = [(named, annex) for named in registers for annex in annexes_of(named)]
    foot = footer(situation.figures)
    return [
        Section((_part(annex, named, number, len(told) + after, report),), landscape=True, footer=foot)
        for number, (named, annex) in enumerate(told, 1 + after)
    ]


def _part(annex: Annex, named: Named, number: int, of: int, report: str) -> Part:
    mark = f"Phụ lục {_ROMAN[number - 1]}" if of > 1 else "Phụ lục"
    return Part(
        f"annex_{number}",
        (
            text(mark, Style.ANNEX),
            text(annex.title, Style.ANNEX),
            text(f"(Kèm theo {report}; bản lưu tại xã)", Style.CENTRED),
            text(annex.sums, Style.NOTE),
            annex_table(annex, named),
        ),
    )


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def annex_table(annex: Annex, named: Named) -> Table:
    """The table with its line of sums."""
    lines = lines_of(annex, named)
    rows = [row(number, name, *_cells(annex, [one])) for number, (name, one) in enumerate(lines, 1)]
    rows.append(row("", "Cộng", *_cells(annex, [one for _, one in lines]), bold=True))
    heads = [f"{column.head} ({number})" for number, column in enumerate(annex.columns, 1)]
    return table(("TT", annex.first, *heads), rows, (0.5, 3.0 if annex is CATEGORIES else 1.9, 1.0), small=True)


def _cells(annex: Annex, lines: Sequence[Figures]) -> list[str]:
    """The columns of some lines together."""
    numbers = [sum(at(one, column.figure) for one in lines) if column.figure else 0 for column in annex.columns]
    return [
        words.cell_share(numbers[column.ratio.part - 1], numbers[column.ratio.whole - 1])
        if column.ratio
        else words.plain(number)
        for column, number in zip(annex.columns, numbers, strict=True)
    ]


def footer(figures: Figures) -> str:
    """What figures an annex rests on: their number, cut-off and the head of the log."""
    day = short(cut_off_day(figures))
    return (
        f"Bản chốt {figures['number']} · chốt 17 giờ 00 ngày {day} · đầu chuỗi nhật ký {figures['chain_head'][:16]} · "
        f"SHA-256 {figures['sha256'][:16]}"
    )
