"""The plan of a campaign as a file: whose commune it is, its hamlets, who has which part, when what is done and due.

A plan is TOML, written by an office and read here once. What is not understood is refused with its place: a misspelt
key that is passed over in silence would be a hamlet or a deadline that nobody misses until it is too late. Each part of
the file has a module of its own that knows how it is written.

Source: the commune's plan, I-III; hamlets may be merged and renamed while it runs (Decree 185/2026/NĐ-CP), so each has
its days.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sosach.campaign.document import Document, read_document
from sosach.campaign.holiday_rule import HolidayRule, read_holiday_rule
from sosach.campaign.organisations import Organisation, read_organisations
from sosach.campaign.plan_precedence import read_precedence
from sosach.campaign.plan_table import Table, page
from sosach.campaign.precedence import Precedence
from sosach.campaign.report_duty import ReportDuty, read_reports
from sosach.campaign.schedule import Schedule, read_schedules
from sosach.findings.notices import refused

_CODE = re.compile(r"\d{5}")


@dataclass(frozen=True, slots=True)
class Unit:
    """The commune that carries out the plan."""

    code: str  # five digits of today's list
    name: str  # with its kind: “xã Hòa Mẫu”
    province: str


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A hamlet, and the days on which it is one."""

    name: str  # with its kind: “Thôn Gò Me”
    former_names: tuple[str, ...] = ()  # names that papers still carry; two hamlets may share one
    valid_from: date | None = None
    valid_until: date | None = None  # the last day

    def exists(self, on: date) -> bool:
        """Whether it is a hamlet on that day."""
        return (self.valid_from or on) <= on <= (self.valid_until or on)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a plan file says."""

    unit: Unit
    hamlets: tuple[Hamlet, ...]  # empty: the commune has not given its list yet
    registers: Mapping[str, Schedule]  # by register name
    organisations: Mapping[str, Organisation]  # by key
    reports: tuple[ReportDuty, ...]
    holidays: HolidayRule
    precedence: Precedence  # which source prevails
    document: Document | None

    def hamlet_names(self, on: date) -> tuple[str, ...]:
        """The names by which the hamlets of that day are known; a former name shared by two hamlets stands twice."""
        todays = (hamlet for hamlet in self.hamlets if hamlet.exists(on))
        return tuple(name for hamlet in todays for name in (hamlet.name, *hamlet.former_names))


def read_plan(path: Path) -> Plan:
    """The plan in a file.

    Raises:
        Refused: the file is missing, is no TOML, lacks something or holds something that is not understood.
    """
    whole = page(path)
    organisations = read_organisations(whole.maybe_table("organisations"))
    plan = Plan(
        unit=_unit(whole.table("unit")),
        hamlets=tuple(_hamlet(entry) for entry in whole.tables("hamlets")),
        registers=read_schedules(whole.maybe_table("registers"), organisations),
        organisations=organisations,
        reports=read_reports(whole.tables("reports"), organisations),
        holidays=read_holiday_rule(whole.maybe_table("holidays")),
        precedence=read_precedence(whole.maybe_table("precedence")),
        document=read_document(whole.table("document")) if "document" in whole.values else None,
    )
    whole.finish()
    _refuse_twice(path.name, (hamlet.name for hamlet in plan.hamlets))
    return plan


def _unit(table: Table) -> Unit:
    unit = Unit(code=table.take("code", str), name=table.take("name", str), province=table.take("province", str))
    if not _CODE.fullmatch(unit.code):
        raise table.wrong("code", unit.code, "mã xã gồm 5 chữ số trong dấu nháy kép")
    table.finish()
    return unit


def _hamlet(table: Table) -> Hamlet:
    hamlet = Hamlet(
        name=table.take("name", str),
        former_names=table.words("former_names"),
        valid_from=table.maybe("valid_from", date),
        valid_until=table.maybe("valid_until", date),
    )
    if hamlet.valid_from and hamlet.valid_until and hamlet.valid_until < hamlet.valid_from:
        raise table.wrong("valid_until", hamlet.valid_until, f"ngày không trước {hamlet.valid_from}")
    table.finish()
    return hamlet


def _refuse_twice(file: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise refused("plan_twice", file=file, value=name)
        seen.add(name)
