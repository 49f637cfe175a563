"""The days of hand-over by the plan: whether a list leaves on a day, and when it is due back."""

from dataclasses import dataclass
from datetime import date

from sosach.campaign.cycles import cycles
from sosach.campaign.days_in_words import WEEKDAYS
from sosach.campaign.extension import in_force
from sosach.findings.notices import refused
from sosach.registers.register import Register
from sosach.store.accounts.selectors import extensions, plan


@dataclass(frozen=True, slots=True)
class HandOverDay:
    """A list that leaves on some day."""

    due: date
    in_plan: bool  # whether the plan sends lists on that day, or on that day of the week
    weekday: str  # on which the plan sends them, in words


def hand_over_day(register: Register, on: date) -> HandOverDay:
    """What the plan says of a list that leaves on a day.

    Raises:
        Refused: lists of this register go to nobody by the plan.
    """
    schedule = plan().registers.get(register.name)
    if schedule is None or schedule.hand_over is None:
        raise refused("police_no_hand_over", register_label=register.label)
    rule, hand_over = plan().holidays, schedule.hand_over
    extension = in_force(extensions()).get(register.name)
    planned = [c for c in cycles(schedule, rule, extension.until if extension else None) if c.send == on]
    due = planned[0].back if planned else rule.moved(hand_over.back_on(on), rule.back)
    words = list(WEEKDAYS.values())[hand_over.send]
    return HandOverDay(due, bool(planned) or on.weekday() == hand_over.send, words)
