"""Letters that follow from the campaign: a deadline that cannot be met, a child that two communes hold.

A letter names nobody; who it is about stands on a sheet of its own that goes in a closed envelope. What the plan or the
data do not say stays open: the telephone, the addressee's answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sosach.campaign.cycles import Cycle
from sosach.campaign.days_in_words import long, short, weekday_name
from sosach.campaign.extension import proposed_extension
from sosach.papers import letterhead, police_sentences, sentences
from sosach.papers.basis import orders
from sosach.papers.document import Block, Paper, Part, Section, Style, row, table, text
from sosach.papers.named import Named
from sosach.papers.situation import OF_WHOM, Situation
from sosach.papers.words import counted

_SYMBOL = "UBND-VHXH"
_DAYS_TO_ANSWER = 10  # working days
_PHONE = "…………………"
_OWN = ("Chủ tịch, các PCT UBND xã (b/c)", "Công an xã; Phòng VH-XH", "Lưu: VT, VHXH")


def extension_letter(situation: Situation, register: str) -> Paper | None:
    """Asks for a deadline that can be met; None where the plan can be kept, or nothing is left.

    Args:
        situation: the figures of the last report.
        register: whose deadline it is.
    """
    printed: dict[str, str] = {}
    named = situation.of(register, printed)
    conflict = situation.conflict(register)
    day = sentences.proposed_day(situation, named)
    if conflict is None or day is None:
        return None
    whom = OF_WHOM[register]
    office = situation.office
    province = office.province
    parts = (
        letterhead.head(office, _SYMBOL, situation.cut_off, f"V/v đề nghị gia hạn thời gian cập nhật dữ liệu {whom}"),
        letterhead.addressed([f"Sở Y tế {province} (Chi cục Dân số và Trẻ em)"]),
        Part("body", tuple(_extension(situation, named, day))),
        letterhead.signature(office, ("Như kính gửi", *_OWN)),
    )
    return Paper(f"Đề nghị gia hạn {register}", (Section(parts),), not situation.approved, numbers=printed)


def _extension(situation: Situation, named: Named, day: date) -> Iterator[Block]:
    conflict = situation.conflict(named.register)
    if conflict is None:
        return
    office, whom, unit = situation.office, OF_WHOM[named.register], sentences.noun_of(named)
    yield text(
        f"Thực hiện {orders(situation.plan).removesuffix(' và ') or 'nhiệm vụ được giao'}, UBND {office.unit} đã ban "
        f"hành {office.plan}, trong đó thời gian hoàn thành cập "
        f"nhật dữ liệu {whom} là đến ngày {short(conflict.due)}."
    )
    yield text(_how_far(situation, named))
    days = named.number("conflict.days", (conflict.earliest - conflict.due).days)
    cause = (
        f"Nguyên nhân: {sentences.why_impossible(situation, named.register)} vào {long(conflict.earliest)}, sau thời "
        "hạn "
        f"hoàn thành {days} ngày."
    )
    if named.now("awaiting_registration"):
        told = named.counted("cumulative.awaiting_registration")
        cause += f" Ngoài ra, có {told} {unit} chưa đăng ký khai sinh nên chưa thể có số định danh."
    yield text(cause)
    cycles = _cycles(situation, named)
    yield text(
        f"Để bảo đảm dữ liệu được đối chiếu đầy đủ, UBND {office.unit} đề nghị Sở Y tế (Chi cục Dân số và Trẻ em) xem "
        "xét, "
        f"cho phép gia hạn thời gian hoàn thành cập nhật dữ liệu {whom} đến hết ngày {short(day)}, đủ cho "
        f"{named.number('cycles', len(cycles))} chu kỳ giao - nhận tiếp theo:"
    )
    yield _cycle_table(situation, named, cycles, day)
    if named.now("awaiting_registration"):
        yield text(
            f"Trường hợp chưa đăng ký khai sinh sau ngày {short(day)} được lập danh sách theo dõi riêng, cập nhật ngay "
            "khi "
            "hoàn thành thủ tục."
        )
    yield text(f"UBND {office.unit} kính đề nghị Sở Y tế xem xét, hướng dẫn./.", Style.CLOSING)


def _how_far(situation: Situation, named: Named) -> str:
    unit = sentences.noun_of(named)
    reviewed = "chưa rà soát trường hợp nào"
    if named.now("reviewed"):
        part = named.part("cumulative.reviewed", "cumulative.to_review")
        share = named.share("cumulative.reviewed", "cumulative.to_review")
        reviewed = f"đã rà soát {part} {unit} thuộc đối tượng rà soát ({share})"
    parts = [f"Đến 17 giờ 00 ngày {short(situation.cut_off)}, xã {reviewed}"]
    if named.now("sent_entries"):
        parts.append(f"chuyển Công an xã đối chiếu {named.counted('cumulative.sent_entries')} trường hợp")
    if named.now("uploaded"):
        share = named.share("cumulative.uploaded", "cumulative.to_review")
        parts.append(f"cập nhật lên phần mềm {named.counted('cumulative.uploaded')} {unit} ({share})")
    left = named.counted("cumulative.remaining")
    return f"{', '.join(parts)}. Còn {left} {unit} chưa hoàn thành, gồm: {sentences.stages(named)}."


def _cycles(situation: Situation, named: Named) -> tuple[Cycle, ...]:
    many = 2 if named.now("not_reviewed") or named.now("returned_open") else 1
    found = proposed_extension(situation.plan, named.register, after=situation.cut_off, cycles=many)
    return found.cycles if found else ()


def _cycle_table(situation: Situation, named: Named, cycles: Sequence[Cycle], day: date) -> Block:
    prefix, _, first = police_sentences.next_code(named).rpartition("-")
    rows = []
    for place, cycle in enumerate(cycles):
        until = day if place == len(cycles) - 1 else situation.plan.holidays.later(cycle.back, 2)
        rows.append(
            row(
                f"{prefix}-{int(first) + place:02}",
                f"{short(cycle.send)} ({weekday_name(cycle.send)})",
                f"{short(cycle.back)} ({weekday_name(cycle.back)})",
                f"hết ngày {short(until)}",
            )
        )
    heads = ("Đợt", "Chuyển Công an xã", "Nhận kết quả", "Cập nhật phần mềm xong trước")
    return table(heads, rows, (1.0, 2.2, 2.2, 2.4), words=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTwice:
    """A child that another commune may hold as well; values as shown."""

    record_code: str
    full_name: str
    birth_date: str
    sex: str
    personal_id: str
    parents: str
    address: str
    point: str  # what is to be verified


def held_twice_letter(situation: Situation, commune: str, children: Sequence[HeldTwice]) -> Paper:
    """Asks another commune about children that it may hold, too; names stand on the closed sheet alone.

    Args:
        situation: the plan, and the day of the letter (its cut-off).
        commune: “xã Tân Mẫu”.
        children: at least one.
    """
    office = situation.office
    one = len(children) == 1
    many = counted(len(children))
    sheet = "Phiếu" if one else "Danh sách"
    subject = f"V/v phối hợp xác minh {'một' if one else many} trường hợp trẻ em có trong dữ liệu của hai xã"
    answer_by = short(situation.plan.holidays.later(situation.cut_off, _DAYS_TO_ANSWER))
    blocks = (
        text(
            f"Qua rà soát dữ liệu trên Hệ thống quản lý thông tin trẻ em tại cơ sở theo {office.plan}, Ủy ban nhân dân "
            "(UBND) "
            f"{office.unit} nhận thấy có {many} trường hợp trẻ em có thể đang được quản lý đồng thời tại {office.unit} "
            "và "
            f"{commune} (thông tin tại {sheet} kèm theo, gửi trong phong bì riêng)."
        ),
        text(
            "Để bảo đảm mỗi trẻ em chỉ được quản lý tại một nơi và không gián đoạn chính sách của trẻ, UBND "
            f"{office.unit} đề nghị UBND {commune} phối hợp:"
        ),
        text("1. Xác minh nơi trẻ đang thực tế cư trú và thông tin hồ sơ tại quý đơn vị."),
        text("2. Thống nhất nơi tiếp tục quản lý; xã còn lại làm thủ tục chuyển trên phần mềm, không xóa hồ sơ."),
        text(f"3. Trả lời bằng văn bản trước ngày {answer_by}."),
        text(f"Thông tin liên hệ: Phòng Văn hóa - Xã hội {office.unit}, điện thoại: {_PHONE}"),
        text("Rất mong nhận được sự phối hợp của quý đơn vị./.", Style.CLOSING),
    )
    parts = (
        letterhead.head(office, _SYMBOL, situation.cut_off, subject),
        letterhead.addressed([f"Ủy ban nhân dân {commune}"]),
        Part("body", blocks),
        letterhead.signature(office, ("Như kính gửi", "Phòng VH-XH", "Lưu: VT, VHXH")),
    )
    return Paper(f"Xác minh trẻ em có ở hai xã: {commune}", (Section(parts),), not situation.approved)


def held_twice_sheet(situation: Situation, commune: str, children: Sequence[HeldTwice]) -> Paper:
    """The closed enclosure: what our register holds; the other side is for the other commune to fill in."""
    office = situation.office
    blocks: list[Block] = [
        text("PHIẾU THÔNG TIN", Style.TITLE),
        text("(gửi kèm Công văn, đóng phong bì niêm phong)", Style.CENTRED),
    ]
    for child in children:
        rows = [
            row("Mã hồ sơ", child.record_code, "đề nghị đối chiếu"),
            row("Họ và tên; ngày sinh; giới tính", f"{child.full_name}; {child.birth_date}; {child.sex}", ""),
            row("Số định danh", child.personal_id, ""),
            row("Họ tên mẹ; cha", child.parents, ""),
            row("Nơi ở ghi trong hồ sơ", child.address, ""),
            row("Điểm cần xác minh", child.point, ""),
        ]
        heads = ("Nội dung", f"Hồ sơ tại {office.unit}", f"Hồ sơ có thể tại {commune}")
        blocks.append(table(heads, rows, (1.4, 2.2, 1.8), words=3))
    footer = "Phiếu có thông tin cá nhân của trẻ em, chỉ dùng để xác minh"
    return Paper(f"Phiếu kèm: {commune}", (Section((Part("body", tuple(blocks)),), footer=footer),))
