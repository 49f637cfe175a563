"""What is read of the births book beside the register: figures for status and reports, and the rows behind them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from sosach.campaign.precedence import SOURCE_LABELS, Source
from sosach.findings.notices import refused
from sosach.registers.catalogue import registers
from sosach.store.civil.beside import BIRTHS, CHILDREN, Known, different, known, pairs, seen, sources, told_by_the_book
from sosach.store.civil.models import Alone, Correction, Extract, Pair, Ruling, Taken
from sosach.store.log.selectors import undone_operations
from sosach.store.registers.models import Person

# What a new child's row takes from its entry: fields of children by fields of births.
_TAKEN = {"address": "residence"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How far the comparison with the births book is; persons, but for `differences`."""

    compared_on: date | None = None  # the day of the last extract; None: nothing was compared yet
    entries: int = 0  # of all extracts together = same + review + only_in_births
    same: int = 0
    review: int = 0  # pairs of which somebody has to say whether they are one person
    persons_different: int = 0
    differences: int = 0
    not_in_register: int = 0  # entries that are to be added
    only_in_births: int = 0  # entries without a child, those to be added among them
    only_in_register: int = 0  # children without an entry
    overdue: int = 0  # of these, without a sign of a registration after 60 days
    corrections: int = 0  # entries that civil registration has been asked to correct, and has not
    fields: Mapping[str, int] = field(default_factory=dict)  # differences by field


def figures() -> Figures:
    """The figures as they stand."""
    last = Extract.objects.order_by("-operation").first()
    if last is None:
        return Figures()
    told = different(pairs(sure=True))
    alone = Alone.objects.filter(person__left="")
    counted = told["field"].value_counts().sort("field")
    return Figures(
        compared_on=last.compared_on,
        entries=Person.objects.filter(register=BIRTHS, left="").count(),
        same=len(pairs(sure=True)),
        review=len(pairs(sure=False)),
        persons_different=told["child"].n_unique(),
        differences=told.height,
        not_in_register=told_by_the_book(registers()[BIRTHS]).height,
        only_in_births=alone.filter(person__register=BIRTHS).count(),
        only_in_register=alone.filter(person__register=CHILDREN).count(),
        overdue=len(overdue_children()),
        corrections=len(corrections()),
        fields=dict(counted.iter_rows()),
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a child that the book tells otherwise."""

    child: Person
    birth: Person
    field: str
    ours: str | None
    theirs: str | None
    source: str  # of the book, in words
    prevails: bool | None  # whether the book does; None: neither does


def all_differences() -> list[Difference]:
    """Every difference of the pairs that are sure, child by child."""
    told = different(pairs(sure=True))
    people = Person.objects.in_bulk([*told["child"], *told["birth"]])
    return [
        Difference(people[child], people[birth], name, ours, theirs, SOURCE_LABELS[Source(source)], prevails)
        for child, birth, name, ours, theirs, source, prevails in told.iter_rows()
    ]


def doubtful_pairs() -> list[Pair]:
    """The pairs of which somebody has to say whether they are one person."""
    found = Pair.objects.filter(sure=False, child__left="", birth__left="")
    return list(found.select_related("child", "birth").order_by("child"))


@dataclass(frozen=True, slots=True)
class NewChild:
    """An entry of the book that the register does not have: a row for the register, ready to be added."""

    birth: Person
    values: Mapping[str, str]  # cleaned values by fields of children


def new_children() -> list[NewChild]:
    """The children who are to be added to the register, in the order in which they came."""
    found = Person.objects.filter(
        id__in=Alone.objects.filter(person__register=BIRTHS, why="new").values("person"), left=""
    ).order_by("id")
    now = known([birth.id for birth in found])
    return [NewChild(birth, as_child(now[birth.id])) for birth in found]


def overdue_children() -> list[Person]:
    """The children without a sign of a registration after 60 days, as of the last comparison."""
    told = told_by_the_book(registers()[CHILDREN]).filter(pl.col("rule") == "civil_unregistered_60")
    return list(Person.objects.filter(id__in=told["person"].to_list()).order_by("id"))


def as_child(entry: Known) -> dict[str, str]:
    """What an entry tells, as the register of children would hold it."""
    names = ((one.name, _TAKEN.get(one.name, one.name)) for one in registers()[CHILDREN].fields)
    return {name: entry.facts[taken] for name, taken in names if taken in entry.facts and name != "note"}


def corrections() -> list[Correction]:
    """The entries that civil registration has been asked to correct and has not: “cải chính hộ tịch”."""
    asked = Correction.objects.filter(undone_by=None, child__left="", birth__left="").order_by("operation")
    whole = list(asked.select_related("child", "birth"))
    still = set(different({(one.child_id, one.birth_id) for one in whole}).select("child", "field").iter_rows())
    return [one for one in whole if (one.child_id, one.field) in still]


def entry_of(child: Person) -> Person:
    """The entry of a child.

    Raises:
        Refused: none was found for sure.
    """
    pair = Pair.objects.filter(child=child, sure=True, birth__left="").select_related("birth").first()
    if pair is None:
        raise refused("civil_no_entry", value=child.record_code or "")
    return pair.birth


def evidence_of(birth: Person) -> tuple[str, Source]:
    """The entry as a document, with book and number, and the book that it was taken from."""
    source = sources().get(birth.seen_in, Source.BIRTH_BOOK)
    return _document(known([birth.id])[birth.id], source), source


def evidence_of_all(births: Collection[int]) -> dict[int, str]:
    """Entries as documents, with book and number."""
    taken_from, seen_in = sources(), dict(seen(births))
    return {
        birth: _document(told, taken_from.get(seen_in[birth], Source.BIRTH_BOOK))
        for birth, told in known(births).items()
    }


def _document(entry: Known, source: Source) -> str:
    parts = [SOURCE_LABELS[source]]
    parts += [f"quyển {entry.facts['book_no']}"] if "book_no" in entry.facts else []
    parts += [f"số {entry.facts['birth_cert_no']}"] if "birth_cert_no" in entry.facts else []
    return ", ".join(parts)


def resting_on(extract: int) -> int | None:
    """An operation that rests on the entries of an extract and holds; None: there is none."""
    new = set(Person.objects.filter(since=extract).values_list("id", flat=True))
    return next((operation for operation, birth in _operations() if birth in new), None)


def _operations() -> list[tuple[int, int]]:
    """What was decided about entries, with the entry."""
    gone = undone_operations()
    models = (Correction, Ruling, Taken)
    told = [one for model in models for one in model._default_manager.values_list("operation", "birth")]
    return sorted(one for one in told if one[0] not in gone)
