"""The monthly report on both registers (the plan, III.7: before the 15th): figures side by side, and what they say."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sosach.campaign.days_in_words import short
from sosach.papers import basis, letterhead, sentences
from sosach.papers.annexes import annex_sections
from sosach.papers.document import Block, Paper, Part, Section, Style, lead, text
from sosach.papers.edited import narrative, numbered
from sosach.papers.named import Named
from sosach.papers.situation import OF_WHOM, Situation
from sosach.papers.together import (
    UNITS,
    Together,
    exported,
    extended,
    figures_table,
    issued,
    lists,
    together,
)

_TABLE = {
    "Số người đầu kỳ ({opening})": "period.opening",
    "Giảm: đủ 16 tuổi / thôi hưởng": "period.turned_16+period.ended",
    "Giảm: chuyển đi": "period.moved_out",
    "Giảm: đã mất": "period.deceased",
    "Giảm: trùng đã gộp, rút lại": "period.merged+period.withdrawn",
    "Tăng: mới phát sinh": "period.added",
    "Số người cuối kỳ = 1 − 2 − 3 − 4 − 5 + 6": "cumulative.closing",
    "Có số định danh đúng cấu trúc": "cumulative.id_valid",
    "Không có số định danh": "cumulative.id_missing",
    "Số định danh sai hoặc cần xác minh": "cumulative.id_wrong",
    "Tỷ lệ có số đúng cấu trúc = 8 : 7 (%)": "cumulative.id_valid:cumulative.closing",
    "Thuộc đối tượng rà soát": "cumulative.to_review",
    "Đã rà soát": "cumulative.reviewed",
    "Chưa rà soát": "cumulative.not_reviewed",
    "Chờ đối chiếu hoặc đăng ký hộ tịch": "cumulative.awaiting_registration+cumulative.awaiting_civil",
    "Đang đối chiếu tại Công an xã": "cumulative.at_police",
    "Đã có kết quả, đang xử lý tiếp": "cumulative.returned_open",
    "Sẵn sàng cập nhật": "cumulative.ready_to_upload",
    "Đã cập nhật lên phần mềm": "cumulative.uploaded",
    "Còn lại = 12 − 19": "cumulative.remaining",
    "Tỷ lệ cập nhật = 19 : 12 (%)": "cumulative.uploaded:cumulative.to_review",
}

_MONTH_OF = timedelta(days=14)  # a report before the 15th tells of the month before


def monthly(situation: Situation, registers: Sequence[str]) -> Paper:
    """The report."""
    told = together(situation, registers)
    office = situation.office
    report = f"Báo cáo số        /BC-UBND ngày      tháng      năm {situation.cut_off.year} của UBND {office.unit}"
    parts = (
        letterhead.head(office, "BC-UBND", situation.cut_off),
        letterhead.title(
            "BÁO CÁO",
            f"Kết quả chuẩn hóa và làm sạch dữ liệu {told.whom}",
            f"{month(situation.cut_off)} (số liệu đến ngày {short(situation.cut_off)})",
        ),
        letterhead.addressed([basis.province_addressee(situation.plan)]),
        Part("body", tuple(_body(told))),
        letterhead.signature(office, basis.recipients(situation)),
    )
    annexes = annex_sections(situation, told.registers, report)
    title = f"Báo cáo {situation.figures['number']}"
    return Paper(title, (Section(parts), *annexes), not situation.approved, numbers=told.printed)


def month(cut_off: date) -> str:
    """“tháng 6 năm 2026”."""
    day = cut_off - _MONTH_OF
    return f"tháng {day.month:02} năm {day.year}" if day.month < 3 else f"tháng {day.month} năm {day.year}"


def _body(told: Together) -> Iterator[Block]:
    situation = told.situation
    office = situation.office
    span = f"từ ngày {short(situation.first_day)} đến ngày {short(situation.cut_off)}"
    yield text(
        f"Thực hiện {office.plan} của Ủy ban nhân dân (UBND) {office.unit}, UBND xã báo cáo kết quả thực hiện {span}, "
        "như sau:"
    )
    yield from basis.replaced(situation, told.printed)
    yield text("I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", Style.SECTION)
    work = " ".join([f"{issued(told)}{exported(told)}.", *extended(told), lists(told)])
    yield from narrative(situation, "work", [work])
    yield text("II. KẾT QUẢ THỰC HIỆN", Style.SECTION)
    yield figures_table(told, _TABLE, _openings(told))
    for number, named in enumerate(told.registers, 1):
        yield lead(f"{number}. {_capital(OF_WHOM[named.register])}.", _progress(named))
        if named.now("to_review"):
            yield sentences.group_table(named, UNITS[named.register], ("Nhóm", "Lũy kế (lượt)"))
    yield lead(f"{len(told.registers) + 1}. Giao - nhận với Công an xã.", _exchange(told))
    yield text("III. KHÓ KHĂN, VƯỚNG MẮC", Style.SECTION)
    nothing = "Trong kỳ không phát sinh khó khăn, vướng mắc."
    yield from narrative(situation, "difficulties", numbered(_difficulties(told)) or [nothing])
    yield text("IV. NHIỆM VỤ THÁNG TỚI", Style.SECTION)
    yield from narrative(situation, "tasks", numbered(_tasks(told)) or [sentences.KEEP_ON])
    yield text("V. KIẾN NGHỊ, ĐỀ XUẤT", Style.SECTION)
    yield from narrative(situation, "proposals", numbered(_proposals(told)) or ["Không có."])
    yield text(f"Trên đây là báo cáo {month(situation.cut_off)} của UBND {office.unit}./.", Style.CLOSING)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _openings(told: Together) -> str:
    """The days of which the opening figures are: of the first report each register's first file."""
    opens = told.situation.first_day - timedelta(days=1)
    first = [
        max(date.fromisoformat(named.figures["opened_on"] or opens.isoformat()), opens) for named in told.registers
    ]
    return "; ".join(dict.fromkeys(short(day) for day in first))


