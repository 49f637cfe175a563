"""What the national software lacks: values that stand above the last export, new persons, and records to be deleted.

A value is settled when it stands above the file (a decision, an answer, a visit) and no rule calls it impossible. What
somebody else has changed there since it was uploaded waits until it is decided once more.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from django.db.models import Min

from sosach.outputs.upload.settled import RECORD, NewPerson, Settled
from sosach.outputs.upload.settled import Person as Named
from sosach.registers.register import Register
from sosach.store.civil.beside import CHILDREN
from sosach.store.civil.selectors import new_children
from sosach.store.findings.models import Finding, State
from sosach.store.log.models import Event
from sosach.store.registers.frames import stand
from sosach.store.registers.models import Import, Person, Record
from sosach.store.upload.selectors import latest_facts

Key = tuple[str, str]  # what the log calls the change, and the field

_NEVER = "\0"  # no value is this one

_COLUMNS = ("person_id", "person__seen_in", "person__sheet", "person__row", "overrides", "facts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from."""

    person: int
    field: str
    old: str | None
    new: str | None
    event: int | None
    hamlet: str | None
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What is ready, and what is not."""

    settled: tuple[Settled, ...] = ()
    new_persons: tuple[NewPerson, ...] = ()
    sources: Mapping[Key, Source]
    typed: frozenset[Key] = frozenset()  # typed by hand before, and not missed since
    held: int = 0  # values that a rule calls impossible
    waiting: int = 0  # values that somebody else has changed in the software
    not_in_export: int = 0  # values of persons whom the last export does not have any more


@dataclass(frozen=True, slots=True)
class _Standing:
    """A person with what stands above the files."""

    person: int
    seen_in: int
    where: tuple[str, int]
    overrides: Mapping[str, Mapping[str, Any]]
    facts: Mapping[str, str]

    @property
    def named(self) -> Named:
        return Named(
            full_name=self.facts.get("full_name"),
            birth_date=self.facts.get("birth_date"),
            record_code=self.facts.get("record_code"),
            hamlet=self.facts.get("hamlet"),
        )


def event_name(event: int) -> str:
    """What papers call an event.

    >>> event_name(412)
    'Q-000412'
    """
    return f"Q-{event:06}"


def collected(register: Register, base: Import, typed: pl.DataFrame | None = None) -> Collected:
    """What is ready to go back.

    Args:
        register: the register.
        base: its last export.
        typed: the typed frame of that export, for what stands there now; None: only what is ready is asked.
    """
    above = _above(register)
    impossible, waiting = _impossible(register), _waiting(register)
    shown = _shown(typed, above) if typed is not None else {}
    settled: list[Settled] = []
    sources: dict[Key, Source] = {}
    kept: Counter[str] = Counter()
    for one in above:
        for field, over in one.overrides.items():
            if why := _kept_back(one, field, base, impossible, waiting):
                kept[why] += 1
                continue
            settled.append(_settled(one, field, over, shown))
            sources[settled[-1].change, field] = _source(one, settled[-1], over["event"])
    for one, event, keep in _doubles(register, base):
        settled.append(
            Settled(person=one.named, where=one.where, field=RECORD, old=None, new=keep, change=event_name(event))
        )
        sources[settled[-1].change, RECORD] = _source(one, settled[-1], event)
    persons = [*_met(_new(register), register, impossible, sources), *_in_the_book(register, sources)]
    return Collected(
        settled=tuple(settled),
        new_persons=tuple(person for person in persons if person.values),
        sources=sources,
        typed=_typed(register, sources),
        held=kept["held"],
        waiting=kept["waiting"],
        not_in_export=kept["away"],
    )


def _doubles(register: Register, base: Import) -> list[tuple[_Standing, int, str]]:
    """Records that were found to be another one's person and still stand in the export: the event, and who is kept."""
    records = Record.objects.filter(person__register=register.name, person__left="merged")
    gone = _standing(records.filter(person__seen_in=base.operation).order_by("person_id").values_list(*_COLUMNS))
    told = Event.objects.filter(kind="merged", person__in=[one.person for one in gone]).order_by("seq")
    merged = {event.person: (event.seq, int(json.loads(event.details)["into"])) for event in told}
    kept = Person.objects.in_bulk([into for _, into in merged.values()])
    names = {person: one.record_code or one.full_name or "" for person, one in kept.items()}
    return [(one, merged[one.person][0], names[merged[one.person][1]]) for one in gone if one.person in merged]


def _kept_back(
    one: _Standing, field: str, base: Import, impossible: set[tuple[int, str]], waiting: Mapping[tuple[int, str], int]
) -> str:
    """Why a value does not go back now; empty where it does."""
    over = one.overrides[field]
    if one.seen_in != base.operation:
        return "away"
    if over["value"] is not None and (one.person, field) in impossible:
        return "held"
    return "waiting" if over["event"] < waiting.get((one.person, field), 0) else ""


def _source(one: _Standing, settled: Settled, event: int) -> Source:
    return Source(
        person=one.person,
        field=settled.field,
        old=settled.old,
        new=settled.new,
        event=event,
        hamlet=one.facts.get("hamlet"),
    )


