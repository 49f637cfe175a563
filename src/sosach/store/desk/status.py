"""How far the campaign is: figures that count persons, register by register."""

from datetime import date, timedelta
from typing import Any

from sosach.findings.finding import GROUP_LABELS, Group
from sosach.registers.catalogue import registers
from sosach.store.accounts.selectors import campaign
from sosach.store.findings import selectors as findings
from sosach.store.registers import selectors as persons
from sosach.store.registers.counting import movement

WEEK = timedelta(days=7)

_WEEK = (
    "{before} tuần trước + {new} mới - {merged} gộp - {deceased} đã mất - {moved} chuyển đi "
    "- {turned_sixteen} đủ 16 tuổi = {persons}"
)


def status_of(on: date) -> dict[str, Any]:
    """The figures of `campaign status --json`."""
    known = campaign()
    return {
        "unit": {"code": known.unit_code, "name": known.unit_name, "province": known.province},
        "on": on.isoformat(),
        "registers": {name: _register(name, on) for name in registers() if persons.imports(name)},
    }


def _register(name: str, on: date) -> dict[str, Any]:
    week = movement(name, on - WEEK, on)
    records = week.pop("records")
    return {
        "persons": week["persons"],
        "records": records,
        "week": {"from": (on - WEEK).isoformat(), **week},
        "waiting": len(persons.waiting_rows(name)),
        "groups": findings.persons_by_group(name),
        "findings": findings.findings_by_state(name),
    }


def in_words(figures: dict[str, Any]) -> str:
    """The figures for the terminal."""
    lines = [
        f"{figures['unit']['name']}, {figures['unit']['province']}, ngày {date.fromisoformat(figures['on']):%d/%m/%Y}"
    ]
    for name, told in figures["registers"].items():
        lines.append(f"Sổ {registers()[name].label}: {told['persons']} người, {told['waiting']} dòng chờ quyết định")
        lines.append(f"  Trong tuần: {_WEEK.format_map(told['week'])}")
        for group, counted in told["groups"].items():
            label = GROUP_LABELS[Group(group)]
            lines.append(f"  {label}: {counted['open']} người còn vấn đề, {counted['settled']} người đã xong")
    return "\n".join(lines)
