"""The plan of a campaign is replaced by another one: a hamlet is renamed, a day moved, an organisation added.

What changes is told before it is done; old plans stay in the home, and the event names both. The commune stays the
same: another commune is another campaign.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from sosach.campaign.plan import read_plan
from sosach.findings.notices import refused
from sosach.registers.catalogue import registers
from sosach.store.accounts.models import Campaign
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import campaign, require
from sosach.store.files import keep, kept
from sosach.store.findings.services import Recomputed, recompute_all
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.registers.selectors import imports
from sosach.store.start import current
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True)
class Difference:
    """A place of the plan that says something else."""

    place: str  # as in the file: “registers.children.due”, “hamlets.Thôn Gò Me.valid_until”
    old: str | None  # None: was not there
    new: str | None  # None: is not there any more


@dataclass(frozen=True, slots=True)
class ReplacedPlan:
    """What came of it."""

    operation: int | None  # None: nothing differs, or nobody has said yes; nothing was done
    differences: tuple[Difference, ...]
    findings: dict[str, Recomputed]  # by register: hamlets and places may be known otherwise now


def compare_plan(file: Path) -> tuple[Difference, ...]:
    """What another plan would change.

    Raises:
        Refused: the file cannot be used, or is the plan of another commune.
    """
    unit, known = read_plan(file).unit, campaign()
    if unit.code != known.unit_code:
        raise refused("plan_elsewhere", file=file.name, value=unit.name, unit=known.unit_name)
    return tuple(_differences(_told(_holding()), _told(file.read_bytes())))


def replace_plan(file: Path, reason: str, *, actor: Actor, on: date) -> ReplacedPlan:
    """Follows another plan from now on.

    Args:
        file: the plan.
        reason: why: the document that changed it.
        actor: who replaces it.
        on: the day.

    Raises:
        Refused: the actor may not, the reason is missing, or the plan cannot be used here.
    """
    require(actor, Right.START)
    if not reason.strip():
        raise refused("reason_missing")
    content = file.read_bytes()
    with writing():
        differences = compare_plan(file)
        if not differences:
            return ReplacedPlan(None, (), {})
        before = campaign().plan_sha256
        sha256 = keep(current().plans, content, ".toml")
        operation = begin(
            "plan",
            Act(actor=actor, on=on, reason=reason),
            old=before,
            new=sha256,
            differences=[[one.place, one.old, one.new] for one in differences],
        )
        unit = read_plan(file).unit
        Campaign.objects.update(plan_sha256=sha256, unit_name=unit.name, province=unit.province)
        found = {
            name: recompute_all(register, operation=operation.number, on=on)
            for name, register in registers().items()
            if imports(name)
        }
    return ReplacedPlan(operation.number, differences, found)


def _holding() -> bytes:
    sha256 = campaign().plan_sha256
    return kept(current().plans / f"{sha256}.toml", sha256)


def _told(content: bytes) -> dict[str, str]:
    """Every value of a plan by its place; a table in a list is named by what it calls itself, not by its number."""
    return dict(_values("", tomllib.loads(content.decode("utf-8-sig"))))


def _values(place: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(f"{place}.{key}" if place else key, inner)
    elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        for number, one in enumerate(value, 1):
            yield from _values(f"{place}.{one.get('name', number)}", one)
    else:
        yield place, _shown(value)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _differences(old: dict[str, str], new: dict[str, str]) -> Iterator[Difference]:
    for place in [*old, *(place for place in new if place not in old)]:
        if old.get(place) != new.get(place):
            yield Difference(place, old.get(place), new.get(place))