def _settled(
    one: _Standing, field: str, over: Mapping[str, Any], shown: Mapping[tuple[str, int, str], str | None]
) -> Settled:
    return Settled(
        person=one.named,
        where=one.where,
        field=field,
        old=shown.get((*one.where, field)),
        new=over["value"],
        change=event_name(over["event"]),
    )


def _met(
    new: Sequence[_Standing], register: Register, impossible: set[tuple[int, str]], sources: dict[Key, Source]
) -> Iterator[NewPerson]:
    """Persons of the register whom no export has, with everything that is known."""
    came = _first_events(new)
    for one in new:
        change = event_name(came[one.person])
        values = {
            field.name: one.facts[field.name]
            for field in register.fields
            if field.name in one.facts and (one.person, field.name) not in impossible
        }
        for name, value in values.items():
            event = one.overrides.get(name, {}).get("event", came[one.person])
            sources[change, name] = _fresh(one.person, name, value, event, one.facts.get("hamlet"))
        yield NewPerson(values=values, change=change)


def _in_the_book(register: Register, sources: dict[Key, Source]) -> Iterator[NewPerson]:
    """Children of the births book whom the register does not have; what settles them is the extract."""
    for child in new_children() if register.name == CHILDREN else ():
        change = f"KS-{child.birth.id:06}"
        for name, value in child.values.items():
            sources[change, name] = _fresh(child.birth.id, name, value, child.birth.since, child.values.get("hamlet"))
        yield NewPerson(values=child.values, change=change)


def _fresh(person: int, field: str, value: str, event: int, hamlet: str | None) -> Source:
    return Source(person=person, field=field, old=None, new=value, event=event, hamlet=hamlet, is_new=True)


def _first_events(persons: Sequence[_Standing]) -> dict[int, int]:
    """The event by which each person came in."""
    told = Event.objects.filter(person__in=[one.person for one in persons]).values("person").annotate(first=Min("seq"))
    return {one["person"]: one["first"] for one in told if one["person"] is not None}


def _above(register: Register) -> list[_Standing]:
    """Persons of an import with values above the files."""
    records = Record.objects.filter(person__register=register.name, person__left="").exclude(overrides="{}")
    return _standing(
        records.filter(person__seen_in__in=_imports(register)).order_by("person_id").values_list(*_COLUMNS)
    )


def _new(register: Register) -> list[_Standing]:
    """Persons who came in otherwise than by an import, and stand in none."""
    records = Record.objects.filter(person__register=register.name, person__left="")
    return _standing(
        records.exclude(person__seen_in__in=_imports(register)).order_by("person_id").values_list(*_COLUMNS)
    )


def _imports(register: Register) -> list[int]:
    return list(Import.objects.filter(register=register.name).values_list("operation", flat=True))


def _standing(rows: Any) -> list[_Standing]:
    return [
        _Standing(person, seen_in, (sheet, row), json.loads(overrides), json.loads(facts))
        for person, seen_in, sheet, row, overrides, facts in rows
    ]


def _impossible(register: Register) -> set[tuple[int, str]]:
    """Values that a rule calls impossible, and nobody has let stand."""
    still = Finding.objects.filter(register=register.name, severity="error", state__in=(State.OPEN, State.WAITING))
    return set(still.exclude(field="").values_list("person", "field"))


def _waiting(register: Register) -> dict[tuple[int, str], int]:
    """Facts that somebody else has changed in the software, with the comparison that found it; not those decided
    since."""
    found = {
        (fact.person_id, fact.field): fact.confirmed_by
        for fact in latest_facts(register.name, taken="different")
        if fact.confirmed_by is not None
    }
    if not found:
        return {}
    for told in Event.objects.filter(kind="decision", seq__gt=min(found.values())).values_list("seq", "details"):
        said = json.loads(told[1])
        key = (said["person"], said["field"])
        if key in found and told[0] > found[key]:
            del found[key]
    return found


def _typed(register: Register, sources: Mapping[Key, Source]) -> frozenset[Key]:
    """What was typed by hand as it is now, and of which no later export says that it is not there."""
    done = {
        (fact.person_id, fact.field): fact.new for fact in latest_facts(register.name, taken="") if fact.typed == "done"
    }
    return frozenset(key for key, one in sources.items() if done.get((one.person, one.field), _NEVER) == one.new)


def _shown(typed: pl.DataFrame, above: list[_Standing]) -> dict[tuple[str, int, str], str | None]:
    """What stands in the export in the fields concerned, by sheet, row and field."""
    fields = sorted({field for one in above for field in one.overrides if field in typed.columns})
    places = pl.DataFrame(
        [one.where for one in above], schema={"sheet": pl.String, "row": pl.Int64}, orient="row"
    ).unique()
    rows = typed.with_columns(pl.col("row").cast(pl.Int64)).join(places, on=["sheet", "row"])
    told = rows.select("sheet", "row", *(stand(name).alias(name) for name in fields))
    return {(row["sheet"], row["row"], name): row[name] for row in told.iter_rows(named=True) for name in fields}
