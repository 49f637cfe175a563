"""The household review of a hamlet on paper: what is asked in each house, and the hamlet's summary to sign.

Nothing on it tells of a category, poverty, disability or health, or who draws aid; of a number the last three digits
alone stand there (see `campaign.visit_list`). The notice leans on the Law on the protection of personal data
91/2025/QH15 and Decree 356/2025/NĐ-CP; its exact contents are not checked against their text yet, and the telephone is
filled in by the commune.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sosach.campaign.questions import MOST
from sosach.campaign.visit_list import VisitRow
from sosach.forms.visits import Asks
from sosach.papers.letterhead import Office

_MORE = " (tiếp)"
_NO_CODE = "Hộ chưa có mã"


@dataclass(frozen=True, slots=True)
class Line:
    """One question to one person."""

    code: str
    person: str  # with “(tiếp)” where the person's questions go on
    first: bool  # of those that stand together
    together: int  # how many stand together, told with the first
    question: str
    asks: Asks


@dataclass(frozen=True, slots=True)
class House:
    """What is asked in one house."""

    name: str  # “Hộ 014 · Chủ hộ: Nguyễn Văn Mẫu”
    persons: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheets:
    """The review of a hamlet."""

    unit: str  # “XÃ HÒA MẪU”
    hamlet: str  # “Thôn Bến”
    code: str  # “RS-0006”
    notice: str
    houses: tuple[House, ...]

    @property
    def persons(self) -> int:
        """Who is asked about."""
        return sum(house.persons for house in self.houses)

    @property
    def questions(self) -> int:
        """All that is asked."""
        return sum(len(house.lines) for house in self.houses)

    def page_code(self, page: int) -> str:
        """What the QR code of a page says, and what is printed beside it: nothing but the list and the page."""
        return f"{self.code}-{page:02}"


def sheets_of(rows: Sequence[VisitRow], office: Office, hamlet: str, code: str) -> Sheets:
    """The review of a hamlet.

    Args:
        rows: of its list, in the order of houses.
        office: that asks.
        hamlet: its name.
        code: of the list.
    """
    houses = tuple(_house(list(mine)) for _, mine in groupby(rows, key=_lives_at))
    return Sheets(office.capitals, hamlet, code, _notice(office), houses)


def _lives_at(row: VisitRow) -> tuple[str, str, int]:
    """Who lives together: by the household's code and head; somebody without either lives alone."""
    code, head, *_ = row.sent.facts
    return code, head, 0 if code or head else row.person


def _house(rows: list[VisitRow]) -> House:
    code, head, *_ = rows[0].sent.facts
    name = " · ".join(filter(None, (f"Hộ {code}" if code else "", f"Chủ hộ: {head}" if head else ""))) or _NO_CODE
    lines: list[Line] = []
    for _, mine in groupby(rows, key=lambda row: row.person):
        asked = list(mine)
        for start in range(0, len(asked), MOST):
            few = asked[start : start + MOST]
            lines += [_line(row, place, len(few), more=start > 0) for place, row in enumerate(few)]
    return House(name, len({row.person for row in rows}), tuple(lines))


def _line(row: VisitRow, place: int, together: int, *, more: bool) -> Line:
    person = row.sent.facts[2] + (_MORE if more else "")
    question = f"{row.sent.number}. {row.question.text}"
    return Line(row.sent.code, person, place == 0, together, question, row.question.asks)


def _notice(office: Office) -> str:
    return (
        f"Thông báo về thông tin cá nhân: UBND {office.unit} thu thập thông tin trên phiếu này để chuẩn hóa dữ liệu "
        "trẻ em, "
        f"đối tượng bảo trợ xã hội theo {office.plan} và chỉ dùng vào việc đó. Thông tin được Phòng Văn hóa - Xã hội, "
        "Công "
        "an xã và công chức tư pháp - hộ tịch xử lý. Gia đình được xem, đề nghị sửa thông tin của mình và của trẻ tại "
        "Phòng "
        "Văn hóa - Xã hội xã (điện thoại: ………………). Không chụp ảnh phiếu, không gửi qua Zalo hoặc mạng xã hội. Phiếu "
        "được thu "
        "lại và hủy khi kết thúc chiến dịch."
    )
