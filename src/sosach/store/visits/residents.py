"""Who has to be asked in which hamlet: children and beneficiaries with open questions, household by household."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
from django.db.models import Q, QuerySet

from sosach.campaign.outcome import Whom
from sosach.campaign.questions import OpenFinding
from sosach.campaign.visit_list import Resident
from sosach.dates.age import sixteen_on
from sosach.dates.partial import high
from sosach.intake.wording import fold
from sosach.people.hamlet import match
from sosach.store.accounts.selectors import plan
from sosach.store.findings.models import Finding, State
from sosach.store.registers.models import Record
from sosach.text.collation import person_key

REGISTERS = ("children", "beneficiaries")

_GONE = ("moved", "deceased", "aged_out")  # statuses of persons whom nobody finds in the hamlet any more
_COLUMNS = ("person_id", "person__register", "person__hamlet", "raw", "overrides", "facts")


@dataclass(frozen=True, slots=True)
class Known:
    """A person who has to be asked, with what a list keeps of them."""

    resident: Resident
    register: str
    household: str  # the same for all who live together
    facts: Mapping[str, str]  # cleaned values


@dataclass(frozen=True, slots=True)
class Asked:
    """Who has to be asked."""

    by_hamlet: Mapping[str, tuple[Known, ...]]  # in the order of houses
    nowhere: int  # persons whose hamlet is none of the plan's: they stand on no list


def hamlets(on: date) -> tuple[str, ...]:
    """The hamlets of a day, as the plan names them."""
    return tuple(hamlet.name for hamlet in plan().hamlets if hamlet.exists(on))


def hamlets_named(names: Sequence[str], on: date) -> list[str | None]:
    """The hamlets that somebody names in other ways, former names too; None for what is no hamlet of that day."""
    known = {name: hamlet.name for hamlet in plan().hamlets if hamlet.exists(on) for name in _all_names(hamlet)}
    if not names or not known:
        return [None] * len(names)
    found = match(pl.Series(list(names), dtype=pl.String), plan().hamlet_names(on))["match"]
    return [known.get(name) if name else None for name in found]


def asked(on: date) -> Asked:
    """Everybody about whom a household could tell something; read by two statements, however many they are."""
    findings: dict[int, list[OpenFinding]] = defaultdict(list)
    for person, *told in _findings().values_list("person", "rule", "group", "severity", "field"):
        findings[person].append(OpenFinding(*told))
    rows = list(_records().values_list(*_COLUMNS))
    names = sorted({row[2] for row in rows if row[2]})
    hamlet_of = dict(zip(names, hamlets_named(names, on), strict=True))
    known: dict[str, list[Known]] = defaultdict(list)
    nowhere = 0
    young = _young([json.loads(row[5]).get("birth_date") for row in rows], on)
    for row, is_young in zip(rows, young, strict=True):
        hamlet = hamlet_of.get(row[2])
        if hamlet is None:
            nowhere += 1
        else:
            known[hamlet].append(_known(row, findings[row[0]], is_child=_is_child(row[1], is_young)))
    return Asked({hamlet: _in_order(known[hamlet]) for hamlet in sorted(known)}, nowhere)


def _all_names(hamlet: Any) -> tuple[str, ...]:
    return (hamlet.name, *hamlet.former_names)


def _findings() -> QuerySet[Finding]:
    """What is open, or waits for those who go from house to house."""
    still = Q(state=State.OPEN) | Q(state=State.WAITING, waiting_for=Whom.COLLABORATOR.value)
    here = Finding.objects.filter(still, register__in=REGISTERS, person__left="").exclude(field="")
    return here.exclude(person__status__in=_GONE).order_by("id")


def _records() -> QuerySet[Record]:
    return Record.objects.filter(person__in=_findings().order_by().values("person")).order_by("person_id")


def _young(births: Iterable[str | None], on: date) -> list[bool | None]:
    """Whether somebody is surely under sixteen; None where the date of birth is not known."""
    frame = pl.DataFrame({"born": list(births)}, schema={"born": pl.String})
    told = frame.select((sixteen_on(high(pl.col("born"))) > on).alias("young")).to_series()
    return told.to_list()


def _is_child(register: str, is_young: bool | None) -> bool:
    """Of whom no date of birth is known the register decides."""
    return register == "children" if is_young is None else is_young


def _known(row: tuple[Any, ...], findings: Sequence[OpenFinding], *, is_child: bool) -> Known:
    person, register, _, raw, overrides, text = row
    facts: dict[str, str] = json.loads(text)
    cells: dict[str, str | None] = json.loads(raw) | {name: one["raw"] for name, one in json.loads(overrides).items()}
    resident = Resident(
        person=person,
        is_child=is_child,
        full_name=facts.get("full_name") or cells.get("full_name"),
        birth_date=facts.get("birth_date"),
        sex=facts.get("sex"),
        household_code=facts.get("household_code"),
        household_head=facts.get("household_head") or cells.get("household_head"),
        values=cells,
        findings=tuple(findings),
        category=facts.get("category") or cells.get("category"),
        special_circumstance=facts.get("special_circumstance") or cells.get("special_circumstance"),
    )
    return Known(resident, register, _household(resident), facts)


def _household(resident: Resident) -> str:
    """By the household's code, else by its head; somebody without either lives alone."""
    if resident.household_code:
        return resident.household_code
    return fold(resident.household_head) if resident.household_head else f"#{resident.person}"


def _in_order(known: Sequence[Known]) -> tuple[Known, ...]:
    """House by house; within one by name. Those of whom no house is known come last."""
    names = [one.resident.full_name or "" for one in known]
    keys = pl.DataFrame({"name": names}, schema={"name": pl.String}).select(person_key(pl.col("name"))).to_series()

    def place(at: int) -> tuple[bool, str, str, int]:
        house = known[at].household
        return house.startswith("#"), house, keys[at] or "", known[at].resident.person

    return tuple(known[at] for at in sorted(range(len(known)), key=place))
