"""A person as the desk shows them: facts as people read them, the household around, as far as somebody may see."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl
from django.db.models import Q

from sosach.outputs.shown import shown_values
from sosach.registers.field import Kind
from sosach.registers.register import Register
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.desk.visible import visible
from sosach.store.findings.models import Finding, State
from sosach.store.findings.selectors import unsettled
from sosach.store.log.act import Actor
from sosach.store.registers.models import Person, Record
from sosach.store.registers.selectors import register_named

_NEIGHBOURS = 12  # shown
NUMBERS = frozenset({Kind.PERSONAL_ID, Kind.OLD_ID, Kind.INSURANCE, Kind.PHONE})

# Facts that a task does not need: none of them is shown, sent or named in a page.
_SENSITIVE = frozenset(
    {"ethnicity", "special_circumstance", "at_risk", "poverty", "category", "disability_type", "disability_degree"}
)
_ALL_FACTS = frozenset({"operator", "culture", "leader"})
_SOME_FACTS: Mapping[str, frozenset[str]] = {
    "registry": frozenset({"ethnicity"}),
    "clinic": frozenset({"ethnicity"}),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a person."""

    field: str
    label: str
    value: str  # as people read it; empty: none is known
    is_number: bool  # shown masked
    written: str  # what the file shows where the value could not be read or reads otherwise


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody of the same household, or with the same parents."""

    person: Person
    open: int  # findings


@dataclass(frozen=True, slots=True)
class Card:
    """A person."""

    person: Person
    register: Register
    facts: tuple[Fact, ...]
    household: tuple[Neighbour, ...]

    def fact(self, field: str) -> Fact | None:
        """The fact of a field, if it may be seen."""
        return next((one for one in self.facts if one.field == field), None)


def card(person: Person, actor: Actor) -> Card:
    """The card of a person that the actor may see."""
    register = register_named(person.register)
    record = Record.objects.get(person=person.id)
    facts = facts_of(register, json.loads(record.facts), json.loads(record.raw), hidden_from(actor))
    return Card(person, register, facts, _household(person, actor))


def hidden_from(actor: Actor) -> frozenset[str]:
    """The fields that an actor's task does not need."""
    if actor.role in _ALL_FACTS:
        return frozenset()
    return _SENSITIVE - _SOME_FACTS.get(actor.role, frozenset())


def may_see_numbers(actor: Actor) -> bool:
    """Whether an actor may ask for a whole number, which is logged."""
    return Right.SEE_NUMBER in ROLES.get(actor.role, frozenset())


def facts_of(
    register: Register, facts: Mapping[str, str], raw: Mapping[str, str], hidden: frozenset[str]
) -> tuple[Fact, ...]:
    """Facts in the order of the register; what is neither known nor written is left out."""
    named = [one for one in register.fields if one.name not in hidden and (facts.get(one.name) or raw.get(one.name))]
    read = as_read([(one.name, facts.get(one.name)) for one in named], register)
    return tuple(
        Fact(one.name, one.label, value, one.kind in NUMBERS, _written(raw.get(one.name, ""), value))
        for one, value in zip(named, read, strict=True)
    )


def as_read(values: Iterable[tuple[str, str | None]], register: Register) -> list[str]:
    """Cleaned values, each with its field, as people read them; empty for none."""
    told = list(values)
    if not told:
        return []
    frame = pl.DataFrame(told, schema={"field": pl.String, "value": pl.String}, orient="row")
    printed = frame.select(shown_values(pl.col("value"), pl.col("field"), register).fill_null(""))
    return [str(value) for value in printed.to_series()]


def _written(raw: str, value: str) -> str:
    return raw if raw.strip().casefold() != value.casefold() else ""


def _household(person: Person, actor: Actor) -> tuple[Neighbour, ...]:
    """Those of the same household code, or else of the same parents in the same hamlet; the person too."""
    if person.household_code:
        same = Q(household_code=person.household_code)
    elif person.kin_key:
        same = Q(kin_key=person.kin_key, hamlet=person.hamlet)
    else:
        return ()
    near = Q(register=person.register, left="") & same
    found = list(visible(actor).filter(near).order_by("birth_date", "id")[:_NEIGHBOURS])
    waiting = Finding.objects.filter(person__in=[one.id for one in found], state=State.OPEN)
    counts: dict[int, int] = {}
    for number in waiting.values_list("person", flat=True):
        counts[number] = counts.get(number, 0) + 1
    return tuple(Neighbour(one, counts.get(one.id, 0)) for one in found)


def open_questions(person: Person) -> Sequence[Finding]:
    """What is open, waiting or set aside about a person, the most certain first."""
    order = {"error": 0, "warning": 1}
    found = Finding.objects.filter(unsettled(), person=person).select_related("other")
    return sorted(found, key=lambda one: (one.state != State.OPEN, order.get(one.severity, 2), one.rule, one.field))
