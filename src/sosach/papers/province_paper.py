"""The province's sheet as a paper, on pages across."""

from sosach.campaign.days_in_words import hour, short
from sosach.papers.document import Align, Block, Cell, Paper, Part, Section, Style, Table, text
from sosach.papers.province import COLUMNS, DUE_HOUR, SUMS, Line, ProvinceSheet
from sosach.papers.situation import OF_WHOM

_KEY = (
    "CA: Công an xã, phường. “<5”: từ 1 đến 4. “*”: không hiển thị để không suy ra số nhỏ. Số liệu tổng cộng tính trên "
    "số thật. Đơn vị chưa gửi không nằm trong tổng cộng."
)


def province_title(sheet: ProvinceSheet, register: str) -> str:
    """What the sheet is."""
    days = f"tuần từ ngày {short(sheet.first_day)} đến ngày {short(sheet.cut_off)}"
    return f"TỔNG HỢP TIẾN ĐỘ LÀM SẠCH DỮ LIỆU {OF_WHOM[register].upper()} CỦA CÁC XÃ, PHƯỜNG ({days})"


def province_paper(sheet: ProvinceSheet, register: str) -> Paper:
    """The sheet."""
    blocks: list[Block] = [
        text(province_title(sheet, register), Style.ANNEX),
        text(f"{sheet.opening} Hạn gửi: {hour(DUE_HOUR)} ngày {short(sheet.due.date())}."),
        text(SUMS, Style.NOTE),
        _table(sheet),
        text(_KEY, Style.NOTE),
    ]
    if sheet.missing:
        blocks.insert(2, text(f"Chưa gửi: {'; '.join(sheet.missing)}."))
    return Paper(province_title(sheet, register), (Section((Part("sheet", tuple(blocks)),), landscape=True),))


def _table(sheet: ProvinceSheet) -> Table:
    heads = ("TT", "Đơn vị", "Gửi lúc", *(f"{said} ({number})" for number, said in enumerate(COLUMNS, 1)))
    rows = [_row(str(number), line) for number, line in enumerate(sheet.lines, 1)]
    rows.append(tuple(Cell(cell.text, bold=True) for cell in _row("", sheet.total)))
    aligns = (Align.CENTRE, Align.LEFT, Align.LEFT, *[Align.RIGHT] * len(COLUMNS))
    return Table(heads, tuple(rows), (0.6, 2.6, 2.1, *[1.05] * len(COLUMNS)), aligns, small=True)


def _row(number: str, line: Line) -> tuple[Cell, ...]:
    shown = line.shown or ("",) * len(COLUMNS)
    return tuple(map(Cell, (number, line.name, line.sent, *shown)))
