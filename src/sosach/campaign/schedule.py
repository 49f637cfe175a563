"""When the work on one register is done: its phases, its deadline in every reading the plan allows, its hand-overs.

Source: the plan, II.1 and II.2. “Trước ngày 18/6” ends with the 17th, “đến ngày 18/6” with the 18th; a plan that says
both has two readings, and both are shown.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sosach.campaign.hand_over import HandOver, read_hand_over
from sosach.campaign.plan_table import Table
from sosach.findings.finding import Group
from sosach.registers.catalogue import registers

PHASES: Mapping[str, str] = {
    "export": "kết xuất danh sách",
    "review": "rà soát",
    "update": "cập nhật lên phần mềm",
}


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of days for one kind of work."""

    name: str  # one of `PHASES`
    starts: date
    ends: date  # the last day
    organisations: tuple[str, ...]  # keys, the leading one first


@dataclass(frozen=True, slots=True)
class DueReading:
    """One way to read the deadline."""

    words: str | None  # the plan's own; None: the day that it names is counted in, though no sentence says so
    last_day: date

    def __str__(self) -> str:
        return f"“{self.words}”" if self.words else "tính cả ngày được nêu"


@dataclass(frozen=True, slots=True)
class Target:
    """Whom the plan means."""

    group: str | None  # of findings; None: whom the register holds at all
    text: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """What the plan says of one register."""

    starts: date
    due: date  # the last day for the update by the mildest reading
    ends: date  # of the period that the plan names over its phases
    section: str | None
    organisation: str | None  # key of the one that updates the software
    software: str | None  # the national software, by its full name
    software_url: str | None
    readings: tuple[DueReading, ...]
    phases: tuple[Phase, ...]
    hand_over: HandOver | None
    targets: tuple[Target, ...]

    def phase(self, name: str) -> Phase | None:
        """The phase of that name."""
        return next((phase for phase in self.phases if phase.name == name), None)


def read_schedules(table: Table, organisations: Collection[str]) -> dict[str, Schedule]:
    """The schedules by register, the one that begins first at first.

    Args:
        table: of the plan.
        organisations: of the plan, by key.

    Raises:
        Refused: something is missing, or not understood.
    """
    found = {name: _schedule(table.table(name), organisations) for name in registers() if name in table.values}
    table.finish()
    return dict(sorted(found.items(), key=lambda entry: entry[1].starts))


def _schedule(table: Table, organisations: Collection[str]) -> Schedule:
    starts, due = table.take("starts", date), table.take("due", date)
    phases = tuple(_phase(entry, organisations) for entry in table.tables("phases"))
    schedule = Schedule(
        starts=starts,
        due=due,
        ends=table.maybe("ends", date) or due,
        section=table.maybe("section", str),
        organisation=table.maybe_choice("organisation", organisations),
        software=table.maybe("software", str),
        software_url=table.maybe("software_url", str),
        readings=tuple(_reading(entry) for entry in table.tables("readings")),
        phases=phases,
        hand_over=_hand_over(table, [phase.name for phase in phases], organisations),
        targets=tuple(_target(entry) for entry in table.tables("targets")),
    )
    _refuse_disorder(table, schedule)
    table.finish()
    return schedule


def _hand_over(table: Table, phases: Collection[str], organisations: Collection[str]) -> HandOver | None:
    if "hand_over" not in table.values:
        return None
    return read_hand_over(table.table("hand_over"), phases, organisations)


def _phase(table: Table, organisations: Collection[str]) -> Phase:
    phase = Phase(
        name=table.choice("name", PHASES),
        starts=table.take("starts", date),
        ends=table.take("ends", date),
        organisations=table.choices("organisations", organisations),
    )
    if phase.ends < phase.starts:
        raise table.wrong("ends", phase.ends, f"ngày không trước {phase.starts}")
    table.finish()
    return phase


def _reading(table: Table) -> DueReading:
    reading = DueReading(words=table.take("words", str), last_day=table.take("last_day", date))
    table.finish()
    return reading


def _target(table: Table) -> Target:
    target = Target(group=table.maybe_choice("group", list(Group)), text=table.take("text", str))
    table.finish()
    return target


def _refuse_disorder(table: Table, schedule: Schedule) -> None:
    """Days that contradict one another by a slip of the pen; what cannot be done in time is no slip but a conflict."""
    not_before = f"ngày không trước {schedule.starts}"
    if schedule.due < schedule.starts:
        raise table.wrong("due", schedule.due, not_before)
    if schedule.ends < schedule.starts:
        raise table.wrong("ends", schedule.ends, not_before)
    names = [phase.name for phase in schedule.phases]
    for number, phase in enumerate(schedule.phases):
        if phase.name in names[:number]:
            raise table.wrong(f"phases[{number + 1}].name", phase.name, "mỗi giai đoạn một lần")
        if phase.starts < schedule.starts:
            raise table.wrong(f"phases[{number + 1}].starts", phase.starts, not_before)
    for number, reading in enumerate(schedule.readings, 1):
        if not schedule.starts <= reading.last_day <= schedule.due:
            wanted = f"ngày từ {schedule.starts} đến {schedule.due}"
            raise table.wrong(f"readings[{number}].last_day", reading.last_day, wanted)