def _progress(named: Named) -> str:
    unit = UNITS[named.register]
    if not named.now("to_review"):
        return f"Không có {unit} thuộc đối tượng rà soát."
    reviewed = f"Đã rà soát toàn bộ {named.counted('cumulative.to_review')} {unit} thuộc đối tượng rà soát"
    if named.now("not_reviewed"):
        part = named.part("cumulative.reviewed", "cumulative.to_review")
        share = named.share("cumulative.reviewed", "cumulative.to_review")
        left = named.counted("cumulative.not_reviewed")
        reviewed = f"Đã rà soát {part} {unit}, đạt {share}; còn {left} {unit} chưa rà soát"
    uploaded = "chưa cập nhật trường hợp nào lên phần mềm"
    if named.now("uploaded"):
        share = named.share("cumulative.uploaded", "cumulative.to_review")
        uploaded = f"đã cập nhật {named.counted('cumulative.uploaded')} {unit}, đạt {share}"
    return f"{reviewed}; {uploaded}. Theo nhóm:"


def _exchange(told: Together) -> str:
    sent = sum(named.now("sent_entries") for named in told.registers)
    if not sent:
        return "Chưa chuyển danh sách nào cho Công an xã."
    parts = [
        f"Lũy kế đã chuyển Công an xã {told.together('cumulative.sent_entries')} lượt"
        f"{told.each('cumulative.sent_entries', _entries)}; {answered(told)}"
    ]
    waiting = list(_waiting(told))
    return (
        f"{'; '.join([*parts, *waiting] if waiting else [*parts, 'không còn danh sách chưa trả'])}.{_were_late(told)}"
    )


def answered(told: Together) -> str:
    """How many rows have come back."""
    if not any(named.now("answered_entries") for named in told.registers):
        return "chưa có kết quả nào"
    split = told.each("cumulative.answered_entries", _entries)
    return f"đã có kết quả {told.together('cumulative.answered_entries')} lượt{split}"


def _entries(_: Named) -> str:
    return "lượt"


def _waiting(told: Together) -> Iterator[str]:
    """What has not come back, list by list."""
    day = told.situation.cut_off.isoformat()
    for named in told.registers:
        for one in named.figures["batches"]:
            if one["unanswered"]:
                rest = named.counted(f"batches.{one['code']}.unanswered")
                due = short(date.fromisoformat(one["due"]))
                state = f"chưa đến hạn trả ({due})" if one["due"] >= day else f"quá hạn trả ({due})"
                yield f"{rest} lượt của đợt {one['code']} {state}"


def _were_late(told: Together) -> str:
    """The lists that came in full, though late."""
    late = [one for named in told.registers for one in named.figures["batches"] if one["days_late_at_end"]]
    return "".join(
        f" Đợt {one['code']} trả chậm so với hạn {short(date.fromisoformat(one['due']))}, nhận đủ ngày "
        f"{short(date.fromisoformat(one['complete_on']))}."
        for one in late
    )


def _difficulties(told: Together) -> list[str]:
    found: list[str] = []
    for named in told.registers:
        unit = UNITS[named.register]
        if named.now("awaiting_registration"):
            number = named.counted("cumulative.awaiting_registration")
            found.append(f"Còn {number} {unit} chưa đăng ký khai sinh, Văn phòng HĐND-UBND xã đang hướng dẫn gia đình.")
        if conflict := told.situation.conflict(named.register):
            found.append(sentences.impossible_deadline(told.situation, named, conflict))
        if named.now("overdue_entries"):
            number = named.counted("cumulative.overdue_entries")
            found.append(f"Còn {number} trường hợp {OF_WHOM[named.register]} quá hạn chưa được Công an xã trả kết quả.")
    return found + list(_cycle(told))


def _cycle(told: Together) -> Iterator[str]:
    """How long one case takes at least by the plan's own hand-over."""
    register = told.registers[0].register
    schedule = told.situation.plan.registers.get(register)
    cycle = told.situation.next_cycle(register)
    if schedule and schedule.hand_over and schedule.hand_over.weeks_later and cycle:
        days = (cycle.back_by_plan - cycle.send_by_plan).days
        yield (
            "Việc đối chiếu theo chu kỳ thứ Năm chuyển, thứ Tư tuần kế tiếp trả làm thời gian hoàn thành một trường "
            "hợp "
            f"kéo dài ít nhất {told.number('cycle.days', days)} ngày."
        )


def _tasks(told: Together) -> list[str]:
    found: list[str] = []
    for named in told.registers:
        whom = f"{UNITS[named.register]}" if named.register == "children" else "đối tượng bảo trợ"
        if named.now("not_reviewed"):
            found.append(f"Hoàn thành rà soát {named.counted('cumulative.not_reviewed')} {whom} còn lại.")
        if named.now("remaining"):
            found.append(f"Hoàn thành cập nhật {named.counted('cumulative.remaining')} {whom} còn lại.")
    if any(named.now("uploaded") for named in told.registers):
        found.append("Đối chiếu tệp kết xuất mới với dữ liệu đã cập nhật.")
    return found


def _proposals(told: Together) -> list[str]:
    found: list[str] = []
    for named in told.registers:
        day = sentences.proposed_day(told.situation, named) if told.situation.conflict(named.register) else None
        if day:
            found.append(
                f"Đề nghị UBND tỉnh, Sở Y tế cho phép gia hạn thời gian hoàn thành cập nhật dữ liệu "
                f"{OF_WHOM[named.register]} của xã đến hết ngày {short(day)}."
            )
    return found
