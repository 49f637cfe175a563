"""The weekly report on children to the province (the plan, III.7: before ten on Friday); also between free dates."""

from collections.abc import Iterator

from sosach.campaign.balance import Left
from sosach.campaign.days_in_words import short
from sosach.papers import basis, letterhead, police_sentences, sentences, words
from sosach.papers.annexes import annex_sections
from sosach.papers.document import Block, Paper, Paragraph, Part, Run, Section, Style, text
from sosach.papers.edited import narrative, numbered
from sosach.papers.named import Named
from sosach.papers.situation import Situation

REGISTER = "children"

REASONS = {
    Left.TURNED_SIXTEEN: "trẻ đủ 16 tuổi",
    Left.MOVED: "trẻ chuyển đi",
    Left.DECEASED: "trẻ đã mất",
    Left.MERGED: "hồ sơ trùng đã gộp",
    Left.ENDED: "trẻ thôi hưởng",
    Left.WITHDRAWN: "hồ sơ rút lại do hoàn tác lần nhập",
}


def weekly_children(situation: Situation) -> Paper:
    """The report."""
    printed: dict[str, str] = {}
    named = situation.of(REGISTER, printed)
    office = situation.office
    report = f"Báo cáo số        /BC-UBND ngày      tháng      năm {situation.cut_off.year} của UBND {office.unit}"
    parts = (
        letterhead.head(office, "BC-UBND", situation.cut_off),
        letterhead.title("BÁO CÁO", "Kết quả chuẩn hóa và làm sạch dữ liệu trẻ em", span(situation)),
        letterhead.addressed([basis.province_addressee(situation.plan)]),
        Part("body", tuple(_body(situation, named))),
        letterhead.signature(office, basis.recipients(situation)),
    )
    annexes = annex_sections(situation, [named], report)
    return Paper(
        f"Báo cáo {situation.figures['number']}", (Section(parts), *annexes), not situation.approved, numbers=printed
    )


def span(situation: Situation) -> str:
    """The days of the report, under its title."""
    days = f"từ ngày {short(situation.first_day)} đến ngày {short(situation.cut_off)}"
    return f"(tuần {days})" if situation.weekly else f"({days})"


def _body(situation: Situation, named: Named) -> Iterator[Block]:
    what = f"kết quả {'tuần ' if situation.weekly else ''}đối với dữ liệu trẻ em"
    yield text(basis.opening(situation, what))
    yield from basis.replaced(situation, named.printed)
    yield text("I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", Style.SECTION)
    yield from narrative(situation, "work", [_work(situation, named)])
    yield text("II. KẾT QUẢ THỰC HIỆN", Style.SECTION)
    yield from _results(situation, named)
    yield text("III. KHÓ KHĂN, VƯỚNG MẮC", Style.SECTION)
    yield from narrative(situation, "difficulties", numbered(_difficulties(situation, named)) or [nothing(situation)])
    yield text(sentences.tasks_heading(situation), Style.SECTION)
    yield from narrative(situation, "tasks", numbered(_tasks(situation, named)) or [sentences.KEEP_ON])
    yield text("V. KIẾN NGHỊ, ĐỀ XUẤT", Style.SECTION)
    yield from narrative(situation, "proposals", numbered(_proposals(situation, named)) or ["Không có."])
    yield text(
        f"Trên đây là báo cáo kết quả {situation.period_word} về chuẩn hóa và làm sạch dữ liệu trẻ em của UBND "
        f"{situation.office.unit}./.",
        Style.CLOSING,
    )


def _work(situation: Situation, named: Named) -> str:
    hamlets = named.counted("hamlet_count")
    told = (
        f"UBND xã tiếp tục chỉ đạo Phòng Văn hóa - Xã hội (VH-XH) chủ trì, phối hợp với "
        f"{basis.organisations_words(situation, REGISTER)} và {hamlets} thôn rà soát thông tin trẻ em tại hộ gia đình. "
        f"{police_sentences.exchanged(situation, named, 'trẻ')}"
    )
    extension = situation.extension(REGISTER)
    if extension:
        told += f" Thời hạn đã được gia hạn đến hết ngày {short(extension.until)} theo {extension.document}."
    return told


