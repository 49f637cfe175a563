"""The list of children whose births are to be registered, for the civil-registration officer; the oldest come first.

More than sixty days after the birth is marked (Law on Civil Status 2014 Art. 15; registration stays possible at any
time): the list is there to help families, not to reproach them. The father is not on it, he is established when the
birth is registered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sosach.campaign.days_in_words import short
from sosach.papers.document import Block, Paper, Paragraph, Part, Run, Section, Style, row, table, text
from sosach.papers.letterhead import Office
from sosach.papers.words import counted, plain

_LATE = 60  # days

_NAMELESS = "Chưa đặt tên"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unregistered:
    """A child whose birth is not registered."""

    full_name: str | None
    birth_date: date | None
    sex: str  # “Nam”, “Nữ”
    mother: str
    hamlet: str
    in_register: bool  # the register of children has them already

    def days(self, cut_off: date) -> int | None:
        """Since the birth."""
        return (cut_off - self.birth_date).days if self.birth_date else None


def births_to_register(office: Office, cut_off: date, children: Sequence[Unregistered]) -> Paper:
    """The list."""
    blocks: list[Block] = [
        text("DANH SÁCH TRẺ EM CHƯA ĐĂNG KÝ KHAI SINH", Style.TITLE),
        text(f"(chuyển công chức tư pháp - hộ tịch, số liệu đến ngày {short(cut_off)})", Style.CENTRED),
    ]
    if not children:
        blocks.append(text(f"Không có trẻ em chưa đăng ký khai sinh trên địa bàn {office.unit}."))
        return _paper(blocks)
    ordered = sorted(children, key=lambda child: (child.birth_date or date.max, child.mother))
    late = sum((child.days(cut_off) or 0) > _LATE for child in children)
    known = sum(child.in_register for child in children)
    blocks.append(_table(ordered, cut_off))
    late_words = f" ({counted(late)} trẻ đã quá 60 ngày)" if late else ""
    parts = [
        f"{counted(number)} trẻ {said}"
        for number, said in ((known, "đã có trong sổ trẻ em"), (len(children) - known, "phát sinh mới"))
        if number
    ]
    blocks.append(text(f"Tổng cộng: {counted(len(children))} trẻ{late_words}; {', '.join(parts)}."))
    blocks.append(
        Paragraph(
            (
                Run(
                    "Cột “Kết quả” do công chức tư pháp - hộ tịch ghi: đã đăng ký (số …, quyển …, ngày …) / đã đăng ký "
                    "nơi khác "
                    "/ gia đình đang chuẩn bị giấy tờ / chưa liên hệ được.",
                    italic=True,
                ),
            )
        )
    )
    return _paper(blocks)


def _paper(blocks: list[Block]) -> Paper:
    footer = "Danh sách có thông tin cá nhân của trẻ em, chỉ dùng để hướng dẫn gia đình đăng ký khai sinh"
    section = Section((Part("list", tuple(blocks)),), landscape=True, footer=footer)
    return Paper("Danh sách trẻ em chưa đăng ký khai sinh", (section,))


def _table(children: Sequence[Unregistered], cut_off: date) -> Block:
    heads = (
        "STT", "Mã", "Họ tên hoặc tên gọi", "Ngày sinh", "Giới tính", "Họ tên mẹ", "Thôn", "Số ngày", "Quá 60 ngày",
        "Có trong sổ trẻ em", "Kết quả",
    )  # fmt: skip
    rows = []
    for number, child in enumerate(children, 1):
        days = child.days(cut_off)
        rows.append(
            row(
                number,
                f"KS-{number:02}",
                child.full_name or _NAMELESS,
                short(child.birth_date) if child.birth_date else "",
                child.sex,
                child.mother,
                child.hamlet.removeprefix("Thôn "),
                plain(days) if days is not None else "–",
                "x" if days is not None and days > _LATE else "",
                "x" if child.in_register else "",
                "",
            )
        )
    return table(heads, rows, (0.6, 0.9, 2.4, 1.3, 0.9, 2.2, 1.3, 0.9, 1.0, 1.2, 2.4), words=11)
