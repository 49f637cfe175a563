"""A hamlet's review list as a workbook to fill in: questions on the first sheet, children met on the second."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sosach.campaign.visit_list import VisitList
from sosach.findings.notices import refused
from sosach.forms.form import SentRow, comparable
from sosach.forms.visits import FOUND_CHILDREN, VISIT_LIST
from sosach.intake.form_answer import read_form
from sosach.intake.options import ReadingOptions
from sosach.outputs.form_workbook import Cover, Instruction, write_form
from sosach.outputs.shown import day, whole
from sosach.outputs.visit_page import PageHead, visit_page
from sosach.outputs.whole_files import whole_files

_HEAD = 16  # digits of a hash that a paper shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What the list is called and where it goes."""

    code: str  # “RS-0006”
    unit: str  # “xã Hòa Mẫu”
    hamlet: str  # “Thôn Bến Cỏ”
    plan: str  # “Kế hoạch số 45/KH-UBND ngày 02/6/2026”
    sent_on: date
    due: date | None = None
    log_head: str = ""  # hash of the log's last event when the list was made


@dataclass(frozen=True, slots=True)
class WrittenVisit:
    """What was written and found as it was meant."""

    workbook: Path
    page: Path  # to print
    sha256: str  # of the workbook


def write_visit(workbook: Path, visit: Visit, listed: VisitList) -> WrittenVisit:
    """Writes the workbook and, beside it, the page to print; both or none.

    Args:
        workbook: path of the .xlsx; the page has the same name and ends in .html.
        visit: what is said about the list.
        listed: its rows.

    Raises:
        Refused: the place cannot be written, or what was written reads differently.
    """
    page = workbook.with_suffix(".html")
    with whole_files(workbook.absolute().parent) as files:
        fresh = files.fresh(workbook)
        write_form(fresh, VISIT_LIST, listed.sent, _cover(visit, listed))
        _prove(fresh, listed.sent)
        sha256 = hashlib.sha256(fresh.read_bytes()).hexdigest()
        head = PageHead(
            title=_title(visit), code=visit.code, plan=visit.plan, unit=visit.unit, hamlet=visit.hamlet,
            due=visit.due, log_head=visit.log_head,
        )  # fmt: skip
        files.fresh(page).write_text(visit_page(listed, head), encoding="utf-8")
    return WrittenVisit(workbook, page, sha256)


def _prove(path: Path, rows: Sequence[SentRow]) -> None:
    """Reads the file as it will be read when it comes back."""
    back = [
        (row.code, tuple(comparable(fact or "") for fact in row.facts), bool(row.answers))
        for row in read_form(path, VISIT_LIST, ReadingOptions()).rows
    ]
    if back != [(row.code, tuple(map(comparable, row.facts)), False) for row in rows]:
        raise refused("output_differs", file=path.name)


def _title(visit: Visit) -> str:
    return f"Phiếu rà soát {visit.code}, {visit.hamlet}, {visit.unit}"


def _cover(visit: Visit, listed: VisitList) -> Cover:
    return Cover(
        title=_title(visit),
        footer=f"{visit.code} · {visit.hamlet} · có thông tin cá nhân, thu lại và hủy khi kết thúc chiến dịch",
        on=visit.sent_on,
        instructions=_instructions(visit, listed),
        properties={"sosach.batch": visit.code},
        frozen=5,
        more=(FOUND_CHILDREN,),
    )


def _instructions(visit: Visit, listed: VisitList) -> Sequence[Instruction]:
    households = len({(row.sent.facts[0], row.sent.facts[1]) for row in listed.rows})
    due = (("Ngày trả", day(visit.due)),) if visit.due else ()
    return (
        ("Phiếu", f"{visit.code}, {visit.hamlet}, {visit.unit}, ngày {day(visit.sent_on)}"),
        ("Gồm", f"{whole(len(listed.rows))} câu hỏi ở {whole(households)} hộ"),
        *due,
        ("Ghi ở đâu", "Chỉ ghi vào các cột có tiêu đề màu vàng, mỗi dòng một câu hỏi; chưa hỏi được thì để trống."),
        ("Số định danh", "Xem giấy khai sinh hoặc thẻ căn cước rồi ghi đủ 12 chữ số; không chụp ảnh giấy tờ."),
        ("Số có đúng không", "Chọn “Đúng”; nếu sai, ghi số đúng vào ô “Trả lời”."),
        ("Trẻ chưa có", f"Trẻ mới sinh, mới đến: ghi vào trang tính “{FOUND_CHILDREN.sheet}”, mỗi trẻ một dòng."),
        ("Không đổi", "Cột “Mã dòng” và dòng tiêu đề."),
        *((("Mã nhật ký", visit.log_head[:_HEAD]),) if visit.log_head else ()),
        ("Bảo mật", "Không gửi qua Zalo hoặc mạng xã hội; tệp và bản in trả lại Phòng Văn hóa – Xã hội."),
    )