def _results(situation: Situation, named: Named) -> Iterator[Block]:
    yield text("1. Số trẻ em quản lý", Style.CLAUSE)
    yield text(_movement(situation, named))
    yield text("2. Tình trạng số định danh cá nhân", Style.CLAUSE)
    yield text(_numbers(situation, named))
    yield text("3. Trẻ em thuộc đối tượng rà soát", Style.CLAUSE)
    if not named.now("to_review"):
        yield text("Không có trẻ thuộc đối tượng rà soát.")
    else:
        yield from _to_review(situation, named)
    yield text("5. Đối chiếu với Công an xã" if named.now("to_review") else "4. Đối chiếu với Công an xã", Style.CLAUSE)
    yield from _police(named)
    if named.now("to_review"):
        yield text("6. Cập nhật lên phần mềm", Style.CLAUSE)
        yield text(sentences.upload_progress(named, f"Trong {situation.period_word}"))
    if not situation.leaves:
        yield Paragraph((Run("(Số liệu theo thôn tại Phụ lục kèm theo.)", italic=True),))


def _movement(situation: Situation, named: Named) -> str:
    in_period = f"Trong {situation.period_word}"
    added = "không có trẻ mới phát sinh"
    if named.period("added"):
        added = f"tăng {named.counted('period.added')} trẻ (mới sinh, mới đến hoặc phát hiện khi rà soát)"
    closing = f"Cuối kỳ {named.there_are('cumulative.closing', 'trẻ')}"
    compared = named.change("cumulative.closing", "period.opening", "trẻ")
    compared = f"{compared} so với đầu kỳ" if compared != "không thay đổi" else "không thay đổi so với đầu kỳ"
    return (
        f"Đầu kỳ {named.there_are('period.opening', 'trẻ')}. {in_period} {added}; "
        f"{sentences.decrease(named, REASONS, 'trẻ')}. {closing}, {compared}."
    )


def _numbers(situation: Situation, named: Named) -> str:
    if not named.now("closing"):
        return "Không có trẻ trong sổ."
    told = "Chưa có trẻ nào có số định danh đúng cấu trúc"
    if named.now("id_valid"):
        told = (
            f"Có {named.counted('cumulative.id_valid')} trẻ đã có số định danh đúng cấu trúc, đạt "
            f"{named.share('cumulative.id_valid', 'cumulative.closing')} tổng số trẻ cuối kỳ"
        )
    if not named.figures["first"]:
        changed = named.change("cumulative.id_valid", "period.id_valid_before", "trẻ")
        told += f", {changed} so với {situation.period_word} trước"
    return f"{told}; {_without(named)}."


def _without(named: Named) -> str:
    missing = "không còn trẻ nào không có số định danh"
    if named.now("id_missing"):
        missing = f"{named.counted('cumulative.id_missing')} trẻ không có số định danh"
    wrong = "không còn trẻ nào có số sai"
    if named.now("id_wrong"):
        wrong = f"{named.counted('cumulative.id_wrong')} trẻ có số định danh sai hoặc cần xác minh"
    return f"{missing}; {wrong}"


def _to_review(situation: Situation, named: Named) -> Iterator[Block]:
    starts = situation.plan.registers[REGISTER].starts
    yield text(sentences.reviewed_who(named, starts, situation.period_word))
    yield sentences.group_table(named, "trẻ", ("Nhóm theo Kế hoạch", "Lũy kế (lượt trẻ)"))
    if fields := sentences.missing_fields(named):
        yield text(fields)
    if gone := sentences.no_longer(named):
        yield text(gone)
    yield text("4. Rà soát và đối chiếu", Style.CLAUSE)
    told = [f"{sentences.review_progress(named, f'Trong {situation.period_word}')}."]
    if civil := _civil(named):
        told.append(civil)
    yield text(" ".join(told))


