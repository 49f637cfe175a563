"""Who can go into the next batch of a register, with what is printed of them; what was read follows the log."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import polars as pl

from sosach.campaign.outcome import Facts, Whom
from sosach.campaign.police_list import FACTS, number_shown, to_verify
from sosach.campaign.readiness import NUMBER_GROUPS, readiness
from sosach.outputs.figures import hamlet_order
from sosach.outputs.rule_words import label
from sosach.registers.catalogue import registers
from sosach.registers.register import Register
from sosach.store.civil.beside import pairs
from sosach.store.findings.models import State
from sosach.store.findings.overview import OPEN, overview
from sosach.store.log.following import BRINGING, Following, News
from sosach.store.police.selectors import persons_at_police, unregistered
from sosach.store.registers.models import Record
from sosach.text.collation import person_key

_KIN = ("father_name", "mother_name", "guardian_name")
_TEXTS = (*dict.fromkeys((*FACTS, *_KIN)),)

_ABOUT_NUMBER = pl.col("group").is_in(NUMBER_GROUPS)
_RECORD = ("person_id", "facts", "raw", "overrides")
_CHUNK = 900


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
    asked = _asked(register)
    if asked.is_empty():
        return Candidates(pl.DataFrame(), {}, {})
    known = _people(asked["person"].unique().to_list(), register)
    persons = known["person"].to_list()
    out = persons_at_police(register.name)
    without = unregistered(register.name) - {child for child, _ in pairs(persons, sure=True)}
    people = known.with_columns(
        pl.Series("at_police", [person in out for person in persons], pl.Boolean),
        pl.Series("unregistered", [person in without for person in persons], pl.Boolean),
    )
    told = _findings(asked, register)
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


def _asked(register: Register) -> pl.DataFrame:
    """The open questions about numbers."""
    waits = (pl.col("state") == State.WAITING.value) & (pl.col("waiting_for") == Whom.POLICE.value)
    return overview(register.name).filter(_ABOUT_NUMBER, (pl.col("state") == State.OPEN.value) | waits).sort("id")


def _findings(asked: pl.DataFrame, register: Register) -> pl.DataFrame:
    """Everything open about those of whom a number is asked, as `readiness` wants it."""
    every = overview(register.name).join(asked.select("person"), on="person", how="semi")
    others = every.filter(OPEN, ~_ABOUT_NUMBER).sort("id")
    return pl.concat([asked, others]).select(
        "person", "rule", "group", "severity", "field", label(pl.col("rule"), register).alias("label")
    )


class _Kept:
    """The facts of persons of one register, as they were asked for."""

    def __init__(self, facts: pl.DataFrame) -> None:
        self.facts = facts


def _without(known: _Kept, news: News) -> _Kept | None:
    if news.tells_of(BRINGING):
        return None
    return _Kept(known.facts.filter(~pl.col("person").is_in(sorted(news.persons)))) if news.persons else known


@lru_cache
def _following(register: str) -> Following[_Kept]:
    return Following(lambda: _Kept(frame_of((), registers()[register])), _without)


def _people(persons: Sequence[int], register: Register) -> pl.DataFrame:
    """`person`, `shown` and the facts of persons, in their order."""
    kept = _following(register.name).now()
    facts = kept.facts
    missing = sorted(set(persons) - set(facts["person"]))
    for start in range(0, len(missing), _CHUNK):
        told = Record.objects.filter(person__in=missing[start : start + _CHUNK]).values_list(*_RECORD)
        facts = pl.concat([facts, frame_of(told, register)])
    kept.facts = facts
    return facts.filter(pl.col("person").is_in(persons)).unique("person").sort("person")


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
