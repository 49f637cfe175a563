"""A hamlet's review list to print: one block per household that no page break divides, and a summary to sign.

The notice leans on the Law on the protection of personal data 91/2025/QH15 and Decree 356/2025/NĐ-CP; its exact
contents are not checked against their text yet, and the telephone is filled in by the commune.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sosach.campaign.questions import MOST
from sosach.campaign.visit_list import VisitList, VisitRow
from sosach.forms.visits import CHOICES, Asks
from sosach.outputs.report.markup import Html, join, tag
from sosach.outputs.shown import day

_BOX, _DOTS = "☐", "…………………………"
_NUMBER_BOXES = " ".join([_BOX * 3] * 4)  # twelve digits, as they stand on cards
_KEPT = "\u00a0"  # keeps a box with its word
_HEAD = 16  # digits of a hash that a paper shows
_MORE = " (tiếp)"

_STYLE = """
@page { size: A4 portrait; margin: 15mm 12mm; }
body { font: 12pt "Times New Roman", "Liberation Serif", serif; margin: 0 auto; max-width: 186mm; color: #000; }
h1 { font-size: 14pt; text-align: center; margin: 0 0 4pt; }
h2 { font-size: 12pt; margin: 0 0 3pt; }
p { margin: 3pt 0; }
.notice { font-size: 9.5pt; font-style: italic; border: 1px solid #000; padding: 4pt; }
.house, .end { break-inside: avoid; border-top: 2px solid #000; margin-top: 10pt; padding-top: 4pt; }
table { border-collapse: collapse; width: 100%; margin: 3pt 0; }
th, td { border: 1px solid #000; padding: 2pt 4pt; vertical-align: top; text-align: left; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.asked { table-layout: fixed; }
.asked th:nth-child(1) { width: 20%; }
.asked th:nth-child(2) { width: 23%; }
.asked th:nth-child(3) { width: 25%; }
.code { font: 8.5pt Consolas, "Liberation Mono", monospace; white-space: nowrap; }
.asked td { overflow-wrap: anywhere; }
.wide { white-space: nowrap; }
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """What stands above the households."""

    title: str
    code: str
    plan: str
    unit: str
    hamlet: str
    due: date | None = None
    log_head: str = ""  # hash of the log's last event when the list was made


def visit_page(listed: VisitList, head: PageHead) -> str:
    """The page as HTML that asks nothing of any other place."""
    houses = [list(rows) for _, rows in groupby(listed.rows, key=_house)]
    blocks = [_block(rows) for rows in houses]
    body = join(
        tag("h1", head.title),
        tag("p", f"Người hỏi: {_DOTS} Ngày: …/…/……{_due(head)}"),
        tag("p", _notice(head), class_="notice"),
        *(blocks or [tag("p", f"{head.hamlet} không còn hộ cần hỏi.")]),
        _summary(listed.rows, len(houses), head),
    )
    document = tag(
        "html",
        tag("head", tag("meta", charset="utf-8"), tag("title", head.title), tag("style", Html(_STYLE))),
        tag("body", body),
        lang="vi",
    )
    return f"<!DOCTYPE html>\n{document}\n"


def _due(head: PageHead) -> str:
    return f" · Trả lại trước hết ngày {day(head.due)}" if head.due else ""


def _house(row: VisitRow) -> tuple[str, str, int]:
    """Who lives together: by the household's code and head; somebody without either lives alone."""
    code, household_head, *_ = row.sent.facts
    return code, household_head, 0 if code or household_head else row.person


def _block(rows: Sequence[VisitRow]) -> Html:
    code, household_head, *_ = rows[0].sent.facts
    name = " · ".join(
        filter(None, (f"Hộ {code}" if code else "", f"Chủ hộ: {household_head}" if household_head else ""))
    )
    heads = tag("tr", *(tag("th", text) for text in ("Mã", "Người trong danh sách", "Điều cần hỏi", "Trả lời")))
    return tag(
        "section",
        tag("h2", name or f"Hộ chưa có mã · Chủ hộ: {_DOTS}"),
        tag("p", f"{_BOX} Có người ở nhà  {_BOX} Vắng, hẹn lại ngày …/…  {_BOX} Chuyển đi, nơi đến: {_DOTS}"),
        tag("table", tag("thead", heads), tag("tbody", *_lines(rows)), class_="asked"),
        _children_met(),
        tag("p", f"Người cung cấp thông tin: {_DOTS} Quan hệ: …………… Ký tên: ……………"),
        class_="house",
    )


def _lines(rows: Sequence[VisitRow]) -> Iterator[Html]:
    """A line per question; a person with many begins anew after the fourth."""
    for _, group in groupby(rows, key=lambda row: row.person):
        asked = list(group)
        for start in range(0, len(asked), MOST):
            few = asked[start : start + MOST]
            for place, row in enumerate(few):
                person = (
                    tag("td", row.sent.facts[2] + (_MORE if start else ""), rowspan=len(few)) if not place else None
                )
                yield tag(
                    "tr",
                    tag("td", row.sent.code, class_="code"),
                    person,
                    tag("td", f"{row.sent.number}. {row.question.text}"),
                    tag("td", _room(row.question.asks)),
                )


def _room(asks: Asks) -> Html:
    """Where the answer goes: boxes to tick, boxes for digits, or a line."""
    if asks is Asks.NUMBER:
        return tag("span", _NUMBER_BOXES, class_="wide")
    if asks is Asks.CONFIRM_NUMBER:
        return join(f"{_BOX}{_KEPT}Đúng  {_BOX}{_KEPT}Sai, số đúng: ", tag("span", _NUMBER_BOXES, class_="wide"))
    if asks in CHOICES:
        return join("  ".join(f"{_BOX}{_KEPT}{choice.replace(' ', _KEPT)}" for choice in CHOICES[asks]))
    if asks is Asks.DATE:
        return join(f"…/…/……  {_BOX}{_KEPT}Không{_KEPT}rõ")
    return join(_DOTS)


def _children_met() -> Html:
    heads = ("Họ và tên", "Ngày sinh", "Nam/Nữ", "Cha", "Mẹ", "Đã khai sinh?")
    room = (_DOTS, "…/…/……", f"{_BOX} Nam {_BOX} Nữ", "…………", "…………", f"{_BOX} Có {_BOX} Chưa")
    return join(
        tag("p", f"Trẻ em của hộ chưa có trong danh sách (mới sinh, mới đến): {_BOX} Không có"),
        tag("table", tag("tr", *(tag("th", text) for text in heads)), tag("tr", *(tag("td", text) for text in room))),
    )


def _notice(head: PageHead) -> str:
    return (
        f"Thông báo về thông tin cá nhân: Ủy ban nhân dân {head.unit} thu thập thông tin trên phiếu này để chuẩn hóa "
        f"dữ liệu theo {head.plan} và chỉ dùng vào việc đó. Thông tin được Phòng Văn hóa – Xã hội, Công an xã và công "
        "chức tư pháp – hộ tịch xử lý. Gia đình được xem, đề nghị sửa thông tin của mình và của trẻ tại Phòng Văn hóa "
        f"– Xã hội xã (điện thoại: {_DOTS}). Không chụp ảnh phiếu, không gửi qua Zalo hoặc mạng xã hội. Phiếu được thu "
        "lại và hủy khi kết thúc chiến dịch."
    )


def _summary(rows: Sequence[VisitRow], houses: int, head: PageHead) -> Html:
    people = len({row.person for row in rows})
    return tag(
        "section",
        tag("h2", f"Tổng hợp {head.hamlet} · {head.code}"),
        tag("p", f"Cần hỏi {people} người ở {houses} hộ, {len(rows)} câu hỏi."),
        tag("p", "Phiếu phát ra …… Thu về …… Hẹn lại …… Trẻ chưa có trong danh sách ……"),
        tag("p", f"Cộng tác viên (ký, ghi rõ họ tên): {_DOTS} Trưởng thôn: {_DOTS}"),
        tag("p", f"Mã nhật ký khi lập phiếu: {head.log_head[:_HEAD]}", class_="code") if head.log_head else None,
        class_="end",
    )
