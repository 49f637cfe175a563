"""What reports say of the lists at the police, of both registers."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sosach.campaign.days_in_words import short
from sosach.forms.police import RESULT_WORDS, Result
from sosach.papers import words
from sosach.papers.document import Table, row, table
from sosach.papers.named import Named
from sosach.papers.situation import Situation

USABLE = (Result.MATCHES, Result.NUMBER_GIVEN, Result.CORRECTED)
PREFIXES = {"children": "TE", "beneficiaries": "BT"}
_MOST_LATE = 3

Batch = Mapping[str, Any]


def exchanged(situation: Situation, named: Named, noun: str) -> str:
    """What went to the police and came back in the period."""
    sent = _in_period(situation, named, "sent_on")
    back = [batch for batch in named.figures["batches"] if _answered_in_period(situation, batch)]
    opening = f"Trong {situation.period_word}"
    if sent:
        told = f"{opening}, xã đã chuyển Công an xã {_lists(named, sent, 'sent_on')} gồm {_persons(named, sent, noun)}"
        if back:
            return f"{told} và {_received(named, back)}."
        waiting = not any(batch["answered"] for batch in named.figures["batches"]) and len(
            named.figures["batches"]
        ) > len(sent)
        return f"{told}{'; chưa có danh sách nào được trả' if waiting else ''}."
    none = f"{opening} không có danh sách chuyển Công an xã"
    return f"{none}; xã đã {_received(named, back)}." if back else f"{none}."


def _in_period(situation: Situation, named: Named, day: str) -> list[Batch]:
    first, last = situation.first_day.isoformat(), situation.cut_off.isoformat()
    return [batch for batch in named.figures["batches"] if batch[day] and first <= batch[day] <= last]


def _answered_in_period(situation: Situation, batch: Batch) -> bool:
    last = batch["last_answer_on"]
    return bool(last) and situation.first_day.isoformat() <= last <= situation.cut_off.isoformat()


def _lists(named: Named, batches: Sequence[Batch], day: str | None = None) -> str:
    days = [f", ngày {_day(one[day])}" if day else "" for one in batches]
    codes = "; ".join(f"đợt {one['code']}{on}" for one, on in zip(batches, days, strict=True))
    return f"{named.number('lists.sent' if day else 'lists.returned', len(batches))} danh sách ({codes})"


def _persons(named: Named, batches: Sequence[Batch], noun: str) -> str:
    return f"{_all(named, batches, 'sent')} {noun}"


def _all(named: Named, batches: Sequence[Batch], figure: str) -> str:
    return named.together(*(f"batches.{one['code']}.{figure}" for one in batches))


def _received(named: Named, back: Sequence[Batch]) -> str:
    whole = all(one["complete_on"] for one in back)
    in_time = whole and all(one["complete_on"] <= one["due"] for one in back)
    if in_time:
        return f"nhận đủ kết quả {_lists(named, back)} đúng hạn"
    return f"nhận kết quả {_lists(named, back)}"


def exchange_table(named: Named) -> Table:
    """All lists with their results."""
    heads = (
        "Đợt", "Ngày chuyển", "Hạn trả", "Đã chuyển", "Đã trả", "Chưa trả", "Khớp", "Cấp/bổ sung số",
        "Sửa thông tin", "Không tìm thấy", "Chưa ĐKKS", "Trùng", "Khác",
    )  # fmt: skip
    batches = named.figures["batches"]
    rows = [
        row(one["code"], _day(one["sent_on"]), _day(one["due"]), *map(words.plain, _counts(one))) for one in batches
    ]
    totals = [sum(column) for column in zip(*map(_counts, batches), strict=True)]
    rows.append(row("Cộng", "", "", *map(words.plain, totals), bold=True))
    return table(heads, rows, (1.3, 1.5, 1.5, 1.0), words=3, small=True)


def _counts(batch: Batch) -> list[int]:
    return [batch["sent"], batch["answered"], batch["unanswered"], *(batch["results"][one.value] for one in Result)]


def results(named: Named) -> str:
    """What came of all lists."""
    if not named.now("answered_entries"):
        return "Chưa có danh sách nào được Công an xã trả."
    names = [f"cumulative.results.{one.value}" for one in USABLE]
    usable = named.together(*names) if any(map(named.value, names)) else "không có"
    told = (
        f"Lũy kế đã chuyển Công an xã {named.counted('cumulative.sent_entries')} trường hợp; đã có kết quả "
        f"{named.counted('cumulative.answered_entries')} trường hợp, trong đó {usable} trường hợp dùng được ngay "
        "(khớp, cấp/bổ sung số, sửa thông tin)"
    )
    return f"{told}{''.join(f'; {part}' for part in _left_over(named))}."


def _left_over(named: Named) -> list[str]:
    found: list[str] = []
    results = named.figures["cumulative"]["results"]
    if results["not_found"] + results["duplicate"]:
        names = ("cumulative.results.not_found", "cumulative.results.duplicate")
        kinds = " hoặc ".join(
            said for name, said in (("not_found", "không tìm thấy"), ("duplicate", "trùng")) if results[name]
        )
        found.append(f"{named.together(*names)} trường hợp {kinds}{_still_open(named, results)}")
    if results["unregistered"]:
        told = named.counted("cumulative.results.unregistered")
        found.append(f"{told} trường hợp chưa đăng ký khai sinh đã chuyển sang đối chiếu hộ tịch")
    if results["other"]:
        found.append(f"{named.counted('cumulative.results.other')} trường hợp khác được xử lý tiếp")
    return found


def _still_open(named: Named, results: Mapping[str, int]) -> str:
    names = ("cumulative.trait_not_found", "cumulative.trait_duplicate")
    left = sum(map(named.value, names))
    if left >= results["not_found"] + results["duplicate"]:
        return " đang được xử lý tiếp"
    return f", trong đó còn {named.together(*names)} trường hợp đang được xử lý tiếp" if left else " đã được xử lý xong"


def late(situation: Situation, named: Named) -> list[Batch]:
    """The lists that should have come back before the cut-off and have not in full."""
    day = situation.cut_off.isoformat()
    return [one for one in named.figures["batches"] if one["due"] < day and one["unanswered"]]


def lateness(named: Named, batches: Sequence[Batch]) -> list[str]:
    """One sentence per late list, at most three, then a sum."""
    told = [
        f"Danh sách đợt {one['code']} còn {_rest(named, one)} trường hợp chưa có kết quả, quá hạn "
        f"{_all(named, [one], 'days_late')} ngày tính đến thời điểm chốt số liệu."
        for one in batches[:_MOST_LATE]
    ]
    if more := batches[_MOST_LATE:]:
        number, rest = named.number("lists.late_more", len(more)), _all(named, more, "unanswered")
        told.append(f"{number} danh sách khác còn {rest} trường hợp quá hạn.")
    return told


def _rest(named: Named, batch: Batch) -> str:
    return named.part(f"batches.{batch['code']}.unanswered", f"batches.{batch['code']}.sent")


def asked_for(situation: Situation, named: Named, batches: Sequence[Batch]) -> list[str]:
    """The wish that late lists come back on a day on which no other list does."""
    if not batches or situation.leaves:
        return []
    rest, day = _all(named, batches, "unanswered"), short(_day_for(situation, named))
    return [f"Đề nghị Công an xã trả kết quả {rest} trường hợp của {_codes(batches)} trong ngày {day}."]


def _codes(batches: Sequence[Batch]) -> str:
    return words.named([f"đợt {one['code']}" for one in batches], "đợt")


def _day_for(situation: Situation, named: Named) -> date:
    """The next working day after the report that is not the day of another list."""
    taken = {one["due"] for one in named.figures["batches"]}
    reported = situation.plan.holidays.later(situation.cut_off, 1)
    day = situation.plan.holidays.later(reported, 1)
    while day.isoformat() in taken:
        day = situation.plan.holidays.later(day, 1)
    return day


def next_lists(situation: Situation, named: Named) -> str | None:
    """What is to come back and to leave in the next period; None where nothing is."""
    overdue = late(situation, named)
    waiting = [one for one in named.figures["batches"] if one["unanswered"] and one not in overdue]
    parts: list[str] = []
    if overdue:
        parts.append(f"kết quả còn lại của {_codes(overdue)}")
    parts += [f"kết quả đợt {one['code']} vào ngày {_day(one['due'])}" for one in waiting]
    cycle = situation.next_cycle(named.register) if named.now("remaining") else None
    told = f"Phối hợp Công an xã nhận {' và '.join(parts)}" if parts else ""
    if cycle is None:
        return f"{told}." if told else None
    leaves = f"huyển đợt {next_code(named)} vào ngày {short(cycle.send)}"
    return f"{told}; c{leaves}." if told else f"C{leaves}."


def next_code(named: Named) -> str:
    """The code that the next list will have."""
    prefix = PREFIXES[named.register]
    last = max((int(one["code"].rpartition("-")[2]) for one in named.figures["batches"]), default=0)
    return f"{prefix}-{last + 1:02}"


def results_words() -> dict[str, str]:
    """The seven results as tables print them."""
    return {result.value: said for result, said in RESULT_WORDS.items()}


def _day(iso: str) -> str:
    return short(date.fromisoformat(iso))


def following_week(cut_off: date) -> tuple[date, date]:
    """The seven days after a cut-off."""
    return cut_off + timedelta(days=1), cut_off + timedelta(days=7)
