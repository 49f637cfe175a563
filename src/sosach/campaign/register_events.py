"""The dates of one register: its phases, the lists that leave and come back, the deadline in every reading."""

from collections.abc import Iterator
from datetime import date

from sosach.campaign.cycles import Cycle, cycles
from sosach.campaign.days_in_words import long, short
from sosach.campaign.event import Event, EventKind
from sosach.campaign.extension import Extension
from sosach.campaign.hand_over import HandOver
from sosach.campaign.holiday_rule import DIRECTIONS
from sosach.campaign.plan import Plan
from sosach.campaign.schedule import PHASES, DueReading, Schedule
from sosach.registers.catalogue import registers


def register_events(plan: Plan, register: str, extension: Extension | None) -> Iterator[Event]:
    """All dates of a register.

    Args:
        plan: of the campaign.
        register: its name.
        extension: of its deadline, where there is one in force.
    """
    yield from _phases(plan.registers[register], register)
    yield from _cycles(plan, register, extension)
    if extension:
        yield _extended(plan.registers[register], register, extension)
    else:
        yield from _due(plan, register)


def due_readings(schedule: Schedule) -> tuple[DueReading, ...]:
    """The deadline in every reading, the strictest first; the day that stands in the plan is always among them."""
    by_day = {reading.last_day: reading for reading in schedule.readings}
    by_day.setdefault(schedule.due, DueReading(None, schedule.due))
    return tuple(by_day[day] for day in sorted(by_day))


def why_moved(plan: Plan, day: date, direction: str) -> str:
    """The rule that moved a day, in words."""
    return f"{long(day)} là ngày nghỉ ({plan.holidays.reason(day)}), chuyển {DIRECTIONS[direction]}"


def _phases(schedule: Schedule, register: str) -> Iterator[Event]:
    label = registers()[register].label
    for phase in schedule.phases:
        organisation = phase.organisations[0] if phase.organisations else None
        for kind, day, words in (
            (EventKind.PHASE_START, phase.starts, "Bắt đầu"),
            (EventKind.PHASE_END, phase.ends, "Ngày cuối"),
        ):
            yield Event(
                key=f"{kind}/{register}/{phase.name}",
                day=day,
                kind=kind,
                title=f"{words} {PHASES[phase.name]}, sổ {label}",
                register=register,
                organisation=organisation,
            )


def _cycles(plan: Plan, register: str, extension: Extension | None) -> Iterator[Event]:
    schedule = plan.registers[register]
    hand_over = schedule.hand_over
    if hand_over is None:
        return
    for cycle in cycles(schedule, plan.holidays, extension.until if extension else None):
        yield _send(plan, register, hand_over, cycle)
        yield _back(plan, register, hand_over, cycle)


def _send(plan: Plan, register: str, hand_over: HandOver, cycle: Cycle) -> Event:
    moved = cycle.send != cycle.send_by_plan
    direction = "previous" if cycle.send < cycle.send_by_plan else "next"
    return Event(
        key=f"{EventKind.POLICE_SEND}/{register}/{cycle.send_by_plan}",
        day=cycle.send,
        kind=EventKind.POLICE_SEND,
        title=f"Chuyển danh sách cho {_called(plan, hand_over.receiver)}, sổ {registers()[register].label}",
        register=register,
        organisation=hand_over.sender,
        moved_from=cycle.send_by_plan if moved else None,
        note=why_moved(plan, cycle.send_by_plan, direction) if moved else None,
    )


def _back(plan: Plan, register: str, hand_over: HandOver, cycle: Cycle) -> Event:
    moved = cycle.back != cycle.back_by_plan
    title = f"{_called(plan, hand_over.receiver)} trả kết quả danh sách chuyển ngày {short(cycle.send)}"
    return Event(
        key=f"{EventKind.POLICE_RETURN}/{register}/{cycle.send_by_plan}",
        day=cycle.back,
        kind=EventKind.POLICE_RETURN,
        title=f"{title}, sổ {registers()[register].label}",
        register=register,
        organisation=hand_over.receiver,
        moved_from=cycle.back_by_plan if moved else None,
        note=why_moved(plan, cycle.back_by_plan, plan.holidays.back) if moved else None,
    )


def _called(plan: Plan, organisation: str | None) -> str:
    return plan.organisations[organisation].short if organisation else "Công an xã"


def _due(plan: Plan, register: str) -> Iterator[Event]:
    schedule = plan.registers[register]
    readings = due_readings(schedule)
    for number, reading in enumerate(readings, 1):
        day = plan.holidays.moved(reading.last_day, plan.holidays.deadline)
        moved = day != reading.last_day
        title = f"Hạn cập nhật lên phần mềm, sổ {registers()[register].label}"
        if len(readings) > 1:
            title += f", cách đọc {number}/{len(readings)}: {reading}, tức hết ngày {short(reading.last_day)}"
        yield Event(
            key=f"{EventKind.UPDATE_DUE}/{register}/{number}",
            day=day,
            kind=EventKind.UPDATE_DUE,
            title=title,
            register=register,
            organisation=schedule.organisation,
            moved_from=reading.last_day if moved else None,
            note=why_moved(plan, reading.last_day, plan.holidays.deadline) if moved else None,
            words=reading.words,
        )


def _extended(schedule: Schedule, register: str, extension: Extension) -> Event:
    label = registers()[register].label
    return Event(
        key=f"{EventKind.UPDATE_DUE}/{register}/1",
        day=extension.until,
        kind=EventKind.UPDATE_DUE,
        title=f"Hạn cập nhật lên phần mềm, sổ {label}, đã gia hạn đến hết ngày {short(extension.until)}",
        register=register,
        organisation=schedule.organisation,
        moved_from=schedule.due,
        note=f"gia hạn theo {extension.document}: {extension.reason}",
    )
