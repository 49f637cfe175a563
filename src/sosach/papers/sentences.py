"""Sentences that the reports of both registers share; each appears only where its figures say something.

The words and their conditions were agreed on with model papers; “không có” is said of what is finished, “chưa có” of
what is still expected.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sosach.campaign.balance import Left
from sosach.campaign.conflicts import Conflict
from sosach.campaign.cycles import cycles
from sosach.campaign.days_in_words import long, short, weekday_name
from sosach.campaign.extension import proposed_extension
from sosach.campaign.schedule import PHASES
from sosach.papers import words
from sosach.papers.document import Table, row, table
from sosach.papers.named import Named
from sosach.papers.police_sentences import following_week
from sosach.papers.register_figures import FIELDS
from sosach.papers.situation import Situation
from sosach.papers.standing import GROUPS

KEEP_ON = "Tiếp tục theo dõi, cập nhật biến động."

NOUNS = {"children": "trẻ", "beneficiaries": "người"}

GROUP_WORDS = {
    "no_id": "Không có số định danh",
    "wrong_id": "Số định danh sai hoặc cần xác minh",
    "basic_info": "Thiếu hoặc sai thông tin cơ bản",
    "not_in_register": "Phát sinh mới, chưa có trên phần mềm",
}

_STAGES = {
    "not_reviewed": "{noun} chưa rà soát",
    "awaiting": "{noun} chờ đối chiếu hoặc đăng ký hộ tịch",
    "at_police": "{noun} đang đối chiếu tại Công an xã",
    "returned_open": "{noun} đã có kết quả và đang xử lý tiếp",
    "ready_to_upload": "{noun} sẵn sàng cập nhật",
}

_BEHIND_POINTS, _BEHIND_LEFT = 10, 5  # how far a hamlet lies behind the commune, and how many persons are left there


def noun_of(named: Named) -> str:
    """“trẻ” or “người”."""
    return NOUNS[named.register]


def decrease(named: Named, reasons: Mapping[Left, str], noun: str) -> str:
    """Who left and why; the deceased are always named, because the province asks."""
    told = [
        f"{named.counted(f'period.{reason.value}')} {said}"
        for reason, said in reasons.items()
        if named.period(reason.value)
    ]
    dead = named.period(Left.DECEASED)
    tail = "" if dead else f"; không có {noun} đã mất"
    if not told:
        return f"không có {noun} giảm"
    total = named.together(*(f"period.{reason.value}" for reason in reasons))
    return f"giảm {total} {noun}, gồm: {', '.join(told)}{tail}"


def reviewed_who(named: Named, since: date, period: str) -> str:
    """Whom the plan means, and in how many groups they are."""
    noun = noun_of(named)
    new = named.period("to_review")
    told = f"Lũy kế từ ngày {short(since)} có {named.counted('cumulative.to_review')} {noun} thuộc đối tượng rà soát"
    if new and new != named.now("to_review"):
        told += f" (trong {period} tăng {named.counted('period.to_review')} {noun})"
    if named.now("entries") > named.now("to_review"):
        several = " và ".join(
            f"{named.counted(f'cumulative.in_{many}_groups')} {noun} thuộc {said} nhóm"
            for many, said in ((2, "hai"), (3, "ba"), (4, "bốn"))
            if named.now(f"in_{many}_groups")
        )
        told += f", với {named.counted('cumulative.entries')} lượt theo nhóm, do {several}"
    return f"{told}; cụ thể:"


def group_table(named: Named, unit: str, heads: Sequence[str] = ("Nhóm theo Kế hoạch", "Lũy kế (lượt)")) -> Table:
    """The four groups, entries and persons."""
    groups = named.figures["groups"]
    rows = [
        row(number, GROUP_WORDS[group.value], *(words.plain(groups[group.value][how]) for how in _HOW))
        for number, group in enumerate(GROUPS, 1)
    ]
    entries = [named.now(name) for name in ("entries", "entries_settled", "entries_open")]
    persons = [named.now(name) for name in ("to_review", "settled_persons", "open_persons")]
    rows.append(row("", "Cộng lượt", *map(words.plain, entries), bold=True))
    rows.append(row("", f"Số {unit}", *map(words.plain, persons), bold=True))
    return table(("TT", *heads, "Đã giải quyết", "Còn lại"), rows, (0.6, 4.4, 1.6))


_HOW = ("found", "settled", "open")


def missing_fields(named: Named) -> str | None:
    """Which basic information is missing or wrong."""
    noun = noun_of(named)
    told = [
        f"{said} {named.counted(f'cumulative.field_{field}')} {noun}"
        for field, said in FIELDS.items()
        if named.now(f"field_{field}")
    ]
    if not told:
        return None
    one = "một trẻ" if noun == "trẻ" else "một người"
    return f"Ở nhóm 3, thông tin còn thiếu hoặc sai gồm: {', '.join(told)} ({one} có thể thiếu nhiều thông tin)."


def review_progress(named: Named, opening: str) -> str:
    """How many were asked at their households."""
    noun = noun_of(named)
    if not named.now("not_reviewed"):
        return f"Đã rà soát toàn bộ {named.counted('cumulative.to_review')} {noun} thuộc đối tượng rà soát"
    left = f"còn {named.counted('cumulative.not_reviewed')} {noun} chưa rà soát"
    if not named.now("reviewed"):
        return f"Chưa rà soát tại hộ trường hợp nào; {left}"
    lately = f"đã rà soát tại hộ {named.counted('period.reviewed')} {noun}"
    if not named.period("reviewed"):
        lately = f"không rà soát thêm {noun} nào tại hộ"
    return f"{opening} {lately}, lũy kế {_so_far(named, 'reviewed')}; {left}"


def _so_far(named: Named, figure: str) -> str:
    """“243/274 trẻ, đạt 88,7 %”."""
    part, whole = f"cumulative.{figure}", "cumulative.to_review"
    return f"{named.part(part, whole)} {noun_of(named)}, đạt {named.share(part, whole)}"


def no_longer(named: Named) -> str | None:
    """Those who were to be reviewed and whom the register holds no more, so that the cumulative figures add up."""
    gone = named.value("withdrawn.to_review")
    if not gone:
        return None
    told = named.counted("withdrawn.to_review")
    whom = f"{told} {noun_of(named)} thuộc đối tượng rà soát"
    return f"So với kỳ trước, {whom} không còn trong sổ nên không tính vào số lũy kế."


def upload_progress(named: Named, opening: str) -> str:
    """How many are in the national software, and where the others are."""
    noun = noun_of(named)
    if not named.now("to_review"):
        return ""
    if not named.now("remaining"):
        return f"Toàn bộ {named.counted('cumulative.to_review')} {noun} đã được cập nhật lên phần mềm."
    told = "Chưa cập nhật trường hợp nào lên phần mềm."
    if named.now("uploaded"):
        lately = f"đã cập nhật {named.counted('period.uploaded')} {noun}"
        if not named.period("uploaded"):
            lately = f"không cập nhật thêm {noun} nào"
        told = f"{opening} {lately}, lũy kế {_so_far(named, 'uploaded')}."
    return f"{told} Còn lại {named.counted('cumulative.remaining')} {noun}, gồm: {stages(named)}."


def stages(named: Named) -> str:
    """Where those are who are not in the software yet; zeros are left out."""
    noun = noun_of(named)
    awaiting = named.now("awaiting_registration") + named.now("awaiting_civil")
    parts: list[str] = []
    for name, said in _STAGES.items():
        if name == "awaiting":
            told = named.together("cumulative.awaiting_registration", "cumulative.awaiting_civil") if awaiting else ""
        else:
            told = named.counted(f"cumulative.{name}") if named.now(name) else ""
        if told:
            parts.append(f"{told} {said.format(noun=noun)}{_from_households(named, name)}")
    return ", ".join(parts)


def _from_households(named: Named, stage: str) -> str:
    """Those among them who were asked at home and wait for the next list."""
    if stage != "returned_open" or not named.now("trait_from_household"):
        return ""
    told = named.counted("cumulative.trait_from_household")
    return f" (trong đó {told} {noun_of(named)} đã rà soát tại hộ, chờ chuyển Công an xã)"


def hamlets_behind(named: Named) -> list[Mapping[str, Any]]:
    """The hamlets that lie clearly behind the commune, the worst first."""
    whole = named.now("to_review")
    if not whole or not named.now("not_reviewed"):
        return []
    commune = 100 * named.now("reviewed") / whole
    found = [
        one
        for one in named.figures["hamlets"]
        if one["name"] and one["cumulative"]["to_review"] and _points_behind(one, commune)
    ]
    return sorted(found, key=lambda one: one["cumulative"]["reviewed"] / one["cumulative"]["to_review"])


def _points_behind(hamlet: Mapping[str, Any], commune: float) -> bool:
    now = hamlet["cumulative"]
    behind = commune - 100 * now["reviewed"] / now["to_review"] >= _BEHIND_POINTS
    return bool(behind and now["not_reviewed"] >= _BEHIND_LEFT)


def hamlet_name(name: str) -> str:
    """A hamlet within a sentence: “thôn Bến”."""
    return name[:1].lower() + name[1:]


def behind_sentence(named: Named, hamlets: Sequence[Mapping[str, Any]]) -> str:
    """The hamlets that lie behind, with what is left there."""
    noun = noun_of(named)
    told = [_how_far(named, f"hamlets.{one['name']}.cumulative", hamlet_name(one["name"]), noun) for one in hamlets]
    number = named.number("hamlets.behind", len(hamlets))
    return (
        f"Tiến độ giữa các thôn chưa đều: {number} thôn có tỷ lệ rà soát thấp hơn mức chung của xã từ {_BEHIND_POINTS} "
        f"điểm phần trăm trở lên, gồm {words.named(told, 'thôn')}."
    )


def _how_far(named: Named, path: str, hamlet: str, noun: str) -> str:
    share = named.share(f"{path}.reviewed", f"{path}.to_review")
    return f"{hamlet} {share} (còn {named.counted(f'{path}.not_reviewed')} {noun})"


def impossible_deadline(situation: Situation, named: Named, conflict: Conflict) -> str:
    """Why the deadline of the plan cannot be met, proven by its own dates."""
    days = (conflict.earliest - conflict.due).days
    return (
        f"Thời hạn của Kế hoạch chưa phù hợp với chu kỳ giao - nhận: {why_impossible(situation, named.register)} vào "
        f"{long(conflict.earliest)}, sau mốc hoàn thành {short(conflict.due)} là "
        f"{named.number('conflict.days', days)} ngày.{_who_cannot(named, conflict)}"
    )


def why_impossible(situation: Situation, register: str) -> str:
    """Which lists can leave at all, up to the word that the day of their return follows."""
    schedule = situation.plan.registers[register]
    during = schedule.hand_over.during if schedule.hand_over else ()
    spans = " và ".join(
        f"{PHASES[phase.name]} từ ngày {short(phase.starts)} đến ngày {short(phase.ends)}"
        for phase in schedule.phases
        if phase.name in during
    )
    sent = [cycle.send for cycle in cycles(schedule, situation.plan.holidays)]
    if not sent:
        return f"trong thời gian {spans} không có ngày nào để chuyển danh sách, kết quả sớm nhất được trả"
    if len(sent) == 1:
        told = f"chỉ có một ngày {weekday_name(sent[0])} ({short(sent[0])})"
        return f"thời gian {spans} {told}, kết quả của danh sách chuyển ngày này được trả"
    return f"danh sách chuyển {long(sent[-1])} trong thời gian {spans} được trả"


def _who_cannot(named: Named, conflict: Conflict) -> str:
    due = conflict.due.isoformat()
    late = [one for one in named.figures["batches"] if one["due"] > due and one["unanswered"]]
    if not late:
        return ""
    rest = named.together(*(f"batches.{one['code']}.unanswered" for one in late))
    codes = words.named([f"đợt {one['code']}" for one in late], "đợt")
    return f" Vì vậy ít nhất {rest} {noun_of(named)} của {codes} không thể hoàn thành trước thời hạn."


def proposed_day(situation: Situation, named: Named) -> date | None:
    """The deadline that what is left needs: one cycle, and one more while somebody is not reviewed."""
    if not named.now("remaining"):
        return None
    cycles = 2 if named.now("not_reviewed") or named.now("returned_open") else 1
    found = proposed_extension(situation.plan, named.register, after=situation.cut_off, cycles=cycles)
    return found.until if found else None


def tasks_heading(situation: Situation) -> str:
    """Of the next week, with its days; after a report between free dates of what comes."""
    if not situation.weekly:
        return "IV. NHIỆM VỤ THỜI GIAN TỚI"
    first, last = following_week(situation.cut_off)
    return f"IV. NHIỆM VỤ TUẦN TỚI (từ ngày {short(first)} đến ngày {short(last)})"


def next_upload(named: Named, period: str) -> str:
    """What is brought into the software next."""
    noun = noun_of(named)
    if named.now("ready_to_upload"):
        told = named.counted("cumulative.ready_to_upload")
        return f"Cập nhật lên phần mềm {told} {noun} đã sẵn sàng và các trường hợp có kết quả trong {period}."
    return f"Cập nhật lên phần mềm các trường hợp có kết quả trong {period}."
