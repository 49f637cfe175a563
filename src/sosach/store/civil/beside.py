"""What the births book tells of persons in the home, as findings: the same whenever it is asked, for a few or for all.

It rests on who was found to be who at the last comparison (`civil.models`), and on the values of now: a value that was
brought into line is no difference any more.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from sosach.campaign.precedence import SOURCE_LABELS, Precedence, Source
from sosach.linkage import civil, link_findings
from sosach.linkage.differences import differences, fields_compared, worth_telling
from sosach.linkage.meeting import Meeting
from sosach.registers.catalogue import registers
from sosach.registers.register import Register
from sosach.store.accounts.selectors import plan
from sosach.store.civil.models import Alone, Extract, Pair
from sosach.store.registers.models import Person, Record
from sosach.store.registers.selectors import known_fields
from sosach.store.registers.sources import source_of_event

BIRTHS, CHILDREN = "births", "children"

FROM_THE_BOOK = "civil_"  # how the codes of its findings begin

SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "person": pl.UInt32,
    **dict.fromkeys(("rule", "field", "group", "severity", "value", "suggestion", "certainty", "message"), pl.String),
    "other": pl.UInt32,
}

_ALONE = ("birth_date", "personal_id", "birth_cert_no", "status", "note")
_CHUNK = 900


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person now."""

    facts: Mapping[str, str]  # cleaned values
    raw: Mapping[str, str | None]  # what stands in the cells
    sources: Mapping[str, str]  # of the fields that stand above the file: the event's source


def told_by_the_book(register: Register, persons: Collection[int] | None = None) -> pl.DataFrame:
    """The findings of the births book about persons of a register, or about everybody in it (`SCHEMA`)."""
    last = Extract.objects.order_by("-operation").first()
    if last is None or register.name not in (BIRTHS, CHILDREN):
        return pl.DataFrame(schema=SCHEMA)
    if register.name == BIRTHS:
        return _not_in_register(persons)
    return pl.concat([_differences(register, persons), _overdue(persons, last.compared_on)])


def pairs(persons: Collection[int] | None = None, *, sure: bool | None = None) -> list[tuple[int, int]]:
    """Children with their entries, both still there: of everybody, or of some children."""
    found = Pair.objects.filter(child__left="", birth__left="").order_by("child")
    if sure is not None:
        found = found.filter(sure=sure)
    if persons is None:
        return list(found.values_list("child", "birth"))
    return [pair for some in _chunks(persons) for pair in found.filter(child__in=some).values_list("child", "birth")]


def known(persons: Collection[int]) -> dict[int, Known]:
    """What is known of persons now."""
    found = {}
    for some in _chunks(persons):
        rows = Record.objects.filter(person__in=some).values_list("person_id", "facts", "raw", "overrides")
        for person, facts, raw, overrides in rows:
            over = json.loads(overrides)
            cells = {**json.loads(raw), **{name: one["raw"] for name, one in over.items()}}
            found[person] = Known(json.loads(facts), cells, {name: one["source"] for name, one in over.items()})
    return found


def sources() -> dict[int, Source]:
    """The book from which an entry was taken, by the import in which it stands."""
    return {one.operation: Source(one.source) for one in Extract.objects.all()}


def different(told: Collection[tuple[int, int]]) -> pl.DataFrame:
    """What children and their entries say differently now.

    Args:
        told: pairs of a child and an entry.

    Returns:
        `child`, `birth`, `field`, `ours`, `theirs`, `source` (of the entry) and `prevails`: whether the book does; null
        where neither stands above the other.
    """
    children, births = registers()[CHILDREN], registers()[BIRTHS]
    whole = sorted(told)
    now = known({person for pair in whole for person in pair})
    have = known_fields(CHILDREN) & known_fields(BIRTHS)
    fields = [field for field in fields_compared(children, births, Meeting.CIVIL) if field.name in have]
    if not whole or not fields:
        return pl.DataFrame(schema=_DIFFERENT)
    ours, theirs = ([now[pair[end]] for pair in whole] for end in (0, 1))
    found = differences(fields, lambda name: _column(ours, name), lambda name: _column(theirs, name))
    found = found.filter(worth_telling(pl.col("kind"), Meeting.CIVIL, children))
    taken_from, order = sources(), plan().precedence
    seen_in = dict(seen([birth for _, birth in whole]))
    rows = []
    for place, field, one, other in found.select("pair", "field", "left", "right").iter_rows():
        child, birth = whole[place]
        source = taken_from.get(seen_in[birth], Source.BIRTH_BOOK)
        rows.append((child, birth, field, one, other, source.value, _prevails(field, now[child], source, order)))
    return pl.DataFrame(rows, schema=_DIFFERENT, orient="row")


