"""What a report is written from: frozen figures, the plan, its calendar; nothing else, so it can be written again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sosach.campaign.conflicts import Conflict, conflicts
from sosach.campaign.cycles import Cycle, cycles_after
from sosach.campaign.extension import Extension, in_force
from sosach.campaign.plan import Plan
from sosach.papers.frozen import cut_off_day
from sosach.papers.letterhead import Office, office_of
from sosach.papers.named import Named

OF_WHOM = {"children": "trẻ em", "beneficiaries": "đối tượng bảo trợ xã hội"}

_LISTS = ("return_after_due", "last_return_after_due", "no_send_day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A report that is being written."""

    plan: Plan
    extensions: Sequence[Extension]
    figures: Mapping[str, Any]  # frozen
    approved: bool = False
    leaves: bool = False  # the copy that leaves the commune: totals only
    edited: Mapping[str, str] = field(default_factory=dict)  # sections that the office has written itself, by name
    reports: Mapping[str, int] = field(default_factory=dict)  # due, in_time: of the reports so far

    @property
    def office(self) -> Office:
        """Who reports."""
        return office_of(self.plan)

    @property
    def cut_off(self) -> date:
        """The day at 17:00 of which the figures close."""
        return cut_off_day(self.figures)

    @property
    def first_day(self) -> date:
        """Of the period."""
        return date.fromisoformat(self.figures["from"])

    @property
    def weekly(self) -> bool:
        """Whether the period is a week."""
        return bool(self.figures["kind"] == "weekly")

    @property
    def period_word(self) -> str:
        """What the period is called."""
        return "tuần" if self.weekly else "kỳ"

    def of(self, register: str, printed: dict[str, str]) -> Named:
        """The figures of a register, by name."""
        return Named(register, self.figures[register], printed)

    def extension(self, register: str) -> Extension | None:
        """The extension that holds."""
        return in_force(self.extensions).get(register)

    def conflict(self, register: str) -> Conflict | None:
        """What makes the deadline of a register impossible; None where it was moved, or can be met."""
        if self.extension(register) is not None or register not in self.plan.registers:
            return None
        return next((one for one in conflicts(self.plan, register, None) if one.kind in _LISTS), None)

    def next_cycle(self, register: str) -> Cycle | None:
        """The next list that can leave after the cut-off."""
        schedule = self.plan.registers.get(register)
        if schedule is None or schedule.hand_over is None:
            return None
        return cycles_after(schedule.hand_over, self.plan.holidays, self.cut_off + timedelta(days=1), 1)[0]
