"""Who can go into the next batch of a register, with what is printed of them; read by two statements however many."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from django.db.models import Q, QuerySet

from sosach.campaign.outcome import Facts, Whom
from sosach.campaign.police_list import FACTS, number_shown, to_verify
from sosach.campaign.readiness import NUMBER_GROUPS, readiness
from sosach.outputs.figures import hamlet_order
from sosach.outputs.rule_words import label
from sosach.registers.register import Register
from sosach.store.civil.beside import pairs
from sosach.store.findings.models import Finding, State
from sosach.store.police.selectors import at_police, unregistered
from sosach.store.registers.models import Record
from sosach.text.collation import person_key

_KIN = ("father_name", "mother_name", "guardian_name")
_TEXTS = (*dict.fromkeys((*FACTS, *_KIN)),)

_ABOUT_NUMBER = Q(group__in=NUMBER_GROUPS)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Those who can go, in the order of the list, and what keeps others back."""

    people: pl.DataFrame  # `person`, `group` and the columns `police_list.FACTS`
    facts: Mapping[int, Facts]  # of each of them
    kept_back: Mapping[str, int]  # persons with an open question about their number, by `readiness.REASONS`


def candidates(register: Register) -> Candidates:
    """Who goes into the next batch.

    A question that waits for somebody else is asked when they have done their part; one that waits for the police
    themselves is asked again.
    """
    told = _findings(register)
    if told.is_empty():
        return Candidates(pl.DataFrame(), {}, {})
    known = _people(_asked(register), register)
    persons = known["person"].to_list()
    out = set(
        at_police(register.name).filter(person__in=_asked(register).values("person")).values_list("person", flat=True)
    )
    without = unregistered(register.name) - {child for child, _ in pairs(persons, sure=True)}
    people = known.with_columns(
        pl.Series("at_police", [person in out for person in persons], pl.Boolean),
        pl.Series("unregistered", [person in without for person in persons], pl.Boolean),
    )
    judged = readiness(people, told, register.name)
    ready = people.join(judged.filter("ready"), on="person", maintain_order="left").with_columns(
        pl.col("labels").map_elements(to_verify, return_dtype=pl.String).alias("to_verify")
    )
    ordered = ready.sort(hamlet_order(pl.col("hamlet")), person_key(pl.col("full_name")), "person", nulls_last=True)
    printed = ordered.with_columns(number_shown(pl.col("personal_id"), pl.col("shown")).alias("personal_id"))
    return Candidates(
        printed.select("person", "group", *FACTS),
        {one["person"]: facts_of(one) for one in ordered.iter_rows(named=True)},
        Counter(str(why) for why in judged["why_not"].drop_nulls()),
    )


def facts_of(told: Mapping[str, Any]) -> Facts:
    """The facts that an answer is compared with.

    Args:
        told: `full_name`, `birth_date`, `sex`, `personal_id` as cleaned values, and `shown`: what stands in the cell
            of the number.
    """
    return Facts(
        full_name=told["full_name"],
        birth_date=told["birth_date"],
        sex=told["sex"],
        personal_id=told["personal_id"],
        personal_id_shown=None if told["personal_id"] else told["shown"],
    )


def number_cell(raw: str, overrides: str) -> str | None:
    """What stands in the cell of a person's number now.

    Args:
        raw: `Record.raw`.
        overrides: `Record.overrides`.
    """
    over = json.loads(overrides).get("personal_id")
    found: str | None = over["raw"] if over else json.loads(raw).get("personal_id")
    return found


def _asked(register: Register) -> QuerySet[Finding]:
    """The open questions about numbers."""
    open_ones = Q(state=State.OPEN) | Q(state=State.WAITING, waiting_for=Whom.POLICE.value)
    return Finding.objects.filter(_ABOUT_NUMBER & open_ones, register=register.name, person__left="")


def _findings(register: Register) -> pl.DataFrame:
    """Everything open about those of whom a number is asked, as `readiness` wants it."""
    others = Q(state=State.OPEN) | (Q(state=State.WAITING) & ~_ABOUT_NUMBER)
    mine = Finding.objects.filter(person__in=_asked(register).values("person"))
    columns = ("person", "rule", "group", "severity", "field")
    rows = [
        *_asked(register).order_by("id").values_list(*columns),
        *mine.filter(others & ~_ABOUT_NUMBER).order_by("id").values_list(*columns),
    ]
    schema = {"person": pl.Int64, **dict.fromkeys(columns[1:], pl.String)}
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(label(pl.col("rule"), register).alias("label"))


def _people(asked: QuerySet[Finding], register: Register) -> pl.DataFrame:
    """`person`, `shown` and the facts of everybody of whom a number is asked."""
    records = Record.objects.filter(person__in=asked.values("person")).order_by("person_id")
    return frame_of(records.values_list("person_id", "facts", "raw", "overrides"), register)


def frame_of(records: Iterable[tuple[int, str, str, str]], register: Register) -> pl.DataFrame:
    """The facts of persons: `person`, `shown` (the cell of the number), and those of `_TEXTS` that the register has."""
    names = [name for name in _TEXTS if name in register.by_name]
    columns: dict[str, list[Any]] = defaultdict(list)
    for person, facts, raw, overrides in records:
        told = json.loads(facts)
        columns["person"].append(person)
        columns["shown"].append(number_cell(raw, overrides))
        for name in names:
            columns[name].append(told.get(name))
    missing = {name: pl.lit(None, dtype=pl.String) for name in FACTS if name not in names}
    schema = {"person": pl.Int64, "shown": pl.String, **dict.fromkeys(names, pl.String)}
    return pl.DataFrame(dict(columns), schema=schema).with_columns(**missing)
