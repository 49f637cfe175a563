"""What cannot work in a plan as it is written, proven by its own dates, and what would repair it.

A deadline is taken by its mildest reading: what cannot be done even so cannot be done at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sosach.campaign.cycles import Cycle, cycles, cycles_after, cycles_within
from sosach.campaign.days_in_words import WEEKDAYS, long, short
from sosach.campaign.extension import DAYS_TO_UPDATE, Extension
from sosach.campaign.hand_over import HandOver
from sosach.campaign.plan import Plan
from sosach.campaign.register_events import due_readings
from sosach.campaign.schedule import PHASES, Phase, Schedule
from sosach.registers.catalogue import registers

# The kinds of conflicts, for other programs.
CONFLICTS = (
    "return_after_due",  # no list comes back in time
    "last_return_after_due",  # some do, the later ones do not
    "no_send_day",
    "update_before_review_ends",
    "phase_without_working_day",
)


@dataclass(frozen=True, slots=True)
class Repair:
    """A change of the plan with which it works."""

    kind: str  # `hand_over_earlier` or `extension`
    message: str
    until: date | None = None  # the deadline that can be met
    cycles: tuple[Cycle, ...] = ()  # lists that come back in time


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that cannot be done in time."""

    kind: str  # see `CONFLICTS`
    register: str
    due: date
    earliest: date  # the first day on which it can be done
    message: str
    repairs: tuple[Repair, ...] = ()


def conflicts(plan: Plan, register: str, extension: Extension | None) -> Iterator[Conflict]:
    """What cannot work for one register.

    Args:
        plan: of the campaign.
        register: its name.
        extension: of its deadline, where there is one in force.
    """
    schedule = plan.registers[register]
    due = extension.until if extension else schedule.due
    yield from _idle_phases(plan, register, due)
    yield from _late_review(schedule, register, due)
    if schedule.hand_over is not None:
        found = cycles(schedule, plan.holidays, extension.until if extension else None)
        lists = _Lists(plan, register, schedule, schedule.hand_over, due)
        if not found:
            yield _no_send_day(lists)
        elif any(cycle.back > due for cycle in found):
            yield _return_after_due(lists, found)


@dataclass(frozen=True, slots=True)
class _Lists:
    """What the proofs about lists look at."""

    plan: Plan
    register: str
    schedule: Schedule
    hand_over: HandOver
    due: date

    @property
    def phases(self) -> list[Phase]:
        """The phases in which lists leave."""
        return [phase for phase in self.schedule.phases if phase.name in self.hand_over.during]

    @property
    def opening(self) -> str:
        """The register and the time, in words."""
        spans = " và ".join(
            f"{PHASES[phase.name]} từ ngày {short(phase.starts)} đến ngày {short(phase.ends)}" for phase in self.phases
        )
        return f"Sổ {_label(self.register)}: trong thời gian {spans}"


def _idle_phases(plan: Plan, register: str, due: date) -> Iterator[Conflict]:
    for phase in plan.registers[register].phases:
        first = plan.holidays.moved(phase.starts, "next")
        if first > phase.ends:
            told = f"{PHASES[phase.name]} từ ngày {short(phase.starts)} đến ngày {short(phase.ends)}"
            message = f"Sổ {_label(register)}: giai đoạn {told} không có ngày làm việc nào, sớm nhất là {long(first)}."
            yield Conflict("phase_without_working_day", register, due, first, message)


def _late_review(schedule: Schedule, register: str, due: date) -> Iterator[Conflict]:
    review = schedule.phase("review")
    if review is not None and due < review.ends:
        message = f"hạn cập nhật lên phần mềm là {long(due)}, trong khi việc rà soát đến {long(review.ends)} mới xong."
        yield Conflict("update_before_review_ends", register, due, review.ends, f"Sổ {_label(register)}: {message}")


def _no_send_day(lists: _Lists) -> Conflict:
    begins = min(phase.starts for phase in lists.phases)
    first = cycles_after(lists.hand_over, lists.plan.holidays, begins, 1)[0]
    weekday = list(WEEKDAYS.values())[lists.hand_over.send]
    message = (
        f"{lists.opening} không có ngày {weekday} nào để chuyển danh sách; danh sách chuyển {long(first.send)} "
        f"được trả {long(first.back)}."
    )
    return Conflict("no_send_day", lists.register, lists.due, first.back, message, _repairs(lists, first))


def _return_after_due(lists: _Lists, found: Sequence[Cycle]) -> Conflict:
    """Lists that come back too late; the first of them counts."""
    late = next(cycle for cycle in found if cycle.back > lists.due)
    kind = "return_after_due"
    if any(cycle.back <= lists.due for cycle in found):
        kind = "last_return_after_due"
        opening = f"Sổ {_label(lists.register)}: danh sách chuyển {long(late.send)}"
    elif len(found) == 1:
        opening = f"{lists.opening} chỉ có một ngày chuyển danh sách là {long(late.send)}; danh sách đó"
    else:
        opening = f"{lists.opening} ngày chuyển danh sách sớm nhất là {long(late.send)}; danh sách đó"
    days = f"sau hạn cập nhật {short(lists.due)} là {(late.back - lists.due).days:02} ngày"
    message = f"{opening} được trả {long(late.back)}, {days}{_by_other_readings(lists, late)}."
    return Conflict(kind, lists.register, lists.due, late.back, message, _repairs(lists, late))


def _by_other_readings(lists: _Lists, cycle: Cycle) -> str:
    """What the stricter readings of the deadline make of it; nothing where it was extended."""
    told = [
        f"{reading} thì {(cycle.back - reading.last_day).days:02} ngày"
        for reading in due_readings(lists.schedule)
        if reading.last_day < lists.due == lists.schedule.due
    ]
    return f" (theo cách đọc {', '.join(told)})" if told else ""


def _repairs(lists: _Lists, late: Cycle) -> tuple[Repair, ...]:
    """Lists that leave in the other phases, where they come back in time; and the deadline that the late one needs."""
    rule = lists.plan.holidays
    until = rule.later(late.back, DAYS_TO_UPDATE)
    message = f"gia hạn đến hết {long(until)}, tức {DAYS_TO_UPDATE:02} ngày làm việc sau ngày trả kết quả"
    extended = Repair("extension", message, until=until)
    other = [phase for phase in lists.schedule.phases if phase not in lists.phases]
    early = [cycle for cycle in cycles_within(lists.hand_over, rule, other) if cycle.back <= lists.due]
    if not early:
        return (extended,)
    days = "; ".join(f"chuyển {long(cycle.send)}, trả {long(cycle.back)}" for cycle in early)
    names = " và ".join(PHASES[phase.name] for phase in other)
    during = ", ".join(f'"{phase.name}"' for phase in lists.schedule.phases)
    message = f"chuyển danh sách cả trong giai đoạn {names} (during = [{during}]): {days}"
    earlier = Repair("hand_over_earlier", message, cycles=tuple(early))
    return (earlier, extended)


def _label(register: str) -> str:
    return registers()[register].label
