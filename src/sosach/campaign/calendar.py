"""The calendar of a campaign: every date that a plan implies, what cannot work, and where the plan says two things.

A pure function of the plan and the extensions of its deadlines: the same plan always gives the same calendar.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sosach.campaign.conflicts import Conflict, conflicts
from sosach.campaign.event import Event, in_order
from sosach.campaign.extension import Extension, in_force
from sosach.campaign.plan import Plan
from sosach.campaign.register_events import register_events
from sosach.campaign.report_events import report_events
from sosach.campaign.two_readings import TwoReadings, two_readings
from sosach.refdata.holidays import is_forecast


@dataclass(frozen=True, slots=True)
class Calendar:
    """All dates of a campaign."""

    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]
    two_readings: tuple[TwoReadings, ...]
    uncertain_years: tuple[int, ...]  # whose public holidays are not decided yet


def calendar(plan: Plan, extensions: Sequence[Extension] = ()) -> Calendar:
    """The calendar of a plan.

    Args:
        plan: as it was read.
        extensions: of deadlines, in the order in which they were recorded.

    Raises:
        Refused: a date lies in a year whose public holidays are not known.
    """
    holding = in_force(extensions)
    found = [event for register in plan.registers for event in register_events(plan, register, holding.get(register))]
    if plan.registers:
        first = min(schedule.starts for schedule in plan.registers.values())
        last = max(
            holding[register].until if register in holding else schedule.due
            for register, schedule in plan.registers.items()
        )
        found += report_events(plan, first, last)
    events = in_order(found)
    return Calendar(
        events=events,
        conflicts=tuple(c for register in plan.registers for c in conflicts(plan, register, holding.get(register))),
        two_readings=tuple(two_readings(plan, events)),
        uncertain_years=tuple(sorted({event.day.year for event in events if is_forecast(event.day.year)})),
    )
