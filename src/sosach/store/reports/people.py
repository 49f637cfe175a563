"""Where everybody stands at a day, read from persons, findings, lists and uploads: what reports count.

A day counts by what was done on it or before (`on` of every event); the clock is not looked at. Where somebody has left
the register, the first reason that applies is told, as the campaign's figures do.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce
from typing import Any

import polars as pl

from sosach.campaign.balance import Left
from sosach.papers.categories import in_order, line_of
from sosach.papers.standing import Stage, Standing, Trait
from sosach.people import hamlet as hamlets
from sosach.store.registers.models import Person, Record
from sosach.store.reports.progress import Progress, progress

_LONG_AGO = timedelta(days=60)  # Law on Civil Status 2014 Art. 15: births are registered within sixty days
_ELDERLY = 60

_COLUMNS = (
    "id", "hamlet", "left", "entered_on", "status", "status_on", "sixteen_on", "birth_date", "personal_id", "name_key",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """As much of a person as is counted."""

    id: int
    hamlet: str | None
    left: str
    entered_on: date
    status: str | None
    status_on: date
    sixteen_on: date | None
    birth_date: str | None
    personal_id: str | None
    name_key: str | None


@dataclass(frozen=True, slots=True)
class Everybody:
    """The persons of a register at a day."""

    standings: dict[int, Standing]  # of somebody who draws two benefits in two rows by the lower number
    same: Mapping[int, int]  # the other rows of persons, and whose they are


def standings(register: str, day: date, names: Iterable[str]) -> Everybody:
    """Everybody who was known by a day.

    Args:
        register: its name.
        day: the last day that counts.
        names: of the hamlets of the plan.
    """
    rows = [_Row(*one) for one in _known(register, day)]
    placed = _hamlets([row.hamlet for row in rows], list(names))
    how = progress(register, day)
    benefits = _benefits(register) if register == "beneficiaries" else {}
    found = {row.id: _standing(row, day, placed, how, benefits) for row in rows}
    return _one_per_person(rows, found) if benefits else Everybody(found, {})


def _known(register: str, day: date) -> list[tuple[Any, ...]]:
    people = Person.objects.filter(register=register, entered_on__lte=day).order_by("id")
    return list(people.values_list(*_COLUMNS))


def _standing(
    row: _Row, day: date, placed: Mapping[str | None, str], how: Progress, benefits: Mapping[int, tuple[str, bool]]
) -> Standing:
    line, stopped = benefits.get(row.id, ("", False))
    left = _left(row, day) or (Left.ENDED if stopped else None)
    standing = how.of(row.id, held=left is None)
    return replace(
        standing,
        left=left,
        hamlet=placed[row.hamlet],
        entries=(line,) if line else (),
        traits=standing.traits | _traits(row, standing, day),
    )


def _left(row: _Row, day: date) -> Left | None:
    if row.left:
        return Left.MERGED if row.left == "merged" else Left.WITHDRAWN
    if row.status == "deceased" and row.status_on <= day:
        return Left.DECEASED
    if row.status == "moved" and row.status_on <= day:
        return Left.MOVED
    return Left.TURNED_SIXTEEN if row.sixteen_on and row.sixteen_on <= day else None


def _traits(row: _Row, standing: Standing, day: date) -> frozenset[Trait]:
    """What follows from the date of birth."""
    if standing.stage is None or not row.birth_date:
        return frozenset()
    found = set()
    if len(row.birth_date) < 10:
        found.add(Trait.YEAR_ONLY)
    elif standing.stage is Stage.AWAITING_REGISTRATION and day - date.fromisoformat(row.birth_date) > _LONG_AGO:
        found.add(Trait.BORN_LONG_AGO)
    if day.year - int(row.birth_date[:4]) >= _ELDERLY:
        found.add(Trait.ELDERLY)
    return frozenset(found)


def _hamlets(shown: list[str | None], names: list[str]) -> dict[str | None, str]:
    """The plan's name of every hamlet as it stands, "" where it has none; without a list of the plan as it stands."""
    distinct = sorted({name for name in shown if name})
    matched = hamlets.match(pl.Series("hamlet", distinct, pl.String), names) if distinct and names else None
    found = matched["match"].to_list() if matched is not None else [None] * len(distinct)
    unknown = "" if names else None
    told = {name: match or unknown for name, match in zip(distinct, found, strict=True)}
    return {None: "", "": ""} | {name: name if match is None else match for name, match in told.items()}


def _benefits(register: str) -> dict[int, tuple[str, bool]]:
    """The line of every row's benefit, and whether it was stopped."""
    told = Record.objects.filter(person__register=register).values_list("person_id", "facts")
    facts = {person: json.loads(text) for person, text in told.iterator(chunk_size=2000)}
    return {
        person: (line_of(one.get("category")), one.get("benefit_status") == "stopped") for person, one in facts.items()
    }


def _one_per_person(rows: list[_Row], found: Mapping[int, Standing]) -> Everybody:
    """Rows of one number, name and date of birth are one person with several benefits."""
    by_person: dict[object, list[int]] = defaultdict(list)
    for row in rows:
        same = (row.personal_id, row.name_key, row.birth_date) if row.personal_id else row.id
        by_person[same].append(row.id)
    whole = {many[0]: _together([found[one] for one in many]) for many in by_person.values()}
    return Everybody(whole, {other: many[0] for many in by_person.values() for other in many[1:]})


def _together(many: list[Standing]) -> Standing:
    """A person with several rows: held as long as one of them is, and as far as the slowest of these."""
    held = [one for one in many if one.held]
    if not held:
        return many[0]
    whole = reduce(_joined, held)
    return replace(whole, entries=in_order([entry for one in held for entry in one.entries]))


_SLOWEST = {stage: number for number, stage in enumerate(Stage)}


def _joined(one: Standing, other: Standing) -> Standing:
    stages = [stage for stage in (one.stage, other.stage) if stage is not None]
    return replace(
        one,
        found=one.found | other.found,
        open=one.open | other.open,
        fields=one.fields | other.fields,
        findings=one.findings + other.findings,
        open_findings=one.open_findings + other.open_findings,
        stage=min(stages, key=_SLOWEST.__getitem__) if stages else None,
        compared=one.compared or other.compared,
        traits=one.traits | other.traits,
    )
