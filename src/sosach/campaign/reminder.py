"""A reminder for an organisation that is late or will be tomorrow: counts and dates, never a name or a number.

It may be read out, sent as a message or lie open on a desk: nobody in it can be recognised.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sosach.campaign.days_in_words import long, short
from sosach.campaign.plan import Plan
from sosach.registers.catalogue import registers


class Duty(StrEnum):
    """What an organisation has to do by a day."""

    RETURN = "return"  # a list of the police
    VISIT = "visit"  # household review of a hamlet
    COMPARE = "compare"  # with the civil-status book
    UPDATE = "update"  # the national software


@dataclass(frozen=True, slots=True)
class Late:
    """Something that is due."""

    organisation: str  # key of the plan
    duty: Duty
    register: str
    due: date
    open: int  # persons not done
    total: int  # persons in it
    place: str | None = None  # the batch (“TE-01”) or the hamlet

    def __post_init__(self) -> None:
        if not 0 <= self.open <= self.total:
            raise ValueError(f"{self.open} of {self.total}")


# {place} is the batch or hamlet, {label} the register, {open} and {total} persons.
_SENTENCES: Mapping[Duty, str] = {
    Duty.RETURN: "Danh sách đợt {place} (sổ {label}): {open} trên {total} trường hợp chưa trả",
    Duty.VISIT: "Rà soát tại hộ, {place} (sổ {label}): {open} trên {total} trường hợp chưa có kết quả",
    Duty.COMPARE: "Đối chiếu sổ hộ tịch (sổ {label}): {open} trên {total} trường hợp chưa đối chiếu",
    Duty.UPDATE: "Cập nhật lên phần mềm (sổ {label}): {open} trên {total} trường hợp chưa cập nhật",
}


def reminders(plan: Plan, late: Sequence[Late], on: date) -> dict[str, str]:
    """A text for each organisation that has something due tomorrow or earlier; what is done is left out.

    Args:
        plan: names the organisations.
        late: what is due, in any order.
        on: the day on which it is sent.
    """
    texts = {}
    for organisation in plan.organisations:
        own = [item for item in late if item.organisation == organisation and _speaks(item, on)]
        if own:
            texts[organisation] = "\n".join(_text(plan, organisation, sorted(own, key=_urgency), on))
    return texts


def _speaks(item: Late, on: date) -> bool:
    return item.open > 0 and (item.due - on).days <= 1


def _urgency(item: Late) -> tuple[date, str, str, str]:
    return (item.due, item.register, item.duty, item.place or "")


def _text(plan: Plan, organisation: str, items: Sequence[Late], on: date) -> Iterator[str]:
    yield f"Kính gửi: {plan.organisations[organisation].name}"
    yield ""
    yield f"UBND {plan.unit.name} nhắc việc của chiến dịch làm sạch dữ liệu, tính đến {long(on)}:"
    for number, item in enumerate(items, 1):
        yield f"{number}. {_sentence(item)}, {_when(item.due, on)}."
    yield ""
    yield "Đề nghị quý đơn vị hoàn thành hoặc báo lại ngày hoàn thành. Trường hợp chưa có kết quả, xin ghi rõ lý do."


def _sentence(item: Late) -> str:
    label = registers()[item.register].label
    return _SENTENCES[item.duty].format(place=item.place or "", label=label, open=item.open, total=item.total)


def _when(due: date, on: date) -> str:
    days = (on - due).days
    if days > 0:
        return f"quá hạn {days:02} ngày (hạn {short(due)})"
    return f"đến hạn {'hôm nay' if days == 0 else 'ngày mai'}, {short(due)}"
