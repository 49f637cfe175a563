"""The plan of a campaign as a file: whose commune it is, which hamlets it has on which day, when each register is due.

A plan is TOML, written by an office and read here once. What is not understood is refused with its place: a misspelt
key that is passed over in silence would be a hamlet or a deadline that nobody misses until it is too late.

Source: the commune's plan, I-III; hamlets may be merged and renamed while it runs (Decree 185/2026/NĐ-CP), so each has
its days.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from sosach.campaign.precedence import Order, Precedence, Source, order_of, usual
from sosach.findings.notices import refused
from sosach.registers.catalogue import registers

T = TypeVar("T")

_CODE = re.compile(r"\d{5}")
_LINE = re.compile(r"line (\d+)")
_KINDS = {str: "chữ trong dấu nháy kép", date: "ngày dạng 2026-06-18", list: "danh sách trong [ ]", dict: "một bảng"}


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
class Schedule:
    """When the work on one register begins and is due."""

    starts: date
    due: date  # the last day


@dataclass(frozen=True, slots=True)
class Plan:
    """What a plan file says."""

    unit: Unit
    hamlets: tuple[Hamlet, ...]  # empty: the commune has not given its list yet
    registers: Mapping[str, Schedule]  # by register name
    precedence: Precedence  # which source prevails

    def hamlet_names(self, on: date) -> tuple[str, ...]:
        """The names by which the hamlets of that day are known; a former name shared by two hamlets stands twice."""
        todays = (hamlet for hamlet in self.hamlets if hamlet.exists(on))
        return tuple(name for hamlet in todays for name in (hamlet.name, *hamlet.former_names))


def read_plan(path: Path) -> Plan:
    """The plan in a file.

    Raises:
        Refused: the file is missing, is no TOML, lacks something or holds something that is not understood.
    """
    page = _Table(path.name, "", _parsed(path))
    plan = Plan(
        unit=_unit(page.table("unit")),
        hamlets=tuple(_hamlet(entry) for entry in page.tables("hamlets")),
        registers=_schedules(page.table("registers")) if "registers" in page.values else {},
        precedence=_precedence(page.table("precedence")) if "precedence" in page.values else usual(),
    )
    page.finish()
    _refuse_twice(path.name, (hamlet.name for hamlet in plan.hamlets))
    return plan


def _parsed(path: Path) -> dict[str, object]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as reason:
        raise refused("file_not_found", file=path.name) from reason
    except UnicodeDecodeError as reason:
        raise refused("plan_syntax", file=path.name, row=1) from reason
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as reason:
        line = _LINE.search(str(reason))
        row = line[1] if line else text.count("\n") + 1
        raise refused("plan_syntax", file=path.name, row=row) from reason


class _Table:
    """One table of the file: every key is asked for once, and what nobody asked for is refused."""

    def __init__(self, file: str, place: str, values: dict[str, object]) -> None:
        self.file, self.place, self.values = file, place, dict(values)

    def take(self, key: str, kind: type[T]) -> T:
        """A value that must be there."""
        found = self.maybe(key, kind)
        if found is None:
            raise refused("plan_missing", file=self.file, key=self.at(key))
        return found

    def maybe(self, key: str, kind: type[T]) -> T | None:
        """A value that may be left out."""
        found = self.values.pop(key, None)
        if found is None:
            return None
        if type(found) is not kind or found == "":  # a datetime is a date too, but not a day
            raise self.wrong(key, found, _KINDS[kind])
        return found

    def at(self, key: str) -> str:
        """The key with the table it stands in."""
        return f"{self.place}.{key}" if self.place else key

    def wrong(self, key: str, found: object, wanted: str) -> Exception:
        """The refusal of a value."""
        return refused("plan_value", file=self.file, key=self.at(key), value=str(found)[:40], wanted=wanted)

    def table(self, key: str) -> "_Table":
        """A table within this one."""
        return _Table(self.file, self.at(key), self.take(key, dict))

    def tables(self, key: str) -> list["_Table"]:
        """A list of tables, possibly empty; they are counted from 1."""
        entries = self.maybe(key, list) or []
        for number, entry in enumerate(entries, 1):
            if not isinstance(entry, dict):
                raise self.wrong(f"{key}[{number}]", entry, _KINDS[dict])
        return [_Table(self.file, f"{self.at(key)}[{number}]", entry) for number, entry in enumerate(entries, 1)]

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts, possibly empty."""
        found = self.maybe(key, list) or []
        for word in found:
            if not isinstance(word, str) or not word:
                raise self.wrong(key, word, _KINDS[str])
        return tuple(found)

    def finish(self) -> None:
        """Refuses what nobody asked for."""
        for key in self.values:
            raise refused("plan_unknown", file=self.file, key=self.at(key))


def _unit(table: _Table) -> Unit:
    unit = Unit(code=table.take("code", str), name=table.take("name", str), province=table.take("province", str))
    if not _CODE.fullmatch(unit.code):
        raise table.wrong("code", unit.code, "mã xã gồm 5 chữ số trong dấu nháy kép")
    table.finish()
    return unit


def _hamlet(table: _Table) -> Hamlet:
    hamlet = Hamlet(
        name=table.take("name", str),
        former_names=table.words("former_names"),
        valid_from=table.maybe("valid_from", date),
        valid_until=table.maybe("valid_until", date),
    )
    table.finish()
    return hamlet


def _schedules(table: _Table) -> dict[str, Schedule]:
    schedules = {name: _schedule(table.table(name)) for name in registers() if name in table.values}
    table.finish()
    return schedules


def _schedule(table: _Table) -> Schedule:
    schedule = Schedule(starts=table.take("starts", date), due=table.take("due", date))
    if schedule.due < schedule.starts:
        raise table.wrong("due", schedule.due, f"ngày không trước {schedule.starts}")
    table.finish()
    return schedule


def _precedence(table: _Table) -> Precedence:
    """The plan's own order; what it leaves out stays as the law has it."""
    default = _order(table, "default") or usual().default
    own: dict[str, Order] = {}
    if "fields" in table.values:
        fields = table.table("fields")
        known = {field.name for register in registers().values() for field in register.fields}
        own = {name: _order(fields, name) for name in sorted(known & fields.values.keys())}
        fields.finish()
    table.finish()
    return Precedence(default, {**usual().fields, **own})


def _order(table: _Table, key: str) -> Order:
    names = table.words(key)
    try:
        return order_of(names)
    except ValueError as unknown:
        wanted = f"mỗi nguồn một lần trong: {', '.join(Source)}"
        raise table.wrong(key, str(unknown), wanted) from unknown


def _refuse_twice(file: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise refused("plan_twice", file=file, value=name)
        seen.add(name)
