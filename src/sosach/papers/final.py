"""The report that closes the campaign: what was there before, what is there now, who is followed up and where.

Only figures are drafted; the judgement is the office's own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sosach.campaign.balance import Left
from sosach.campaign.days_in_words import short
from sosach.papers import basis, letterhead, monthly, sentences, weekly_beneficiaries, weekly_children, words
from sosach.papers.annexes import annex_sections, footer
from sosach.papers.document import Block, Cell, Paper, Part, Section, Style, Table, lead, row, table, text
from sosach.papers.edited import narrative, numbered
from sosach.papers.named import Named
from sosach.papers.police_sentences import exchange_table
from sosach.papers.situation import OF_WHOM, Situation
from sosach.papers.together import HEADS, UNITS, Together, extended, issued, lists, together

_REASONS = {"children": weekly_children.REASONS, "beneficiaries": weekly_beneficiaries.REASONS}

_FOLLOWED = (
    ("Chờ đăng ký khai sinh", ("awaiting_registration",), "Văn phòng HĐND-UBND xã"),
    ("Chờ cải chính hoặc đối chiếu hộ tịch", ("awaiting_civil",), "Văn phòng HĐND-UBND xã"),
    ("Đang đối chiếu tại Công an xã", ("at_police",), "Công an xã"),
    ("Đã có kết quả, đang xử lý tiếp", ("returned_open",), "Phòng VH-XH, Công an xã"),
    ("Chưa rà soát được tại hộ", ("not_reviewed",), "Phòng VH-XH"),
    ("Đã giải quyết, chờ cập nhật lên phần mềm", ("ready_to_upload",), "Phòng VH-XH"),
)

_BEFORE_AFTER = (
    ("Số người", "period.opening", "cumulative.closing"),
    ("Có số đúng cấu trúc", "period.id_valid_before", "cumulative.id_valid"),
    ("Không có số", "period.id_missing_before", "cumulative.id_missing"),
    ("Số sai hoặc cần xác minh", "period.id_wrong_before", "cumulative.id_wrong"),
)


def final(situation: Situation, registers: Sequence[str]) -> Paper:
    """The report."""
    told = together(situation, registers)
    office = situation.office
    report = f"Báo cáo số        /BC-UBND ngày      tháng      năm {situation.cut_off.year} của UBND {office.unit}"
    parts = (
        letterhead.head(office, "BC-UBND", situation.cut_off),
        letterhead.title("BÁO CÁO", f"Tổng kết chiến dịch “{office.campaign}” trên địa bàn {office.unit}"),
        letterhead.addressed([basis.province_addressee(situation.plan)]),
        Part("body", tuple(_body(told))),
        letterhead.signature(office, basis.recipients(situation)),
    )
    annexes = [_annex(told, "Phụ lục I", "SỐ LIỆU TRƯỚC VÀ SAU CHIẾN DỊCH", _before_after(told), report)]
    if any(named.figures["batches"] for named in told.registers):
        annexes.append(_annex(told, "Phụ lục II", "CÁC ĐỢT GIAO - NHẬN VỚI CÔNG AN XÃ", _exchanges(told), report))
    own = annex_sections(situation, told.registers, report, after=len(annexes))
    title = f"Báo cáo {situation.figures['number']}"
    return Paper(title, (Section(parts), *annexes, *own), not situation.approved, numbers=told.printed)


def _annex(told: Together, mark: str, title: str, blocks: Sequence[Block], report: str) -> Section:
    heads = (text(mark, Style.ANNEX), text(title, Style.ANNEX), text(f"(Kèm theo {report})", Style.CENTRED))
    return Section((Part(mark, (*heads, *blocks)),), landscape=True, footer=footer(told.situation.figures))


def _body(told: Together) -> Iterator[Block]:
    situation = told.situation
    office = situation.office
    span = f"từ ngày {short(situation.first_day)} đến ngày {short(situation.cut_off)}"
    yield text(
        f"Thực hiện {office.plan} của Ủy ban nhân dân (UBND) {office.unit}, UBND xã báo cáo kết quả tổng kết chiến "
        "dịch "
        f"{span}, như sau:"
    )
    yield from basis.replaced(situation, told.printed)
    yield text("I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", Style.SECTION)
    work = " ".join([f"{issued(told)}{_reported(told)}.", *extended(told), lists(told)])
    yield from narrative(situation, "work", [work])
    yield text("II. KẾT QUẢ THỰC HIỆN", Style.SECTION)
    for number, named in enumerate(told.registers, 1):
        yield lead(f"{number}. {OF_WHOM[named.register].capitalize()}.", _result(situation, named))
    number = len(told.registers) + 1
    yield lead(f"{number}. Phối hợp với Công an xã.", _police(told))
    yield lead(f"{number + 1}. Biến động trong chiến dịch.", " ".join(_moved(named) for named in told.registers))
    yield text("III. ĐÁNH GIÁ CHUNG", Style.SECTION)
    yield from narrative(situation, "difficulties", _judged(told))
    yield from _followed(told)
    yield text("V. NHIỆM VỤ DUY TRÌ", Style.SECTION)
    yield from narrative(situation, "tasks", numbered(_KEPT_UP))
    yield text("VI. KIẾN NGHỊ, ĐỀ XUẤT", Style.SECTION)
    yield from narrative(situation, "proposals", _proposals(told) or ["Không có."])
    yield text(f"Trên đây là báo cáo tổng kết chiến dịch của UBND {office.unit}./.", Style.CLOSING)


_KEPT_UP = [
    "Hằng tháng kết xuất, kiểm tra lại dữ liệu; cập nhật trẻ mới sinh, mới đến, đủ 16 tuổi, người hưởng đã mất hoặc "
    "thôi hưởng.",
    "Văn phòng HĐND-UBND xã cung cấp danh sách trẻ mới khai sinh hằng tuần.",
    "Hủy bản in, tệp làm việc có thông tin cá nhân theo quy định sau khi kết thúc chiến dịch.",
]


def _reported(told: Together) -> str:
    """Whether the weekly reports were approved in their time."""
    due, in_time = told.situation.reports.get("due", 0), told.situation.reports.get("in_time", 0)
    if not in_time:
        return ""
    if due == in_time:
        return "; báo cáo tuần đúng hạn"
    return f"; báo cáo tuần {told.number('reports.in_time', in_time)}/{told.number('reports.due', due)} kỳ đúng hạn"


def _result(situation: Situation, named: Named) -> str:
    unit = UNITS[named.register]
    parts = [_numbers(situation, named)] if named.now("closing") else []
    if not named.now("to_review"):
        return " ".join([*parts, f"Không có {unit} thuộc đối tượng rà soát."])
    reviewed = f"Đã rà soát toàn bộ {named.counted('cumulative.to_review')} {unit} thuộc đối tượng rà soát"
    if named.now("not_reviewed"):
        part = named.part("cumulative.reviewed", "cumulative.to_review")
        reviewed = f"Đã rà soát {part} {unit} thuộc đối tượng rà soát"
    return " ".join([*parts, f"{reviewed}; {_uploaded(named, unit)}.", *_new(named, unit)])


def _uploaded(named: Named, unit: str) -> str:
    if not named.now("uploaded"):
        return "chưa cập nhật trường hợp nào lên phần mềm"
    share = named.share("cumulative.uploaded", "cumulative.to_review")
    told = f"cập nhật lên phần mềm {named.counted('cumulative.uploaded')} {unit}, đạt {share}"
    return f"{told}; {_confirmed(named, unit)}"


def _numbers(situation: Situation, named: Named) -> str:
    unit = UNITS[named.register]
    told = (
        f"Trong {named.counted('cumulative.closing')} {unit} quản lý đến ngày {short(situation.cut_off)}, "
        f"{named.there_are('cumulative.id_valid', unit)} có số định danh đúng cấu trúc"
    )
    if named.now("id_valid"):
        told += f", đạt {named.share('cumulative.id_valid', 'cumulative.closing')}"
    if named.period("opening"):
        share = named.share("period.id_valid_before", "period.opening")
        part = named.part("period.id_valid_before", "period.opening")
        told += f"; khi bắt đầu chiến dịch là {share} ({part} {unit})"
    return f"{told}."


def _confirmed(named: Named, unit: str) -> str:
    """What a later export says of those uploaded."""
    compared = named.now("confirmed") + named.now("missing") + named.now("different")
    if not compared:
        return "chưa đối chiếu với tệp kết xuất sau cập nhật"
    if compared == named.now("confirmed") == named.now("uploaded"):
        return f"phần mềm đã ghi nhận toàn bộ {named.counted('cumulative.confirmed')} {unit}"
    told = f"phần mềm đã ghi nhận {named.part('cumulative.confirmed', 'cumulative.uploaded')} {unit}"
    if named.now("missing") + named.now("different"):
        rest = named.together("cumulative.missing", "cumulative.different")
        told += f", còn {rest} {unit} chưa ghi nhận hoặc ghi khác, đang cập nhật lại"
    return told


def _new(named: Named, unit: str) -> Iterator[str]:
    done, left = named.now("not_in_register_settled"), named.now("not_in_register_open")
    parts = []
    if done:
        parts.append(f"đã bổ sung {named.counted('cumulative.not_in_register_settled')} {unit} phát sinh mới")
    if left:
        parts.append(f"còn {named.counted('cumulative.not_in_register_open')} {unit} phát sinh mới chưa bổ sung")
    told = "; ".join(parts) or f"không có {unit} phát sinh mới chưa có trên phần mềm"
    yield f"{told[0].upper()}{told[1:]}."


def _police(told: Together) -> str:
    batches = [one for named in told.registers for one in named.figures["batches"]]
    if not batches:
        return "Không có danh sách chuyển Công an xã."
    sent = told.together("cumulative.sent_entries")
    answered = monthly.answered(told)
    if all(one["complete_on"] for one in batches):
        answered = f"nhận đủ kết quả {told.together('cumulative.answered_entries')} lượt"
    in_time = [one for one in batches if one["complete_on"] and one["complete_on"] <= one["due"]]
    share = "không có danh sách nào trả đủ đúng hạn"
    if in_time:
        number = told.number("lists.in_time", len(in_time))
        share = f"{number}/{told.number('lists.sent', len(batches))} danh sách trả đúng hạn"
    late = "".join(
        f", danh sách {one['code']} trả đủ sau hạn {words.counted(one['days_late_at_end'])} ngày"
        for one in batches
        if one["days_late_at_end"]
    )
    for named in told.registers:
        for one in named.figures["batches"]:
            named.counted(f"batches.{one['code']}.days_late_at_end")
    return (
        f"Đã chuyển {told.number('lists.sent', len(batches))} danh sách với {sent} lượt"
        f"{told.each('cumulative.sent_entries', lambda _: 'lượt')}, {answered}; {share}{late}."
    )


def _moved(named: Named) -> str:
    unit = UNITS[named.register]
    added = f"tăng {named.counted('period.added')} {unit}" if named.period("added") else f"không có {unit} tăng"
    reasons: dict[Left, str] = _REASONS[named.register]
    told = sentences.decrease(named, reasons, unit)
    return f"{OF_WHOM[named.register].capitalize()}: {added}; {told}."


def _judged(told: Together) -> list[str]:
    """Strengths and weaknesses as far as figures tell them; the office writes its own."""
    good = "Dữ liệu đã được rà soát; mỗi thay đổi đều có nguồn và được lưu vết"
    compared = sum(named.now(name) for named in told.registers for name in ("confirmed", "missing", "different"))
    if compared:
        confirmed = told.together("cumulative.confirmed")
        good += f"; phần mềm đã ghi nhận {confirmed}/{told.together('cumulative.uploaded')} trường hợp cập nhật"
    found = [f"1. Ưu điểm: {good}."]
    left = [
        f"{named.counted('cumulative.remaining')} {'trẻ' if named.register == 'children' else 'đối tượng bảo trợ'}"
        for named in told.registers
        if named.now("remaining")
    ]
    weak = f"còn {' và '.join(left)} chưa hoàn thành" if left else "không còn trường hợp chưa hoàn thành"
    found.append(f"2. Tồn tại, hạn chế: {weak}.")
    return [*found, f"3. Nguyên nhân: {'; '.join(_causes(told)) or 'không có'}."]


def _causes(told: Together) -> Iterator[str]:
    for named in told.registers:
        if _was_impossible(told, named):
            whom = OF_WHOM[named.register]
            yield f"thời gian rà soát {whom} trong Kế hoạch ngắn hơn một chu kỳ giao - nhận với Công an xã"
        if named.now("awaiting_registration"):
            yield f"{named.counted('cumulative.awaiting_registration')} trẻ chưa đăng ký khai sinh"
        if named.now("trait_old_id"):
            yield f"{named.counted('cumulative.trait_old_id')} hồ sơ chỉ có số chứng minh nhân dân 9 chữ số"


def _followed(told: Together) -> Iterator[Block]:
    yield text("IV. TRƯỜNG HỢP CHUYỂN THEO DÕI SAU CHIẾN DỊCH", Style.SECTION)
    if not any(named.now("remaining") for named in told.registers):
        yield text("Không còn trường hợp chưa hoàn thành.")
        return
    rows: list[tuple[Cell, ...]] = []
    for label, names, office in _FOLLOWED:
        numbers = [sum(named.now(name) for name in names) for named in told.registers]
        if any(numbers):
            rows.append(row(len(rows) + 1, label, *map(words.plain, numbers), office))
    totals = [words.plain(named.now("remaining")) for named in told.registers]
    rows.append(row("", "Cộng", *totals, "", bold=True))
    heads = [HEADS[named.register] for named in told.registers]
    yield table(("TT", "Lý do", *heads, "Cơ quan theo dõi"), rows, (0.5, 3.4, *[1.2] * len(heads), 2.2))


def _proposals(told: Together) -> list[str]:
    if not any(_was_impossible(told, named) for named in told.registers):
        return []
    return [
        "Đề nghị UBND tỉnh, Sở Y tế khi ban hành kế hoạch chung tính đủ một chu kỳ giao - nhận với Công an cấp xã "
        "trong giai đoạn rà soát."
    ]


def _was_impossible(told: Together, named: Named) -> bool:
    return replace(told.situation, extensions=()).conflict(named.register) is not None


def _before_after(told: Together) -> list[Block]:
    situation = told.situation
    heads = ["Chỉ tiêu"]
    for named in told.registers:
        opens = _first_day(situation, named)
        heads += [
            f"{HEADS[named.register]}: đầu ({opens})",
            f"{HEADS[named.register]}: cuối ({short(situation.cut_off)})",
        ]
    rows = [
        row(label, *(words.plain(named.value(name)) for named in told.registers for name in (before, after)))
        for label, before, after in _BEFORE_AFTER
    ]
    shares = [
        words.cell_share(named.value(part), named.value(whole))
        for named in told.registers
        for part, whole in (("period.id_valid_before", "period.opening"), ("cumulative.id_valid", "cumulative.closing"))
    ]
    rows.append(row("Tỷ lệ có số đúng cấu trúc (%)", *shares))
    return [table(heads, rows, (3.0, 1.4), words=1), _groups(told)]


def _first_day(situation: Situation, named: Named) -> str:
    opened = named.figures["opened_on"]
    return short(max(date.fromisoformat(opened), situation.first_day) if opened else situation.first_day)


def _groups(told: Together) -> Table:
    heads = ["Nhóm (lũy kế)"]
    for named in told.registers:
        heads += [f"{HEADS[named.register]}: phát hiện", "giải quyết", "còn"]
    rows = [
        row(
            label,
            *(words.plain(named.figures["groups"][group][how]) for named in told.registers for how in _HOW),
        )
        for group, label in sentences.GROUP_WORDS.items()
    ]
    for label, names in _SUMS.items():
        rows.append(row(label, *(words.plain(named.now(n)) for named in told.registers for n in names), bold=True))
    return table(heads, rows, (3.0, 1.2), words=1)


_HOW = ("found", "settled", "open")
_SUMS = {
    "Cộng lượt": ("entries", "entries_settled", "entries_open"),
    "Số người": ("to_review", "settled_persons", "open_persons"),
}


def _exchanges(told: Together) -> list[Block]:
    blocks: list[Block] = []
    for named in told.registers:
        if named.figures["batches"]:
            blocks += [text(HEADS[named.register], Style.CLAUSE), exchange_table(named)]
    return blocks
