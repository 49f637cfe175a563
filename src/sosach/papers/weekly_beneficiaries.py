"""The weekly report on beneficiaries to the province (the plan, III.7), and one between two free dates."""

from collections.abc import Iterator

from sosach.campaign.balance import Left
from sosach.campaign.days_in_words import long, short
from sosach.papers import basis, letterhead, police_sentences, sentences
from sosach.papers.annexes import annex_sections
from sosach.papers.document import Block, Paper, Part, Section, Style, lead, text
from sosach.papers.edited import narrative, numbered
from sosach.papers.named import Named
from sosach.papers.situation import Situation
from sosach.papers.weekly_children import nothing, span

REGISTER = "beneficiaries"

REASONS = {
    Left.DECEASED: "người đã mất",
    Left.ENDED: "người thôi hưởng",
    Left.TURNED_SIXTEEN: "người đủ 16 tuổi",
    Left.MOVED: "người chuyển đi",
    Left.MERGED: "hồ sơ trùng đã gộp",
    Left.WITHDRAWN: "hồ sơ rút lại do hoàn tác lần nhập",
}

_MANY_OLD_IDS = 5


def weekly_beneficiaries(situation: Situation) -> Paper:
    """The report."""
    printed: dict[str, str] = {}
    named = situation.of(REGISTER, printed)
    office = situation.office
    report = f"Báo cáo số        /BC-UBND ngày      tháng      năm {situation.cut_off.year} của UBND {office.unit}"
    parts = (
        letterhead.head(office, "BC-UBND", situation.cut_off),
        letterhead.title("BÁO CÁO", "Kết quả chuẩn hóa và làm sạch dữ liệu đối tượng bảo trợ xã hội", span(situation)),
        letterhead.addressed([basis.province_addressee(situation.plan)]),
        Part("body", tuple(_body(situation, named))),
        letterhead.signature(office, basis.recipients(situation)),
    )
    annexes = annex_sections(situation, [named], report)
    return Paper(
        f"Báo cáo {situation.figures['number']}", (Section(parts), *annexes), not situation.approved, numbers=printed
    )


def _body(situation: Situation, named: Named) -> Iterator[Block]:
    what = f"kết quả {'tuần ' if situation.weekly else ''}đối với dữ liệu đối tượng bảo trợ xã hội"
    yield text(basis.opening(situation, what, named_orders=False))
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
        f"Trên đây là báo cáo kết quả {situation.period_word} về chuẩn hóa và làm sạch dữ liệu đối tượng bảo trợ xã "
        f"hội của UBND {situation.office.unit}./.",
        Style.CLOSING,
    )


def _work(situation: Situation, named: Named) -> str:
    hamlets = named.counted("hamlet_count")
    told = (
        f"UBND xã chỉ đạo Phòng Văn hóa - Xã hội phối hợp với {basis.organisations_words(situation, REGISTER)} và "
        f"{hamlets} thôn rà soát thông tin người hưởng tại hộ gia đình. "
        f"{police_sentences.exchanged(situation, named, 'người')}"
    )
    extension = situation.extension(REGISTER)
    if extension:
        told += f" Thời hạn đã được gia hạn đến hết ngày {short(extension.until)} theo {extension.document}."
    return told


def _results(situation: Situation, named: Named) -> Iterator[Block]:
    yield lead("1. Số người hưởng.", _movement(situation, named))
    yield lead("2. Số định danh cá nhân.", _numbers(named))
    if not named.now("to_review"):
        yield lead("3. Người thuộc đối tượng rà soát.", "Không có người thuộc đối tượng rà soát.")
    else:
        starts = situation.plan.registers[REGISTER].starts
        told = sentences.reviewed_who(named, starts, situation.period_word)
        yield lead("3. Người thuộc đối tượng rà soát.", told)
        yield sentences.group_table(named, "người")
        yield from _details(named)
        yield lead("4. Rà soát, đối chiếu.", _review(situation, named))
    yield from _police(named)
    if named.now("to_review"):
        told = sentences.upload_progress(named, f"Trong {situation.period_word}")
        yield lead("5. Cập nhật lên phần mềm.", told)
    if not situation.leaves:
        yield text("(Số liệu theo nhóm đối tượng tại Phụ lục kèm theo.)", Style.NOTE)


def _details(named: Named) -> Iterator[Block]:
    for told in (sentences.missing_fields(named), sentences.no_longer(named)):
        if told:
            yield text(told)


def _movement(situation: Situation, named: Named) -> str:
    added = "không có người mới hưởng"
    if named.period("added"):
        added = f"tăng {named.counted('period.added')} người"
    opening = named.there_are("period.opening", "người")
    closing = named.there_are("cumulative.closing", "người")
    return (
        f"Đầu kỳ {opening}{_entries(named, 'period.opening_benefit_entries', 'period.opening')}. Trong "
        f"{situation.period_word} {added}; {sentences.decrease(named, REASONS, 'người')}. Cuối kỳ {closing}"
        f"{_entries(named, 'cumulative.benefit_entries', 'cumulative.closing')}."
    )


