"""How many persons are on their way back into the national software: ready, prepared, taken.

Only persons about whom an event tells something are looked at, so that a province's register costs no more than the
work that was done on it; what was read follows the log (`log.following`). What `upload prepare` will write is told by
`upload.ready`; here it is counted for status.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl
from django.db.models import Min, QuerySet

from sosach.campaign.confirmation import Taken
from sosach.store.civil.beside import BIRTHS, CHILDREN
from sosach.store.civil.models import Alone
from sosach.store.log.following import BRINGING, Following, News, until
from sosach.store.log.models import Event
from sosach.store.registers.models import Import, Person, Record
from sosach.store.upload.models import Fact

_CHUNK = 900


@dataclass(frozen=True, slots=True)
class GoingBack:
    """Persons by how far their settled values have come."""

    ready: frozenset[int]  # something is in no upload yet
    uploaded: int  # something was prepared
    confirmed: int  # a later export has all of it
    reopened: int  # a later export lacks some of it, or shows something else


def going_back(register: str, on: date) -> GoingBack:
    """What stands at the end of a day."""
    facts = _facts().filter(pl.col("register") == register, pl.col("prepared_on") <= on)
    return GoingBack(_ready(register, on, facts), **_prepared(facts, on))


def _prepared(facts: pl.DataFrame, on: date) -> dict[str, int]:
    """Persons by what became of the last facts that uploads hold of them."""
    taken = pl.when(pl.col("confirmed_on") <= on).then("taken")
    latest = facts.sort("upload").unique(["person", "field"], keep="last", maintain_order=True)
    told = (
        latest.filter(pl.col("event").is_not_null())
        .group_by("person")
        .agg(
            good=(taken == Taken.ACCEPTED.value).fill_null(value=False).all(),
            bad=taken.is_in([Taken.MISSING.value, Taken.DIFFERENT.value]).any(),
        )
    )
    return {"uploaded": told.height, "confirmed": int(told["good"].sum()), "reopened": int(told["bad"].sum())}


def _ready(register: str, on: date, facts: pl.DataFrame) -> frozenset[int]:
    """Persons with a value above the last file, or in no file at all, that no upload holds: those of `upload.ready`
    whom nothing was prepared for yet."""
    above = _ABOVE.now().filter(pl.col("register") == register, pl.col("first") <= on)
    met = _met().filter(pl.col("register") == register, pl.col("entered_on") <= on)
    changed = above.join(facts.select("person", "event"), on=["person", "event"], how="anti")
    unknown = met.join(facts.filter("is_new").select("person"), on="person", how="anti")
    lacking = _in_the_book(register, on) - set(facts.filter("is_new")["person"])
    return frozenset([*changed["person"], *unknown["person"], *lacking])


def _in_the_book(register: str, on: date) -> set[int]:
    """The children whom the births book alone has: they are to be added, by their entries."""
    if register != CHILDREN:
        return set()
    alone = Alone.objects.filter(person__register=BIRTHS, why="new", person__left="", person__entered_on__lte=on)
    return set(alone.values_list("person", flat=True))


def _read_above() -> pl.DataFrame:
    """Whom something else than a file has told something about, since when, and the events that stand above."""
    return _above(Event.objects.filter(person__isnull=False), None)


def _above(events: QuerySet[Event], persons: Collection[int] | None) -> pl.DataFrame:
    told = events.filter(kind="changed").exclude(source="import").values_list("person").annotate(first=Min("on"))
    first = {person: day for person, day in told.order_by() if person is not None}
    rows = [
        (person, of, first[person], int(one["event"]))
        for some in _chunks(first if persons is None else first.keys() & persons)
        for person, of, left, text in Record.objects.filter(person__in=some).values_list(*_RECORD)
        if not left
        for one in json.loads(text).values()
    ]
    schema = {"person": pl.Int64, "register": pl.String, "first": pl.Date, "event": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _renew_above(known: pl.DataFrame, news: News) -> pl.DataFrame | None:
    if news.tells_of(BRINGING):
        return None
    if not news.persons:
        return known
    persons = sorted(news.persons)
    fresh = _above(Event.objects.filter(person__in=persons), news.persons)
    return pl.concat([known.filter(~pl.col("person").is_in(persons)), fresh])


@until(BRINGING | {"merge", "merge_chosen"})
def _met() -> pl.DataFrame:
    """The persons who stand in no file."""
    people = Person.objects.filter(left="").exclude(seen_in__in=Import.objects.values("operation"))
    schema = {"person": pl.Int64, "register": pl.String, "entered_on": pl.Date}
    return pl.DataFrame(list(people.values_list("id", "register", "entered_on")), schema=schema, orient="row")


@until({"upload", "upload_typed", "upload_confirm"})
def _facts() -> pl.DataFrame:
    """What uploads hold; `is_new` of somebody whom the software did not have."""
    held = Fact.objects.filter(upload__cancelled_by=None)
    return pl.DataFrame(
        list(held.values_list(*_FACT.values())), schema={name: _TYPES[name] for name in _FACT}, orient="row"
    )


def _chunks(numbers: Collection[int]) -> Iterator[list[int]]:
    whole = sorted(numbers)
    return (whole[i : i + _CHUNK] for i in range(0, len(whole), _CHUNK))


_RECORD = ("person_id", "person__register", "person__left", "overrides")
_FACT = {
    "upload": "upload_id",
    "register": "upload__register",
    "prepared_on": "upload__prepared_on",
    "person": "person_id",
    "field": "field",
    "event": "event",
    "is_new": "is_new",
    "taken": "taken",
    "confirmed_on": "confirmed_on",
}
_TYPES = {
    **dict.fromkeys(("upload", "person", "event"), pl.Int64),
    **dict.fromkeys(("register", "field", "taken"), pl.String),
    **dict.fromkeys(("prepared_on", "confirmed_on"), pl.Date),
    "is_new": pl.Boolean,
}

_ABOVE = Following(_read_above, _renew_above)
