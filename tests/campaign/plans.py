"""Plan files for tests: those of the project, and small ones with slips."""

from pathlib import Path

import pytest

from sosach.campaign.plan import Plan, read_plan
from sosach.findings.notices import Notice, Refused

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "plans" / "mau.toml"
CAO_DUC = ROOT / "plans" / "cao-duc-2026.toml"
PUBLISHED = ROOT / "docs" / "plan" / "ke-hoach-cao-duc-2026.txt"

UNIT = '[unit]\ncode = "99999"\nname = "xã Hòa Mẫu"\nprovince = "tỉnh Bắc Ninh"\n'

OFFICES = """
[organisations.office]
name = "Phòng Văn hóa - Xã hội xã"
short = "Phòng VH-XH"
role = "culture"
[organisations.police]
name = "Công an xã"
role = "police"
"""


def read(folder: Path, text: str) -> Plan:
    """The plan in a text."""
    path = folder / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return read_plan(path)


def refusal(folder: Path, text: str) -> Notice:
    """Why a plan is refused."""
    with pytest.raises(Refused) as caught:
        read(folder, text)
    return caught.value.notice


def plan_of(
    folder: Path, *, starts: str, due: str, phases: dict[str, tuple[str, str]], during: str, more: str = ""
) -> Plan:
    """A plan with one register and hand-overs from Thursday to Wednesday.

    Args:
        folder: to write it into.
        starts: first day.
        due: last day.
        phases: first and last day by name.
        during: the phases that lists leave in, as TOML.
        more: further tables.
    """
    parts = [f'{UNIT}{OFFICES}[registers.children]\nstarts = {starts}\ndue = {due}\norganisation = "office"\n']
    for name, (first, last) in phases.items():
        parts.append(f'[[registers.children.phases]]\nname = "{name}"\nstarts = {first}\nends = {last}\n')
    parts.append('[registers.children.hand_over]\nsend = "thursday"\nback = "wednesday"\nweeks_later = 1\n')
    parts.append(f'during = {during}\nsender = "office"\nreceiver = "police"\n{more}')
    return read(folder, "".join(parts))