def _entries(named: Named, entries: str, persons: str) -> str:
    """How many benefits that is, where somebody draws two."""
    two = named.value(entries) - named.value(persons)
    if two <= 0:
        return ""
    told = f", với {named.counted(entries)} lượt hưởng"
    return f"{told} ({named.less(entries, persons)} người hưởng hai khoản theo quy định)"


def _numbers(named: Named) -> str:
    if not named.now("closing"):
        return "Không có người trong sổ."
    missing = "không còn người không có số định danh"
    if named.now("id_missing"):
        missing = f"{named.counted('cumulative.id_missing')} người không có số định danh"
    wrong = "không còn người có số sai"
    if named.now("id_wrong"):
        wrong = f"{named.counted('cumulative.id_wrong')} người có số sai hoặc cần xác minh"
        if named.now("trait_old_id"):
            old = named.counted("cumulative.trait_old_id")
            wrong += f", trong đó {old} người còn ghi số chứng minh nhân dân 9 chữ số"
    told = "Chưa có người nào có số định danh đúng cấu trúc"
    if named.now("id_valid"):
        share = named.share("cumulative.id_valid", "cumulative.closing")
        told = f"Có {named.counted('cumulative.id_valid')} người đã có số định danh đúng cấu trúc, đạt {share}"
    return f"{told}; {missing}; {wrong}."


def _review(situation: Situation, named: Named) -> str:
    told = sentences.review_progress(named, f"Trong {situation.period_word}")
    waiting = named.now("awaiting_civil") + named.now("awaiting_registration")
    if waiting:
        both = named.together("cumulative.awaiting_civil", "cumulative.awaiting_registration")
        told += f"; {both} người chờ đối chiếu sổ hộ tịch"
    return f"{told}."


def _police(named: Named) -> Iterator[Block]:
    if not named.figures["batches"]:
        yield text("Chưa chuyển danh sách nào cho Công an xã.")
        return
    yield police_sentences.exchange_table(named)
    yield text("(ĐKKS: đăng ký khai sinh.)", Style.NOTE)
    yield text(police_sentences.results(named))


def _difficulties(situation: Situation, named: Named) -> list[str]:
    told = police_sentences.lateness(named, police_sentences.late(situation, named))
    if behind := sentences.hamlets_behind(named):
        told.append(sentences.behind_sentence(named, behind))
    if named.now("trait_old_id") >= _MANY_OLD_IDS:
        old = named.counted("cumulative.trait_old_id")
        told.append(
            f"Có {old} người còn ghi số chứng minh nhân dân 9 chữ số trong hồ sơ, cần được cung cấp số định danh cá "
            "nhân."
        )
    if named.now("trait_not_found"):
        lost = named.counted("cumulative.trait_not_found")
        told.append(f"Có {lost} trường hợp Công an xã không tìm thấy theo thông tin đã chuyển.")
    if named.period("deceased"):
        dead = named.counted("period.deceased")
        told.append(f"Có {dead} người hưởng đã mất trong kỳ, đang hoàn thiện thủ tục thôi hưởng theo quy định.")
    if conflict := situation.conflict(REGISTER):
        told.append(sentences.impossible_deadline(situation, named, conflict))
    return told


def _tasks(situation: Situation, named: Named) -> list[str]:
    told: list[str] = []
    if named.now("not_reviewed"):
        told.append(f"Hoàn thành rà soát tại hộ {named.counted('cumulative.not_reviewed')} người còn lại.")
    if lists := police_sentences.next_lists(situation, named):
        told.append(f"{lists.removesuffix('.')}{_in_time(situation, named)}.")
    if named.now("remaining"):
        told.append(sentences.next_upload(named, situation.period_word))
    return told


def _in_time(situation: Situation, named: Named) -> str:
    """Whether the next list still comes back before the deadline."""
    cycle = situation.next_cycle(REGISTER)
    extension = situation.extension(REGISTER)
    due = extension.until if extension else situation.plan.registers[REGISTER].due
    if not named.now("remaining") or cycle is None or cycle.back > due:
        return ""
    return f", kết quả trả {long(cycle.back)}, trước thời hạn hoàn thành {short(due)}"


def _proposals(situation: Situation, named: Named) -> list[str]:
    told: list[str] = []
    day = sentences.proposed_day(situation, named) if situation.conflict(REGISTER) else None
    if day:
        told.append(
            "Đề nghị UBND tỉnh, Sở Y tế cho phép gia hạn thời gian hoàn thành cập nhật dữ liệu đối tượng bảo trợ xã "
            f"hội của xã đến hết ngày {short(day)}."
        )
    if named.now("trait_old_id") >= _MANY_OLD_IDS:
        told.append(
            "Đề nghị Công an xã bố trí hỗ trợ cấp thẻ căn cước lưu động cho người cao tuổi, người khuyết tật không đi "
            "lại được."
        )
    return told + police_sentences.asked_for(situation, named, police_sentences.late(situation, named))