def _civil(named: Named) -> str:
    parts: list[str] = []
    if named.now("awaiting_civil"):
        told = named.counted("cumulative.awaiting_civil")
        parts.append(f"Văn phòng HĐND-UBND đang đối chiếu sổ hộ tịch {told} trẻ")
    if named.now("awaiting_registration"):
        told = named.counted("cumulative.awaiting_registration")
        parts.append(f"{told} trẻ chưa đăng ký khai sinh, đã lập danh sách để hướng dẫn gia đình đăng ký")
    if named.figures["civil_only"]:
        told = named.counted("civil_only")
        parts.append(f"{told} trẻ đã đăng ký khai sinh nhưng chưa có trong sổ trẻ em, đang bổ sung")
    return f"{'; '.join(parts)}." if parts else ""


def _police(named: Named) -> Iterator[Block]:
    if not named.figures["batches"]:
        yield text("Chưa chuyển danh sách nào cho Công an xã.")
        return
    yield police_sentences.exchange_table(named)
    yield text("(ĐKKS: đăng ký khai sinh.)", Style.NOTE)
    yield text(police_sentences.results(named))


def nothing(situation: Situation) -> str:
    """What stands where nothing was in the way."""
    return f"Trong {situation.period_word} không phát sinh khó khăn, vướng mắc."


def _difficulties(situation: Situation, named: Named) -> list[str]:
    told = police_sentences.lateness(named, police_sentences.late(situation, named))
    if behind := sentences.hamlets_behind(named):
        told.append(sentences.behind_sentence(named, behind))
    if named.now("awaiting_registration"):
        told.append(_unregistered(named))
    if conflict := situation.conflict(REGISTER):
        told.append(sentences.impossible_deadline(situation, named, conflict))
    if unclear := _unclear(named):
        told.append(unclear)
    return told


def _unregistered(named: Named) -> str:
    waiting = named.counted("cumulative.awaiting_registration")
    told = f"Có {waiting} trẻ chưa đăng ký khai sinh nên chưa thể có số định danh"
    if named.now("trait_born_long_ago"):
        told += f", trong đó {named.counted('cumulative.trait_born_long_ago')} trẻ đã quá 60 ngày kể từ ngày sinh"
    return f"{told}."


def _unclear(named: Named) -> str | None:
    parts: list[str] = []
    if named.now("trait_not_found"):
        parts.append(f"{named.counted('cumulative.trait_not_found')} trường hợp Công an xã không tìm thấy")
    if named.now("trait_duplicate"):
        parts.append(f"{named.counted('cumulative.trait_duplicate')} trường hợp trùng")
    return f"Có {' và '.join(parts)}, cần xác minh lại tại hộ gia đình." if parts else None


def _tasks(situation: Situation, named: Named) -> list[str]:
    told: list[str] = []
    if named.now("not_reviewed"):
        behind = [sentences.hamlet_name(one["name"]) for one in sentences.hamlets_behind(named)]
        where = f", tập trung {words.named(behind, 'thôn')}" if behind else ""
        told.append(f"Hoàn thành rà soát tại hộ {named.counted('cumulative.not_reviewed')} trẻ còn lại{where}.")
    if lists := police_sentences.next_lists(situation, named):
        told.append(lists)
    if named.now("remaining"):
        told.append(sentences.next_upload(named, situation.period_word))
    parts: list[str] = []
    if named.now("awaiting_registration"):
        guided = named.counted("cumulative.awaiting_registration")
        parts.append(f"hướng dẫn gia đình đăng ký khai sinh cho {guided} trẻ")
    if named.now("awaiting_civil"):
        parts.append(f"đối chiếu sổ hộ tịch {named.counted('cumulative.awaiting_civil')} trẻ")
    if parts:
        joined = "; ".join(parts)
        told.append(f"{joined[0].upper()}{joined[1:]}.")
    return told


def _proposals(situation: Situation, named: Named) -> list[str]:
    told: list[str] = []
    day = sentences.proposed_day(situation, named) if situation.conflict(REGISTER) else None
    if day:
        told.append(
            "Đề nghị UBND tỉnh, Sở Y tế cho phép gia hạn thời gian hoàn thành cập nhật dữ liệu trẻ em của xã đến hết "
            f"ngày {short(day)}."
        )
    return told + police_sentences.asked_for(situation, named, police_sentences.late(situation, named))