_DIFFERENT: dict[str, pl.DataType | type[pl.DataType]] = {
    "child": pl.UInt32,
    "birth": pl.UInt32,
    **dict.fromkeys(("field", "ours", "theirs", "source"), pl.String),
    "prevails": pl.Boolean,
}


def _prevails(field: str, child: Known, book: Source, order: Precedence) -> bool | None:
    """Whether the book stands above what stands in the register; an official's decision it leaves to officials."""
    mine = source_of_event(child.sources.get(field, "import"))
    if mine is None:
        return None
    told = order.prevails(field, mine, book)
    return None if told is None else told == "right"


def _differences(register: Register, persons: Collection[int] | None) -> pl.DataFrame:
    told = different(pairs(persons, sure=True))
    parts = [pl.DataFrame(schema=SCHEMA)]
    for (source,), rows in told.group_by("source", maintain_order=True):
        placed = rows.select(
            pl.lit("").alias("sheet"), pl.col("child").cast(pl.Int64).alias("row"), "field", "ours", "theirs",
            "prevails", pl.lit("").alias("other_sheet"), pl.col("birth").cast(pl.Int64).alias("other_row"),
        )  # fmt: skip
        label = SOURCE_LABELS[Source(str(source))]
        parts.append(_of_persons(link_findings.civil_differences(placed, register, "left", label)))
    return pl.concat(parts)


def _overdue(persons: Collection[int] | None, on: date) -> pl.DataFrame:
    """Children without a sign of a registration, as far as the comparison of that day could see."""
    rows = _alone(persons, person__register=CHILDREN)
    now = known([person for person, _ in rows])
    facts = [{name: now[person].facts.get(name) for name in _ALONE} for person, _ in rows]
    frame = pl.DataFrame(facts, schema=dict.fromkeys(_ALONE, pl.String)).with_columns(
        pl.Series("row", [person for person, _ in rows], pl.Int64), pl.lit("").alias("sheet")
    )
    why = civil.only_in_register(frame, pl.Series([double for _, double in rows], dtype=pl.Boolean), on)
    late = frame.filter(why == "overdue")
    return _of_persons(link_findings.unregistered(late, on, "left"))


def _not_in_register(persons: Collection[int] | None) -> pl.DataFrame:
    """Entries that the register does not have and should have."""
    found = [person for person, _ in _alone(persons, person__register=BIRTHS, why="new")]
    now = known(found)
    names = ("birth_cert_no", "book_no")
    facts = [{name: now[person].facts.get(name) for name in names} for person in found]
    frame = pl.DataFrame(facts, schema=dict.fromkeys(names, pl.String)).with_columns(
        pl.Series("row", found, pl.Int64), pl.lit("").alias("sheet")
    )
    return _of_persons(link_findings.not_in_register(frame, "right"))


def _alone(persons: Collection[int] | None, **which: str) -> list[tuple[int, bool]]:
    """Those who were found on one side only and are still there, and whether another row of the person was found."""
    alone = Alone.objects.filter(person__left="", **which).order_by("person")
    if persons is None:
        return list(alone.values_list("person", "double"))
    return [row for some in _chunks(persons) for row in alone.filter(person__in=some).values_list("person", "double")]


def _of_persons(found: pl.DataFrame) -> pl.DataFrame:
    """Findings whose rows are numbers of persons."""
    return found.select(
        pl.col("row").cast(pl.UInt32).alias("person"),
        "rule",
        pl.col("field").fill_null(""),
        *("group", "severity", "value", "suggestion", "certainty", "message"),
        pl.col("other_row").cast(pl.UInt32).alias("other"),
    ).cast(pl.Schema(SCHEMA))


def _column(side: list[Known], name: str) -> pl.DataFrame:
    return pl.DataFrame(
        {"value": [one.facts.get(name) for one in side], "raw": [one.raw.get(name) for one in side]},
        schema={"value": pl.String, "raw": pl.String},
    )


def seen(persons: Collection[int]) -> Iterator[tuple[int, int]]:
    """Persons with the last import in which they stood."""
    for some in _chunks(persons):
        yield from Person.objects.filter(id__in=some).values_list("id", "seen_in")


def _chunks(numbers: Collection[int]) -> list[list[Any]]:
    whole = sorted(set(numbers))
    return [whole[i : i + _CHUNK] for i in range(0, len(whole), _CHUNK)]
