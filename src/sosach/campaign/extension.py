"""Deadlines that are moved: by which document, why, and what then holds. Nothing here is written anywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sosach.campaign.cycles import Cycle, cycles_after
from sosach.campaign.plan import Plan
from sosach.findings.notices import refused
from sosach.registers.catalogue import registers

# Between the last answer of the police and the end: to apply the answers, to bring them into the national software.
DAYS_TO_UPDATE = 2


@dataclass(frozen=True, slots=True)
class Extension:
    """A deadline that was moved."""

    register: str
    until: date  # the last day
    document: str  # its number: “Công văn số 1/SYT”
    reason: str


@dataclass(frozen=True, slots=True)
class ProposedExtension:
    """A deadline that can be met, with the cycles that it leaves room for."""

    until: date
    cycles: tuple[Cycle, ...]


def in_force(extensions: Sequence[Extension]) -> Mapping[str, Extension]:
    """The extension that holds for each register: of several the one that was recorded last."""
    return {extension.register: extension for extension in extensions}


def due(plan: Plan, register: str, extensions: Sequence[Extension] = ()) -> date:
    """The last day on which the update of a register is in time.

    Raises:
        Refused: the plan has no deadline for the register.
    """
    if register not in plan.registers:
        raise refused("extension_none", register_label=registers()[register].label)
    extension = in_force(extensions).get(register)
    return extension.until if extension else plan.registers[register].due


def refuse_earlier(plan: Plan, extension: Extension, before: Sequence[Extension] = ()) -> None:
    """Refuses an extension that would not move the deadline to a later day.

    Args:
        plan: of the campaign.
        extension: to be recorded.
        before: those recorded already.

    Raises:
        Refused: the day is not later than the one that holds, or the plan has no deadline for the register.
    """
    holds = due(plan, extension.register, before)
    if extension.until <= holds:
        label = registers()[extension.register].label
        raise refused(
            "extension_earlier",
            value=f"{extension.until:%d/%m/%Y}",
            register_label=label,
            due=f"{holds:%d/%m/%Y}",
        )


def proposed_extension(plan: Plan, register: str, *, after: date, cycles: int) -> ProposedExtension | None:
    """The deadline that a number of further cycles needs; None where lists of the register go to nobody.

    Args:
        plan: of the campaign.
        register: its name.
        after: the day from which on lists are to leave, this day not among them.
        cycles: how many are needed: one for what is with the police or ready, one more for what is not reviewed.
    """
    hand_over = plan.registers[register].hand_over
    if hand_over is None or cycles < 1:
        return None
    needed = cycles_after(hand_over, plan.holidays, after + timedelta(days=1), cycles)
    return ProposedExtension(plan.holidays.later(needed[-1].back, DAYS_TO_UPDATE), needed)
