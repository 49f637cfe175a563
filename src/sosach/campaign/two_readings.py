"""Where a plan says two things: both are told, with the days that they mean and the one the calendar follows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sosach.campaign.days_in_words import short
from sosach.campaign.event import Event, EventKind
from sosach.campaign.plan import Plan
from sosach.campaign.register_events import due_readings
from sosach.campaign.schedule import PHASES
from sosach.registers.catalogue import registers


@dataclass(frozen=True, slots=True)
class TwoReadings:
    """A sentence of the plan, or two of them, that can be read in more than one way."""

    section: str | None
    register: str | None
    days: tuple[date, ...]  # one for each reading
    message: str


def two_readings(plan: Plan, events: tuple[Event, ...]) -> Iterator[TwoReadings]:
    """Every place where the plan says two things.

    Args:
        plan: of the campaign.
        events: of its calendar.
    """
    for register in plan.registers:
        yield from _deadline(plan, register, events)
        yield from _period(plan, register)
    yield from _reports(plan, events)


def _deadline(plan: Plan, register: str, events: tuple[Event, ...]) -> Iterator[TwoReadings]:
    """The readings of a deadline, unless there is one only or an extension has put an end to the question."""
    if sum(event.kind is EventKind.UPDATE_DUE and event.register == register for event in events) < 2:
        return
    schedule = plan.registers[register]
    readings = due_readings(schedule)
    told = "; ".join(f"{reading} là hết ngày {short(reading.last_day)}" for reading in readings)
    message = (
        f"Hạn cập nhật sổ {registers()[register].label}: {told}. Chương trình tính quá hạn theo cách đọc rộng nhất "
        f"({short(schedule.due)}); nên xong theo cách đọc chặt nhất."
    )
    yield TwoReadings(schedule.section, register, tuple(reading.last_day for reading in readings), message)


def _period(plan: Plan, register: str) -> Iterator[TwoReadings]:
    """The period named over the phases is shorter than the phases or the deadline below it."""
    schedule = plan.registers[register]
    later = {f"{PHASES[phase.name]} đến ngày {short(phase.ends)}": phase.ends for phase in schedule.phases}
    later[f"hạn cập nhật {short(schedule.due)}"] = schedule.due
    later = {words: day for words, day in later.items() if day > schedule.ends}
    if later:
        period = f"từ ngày {short(schedule.starts)} đến ngày {short(schedule.ends)}"
        message = (
            f"Sổ {registers()[register].label}: thời gian chung ghi {period}, trong khi {', '.join(later)}. "
            "Lịch theo các ngày chi tiết."
        )
        yield TwoReadings(schedule.section, register, (schedule.ends, *later.values()), message)


def _reports(plan: Plan, events: tuple[Event, ...]) -> Iterator[TwoReadings]:
    for duty in plan.reports:
        if len(duty.kinds) < 2:
            continue
        kinds = (EventKind.MONTHLY_REPORT, EventKind.FINAL_REPORT)
        days = [e for e in events if e.kind in kinds and e.organisation == duty.organisation and e.words == duty.words]
        monthly = ", ".join(short(event.day) for event in days if event.kind is EventKind.MONTHLY_REPORT)
        final = ", ".join(short(event.day) for event in days if event.kind is EventKind.FINAL_REPORT)
        message = (
            f"“{duty.words}” vừa là báo cáo hàng tháng (chậm nhất {monthly}), vừa là một báo cáo khi kết thúc "
            f"(chậm nhất {final}). Lịch ghi cả hai."
        )
        yield TwoReadings(duty.section, None, tuple(event.day for event in days), message)
