"""What is read of findings."""

import json
from collections.abc import Collection
from datetime import date

import polars as pl
from django.db.models import Q

from sosach.findings.finding import Group
from sosach.registers.register import Register
from sosach.rules.context import Context
from sosach.store.accounts.selectors import commune
from sosach.store.findings.evaluating import Asked, asked
from sosach.store.findings.models import Finding, SharedKey, State
from sosach.store.findings.overview import OPEN, overview
from sosach.store.registers import selectors as registers
from sosach.store.registers.cleaned import clean

_CHUNK = 900


def questions_about(
    register: Register, on: date, persons: Collection[int] | None = None, typed: pl.DataFrame | None = None
) -> Asked:
    """The current values of persons, or of everybody, with the questions of their register.

    Args:
        register: the register.
        on: the day.
        persons: who; None: everybody.
        typed: their typed current frame, if the caller has made it.
    """
    where = commune(on)
    if typed is None:
        typed = clean(registers.frame(register, persons), register, on, where)
    last = registers.imports(register.name)
    if not last:
        return asked(typed, Context(on=on, register=register, commune=where), {})
    placed = _told_apart(typed, registers.not_in(last[0].operation, register.name, persons))
    return asked(placed, Context(on=on, register=register, commune=where), json.loads(last[0].headings))


def _told_apart(typed: pl.DataFrame, elsewhere: dict[int, int]) -> pl.DataFrame:
    """Rows of older files are named with their import: “dòng 12” of two files is not one place."""
    if not elsewhere:
        return typed
    older = pl.DataFrame(list(elsewhere.items()), schema={"index": pl.UInt32, "_import": pl.Int64}, orient="row")
    joined = typed.join(older, on="index", how="left", maintain_order="left")
    named = pl.format("{} (lần nhập {})", "sheet", "_import")
    return joined.with_columns(pl.coalesce(named, "sheet").alias("sheet")).drop("_import")


def keys_of(persons: Collection[int]) -> set[int]:
    """The keys of persons, as they were made last."""
    return {
        key
        for some in _chunks(persons)
        for key in SharedKey.objects.filter(person__in=some).values_list("key", flat=True)
    }


def holding(keys: Collection[int]) -> set[int]:
    """The persons who have one of some keys."""
    return {
        person
        for some in _chunks(keys)
        for person in SharedKey.objects.filter(key__in=some).values_list("person", flat=True)
    }


def open_findings(person: int) -> list[Finding]:
    """What is open or waiting about a person."""
    return list(Finding.objects.filter(person=person, state__in=(State.OPEN, State.WAITING)).order_by("rule", "field"))


def unsettled() -> Q:
    """What asks for something, or may stand by a decision, as long as the rules find it."""
    return Q(state__in=(State.OPEN, State.WAITING)) | Q(state=State.SET_ASIDE, gone=False)


def still_open(persons: Collection[int]) -> list[Finding]:
    """What is open or waiting about some persons."""
    return [
        finding
        for some in _chunks(persons)
        for finding in Finding.objects.filter(person__in=some, state__in=(State.OPEN, State.WAITING))
    ]


def persons_by_group(register: str) -> dict[str, dict[str, int]]:
    """Per group of the plan: persons with something open, persons all of whose findings of the group are settled."""
    counted = (
        overview(register)
        .group_by("group")
        .agg(all=pl.col("person").n_unique(), open=pl.col("person").filter(OPEN).n_unique())
    )
    by_group = {name: {"open": left, "settled": every - left} for name, every, left in counted.iter_rows()}
    return {group.value: by_group[group.value] for group in Group if group.value in by_group}


def findings_by_state(register: str) -> dict[str, int]:
    """How many findings are in which state; what stood with a reason and is not found any more is settled."""
    is_gone = pl.col("gone") & (pl.col("state") == State.SET_ASIDE.value)
    state = pl.when(is_gone).then(pl.lit(State.SETTLED.value)).otherwise("state")
    return dict(overview(register).group_by(state.alias("state")).len().sort("state").iter_rows())


def _chunks(numbers: Collection[int]) -> list[list[int]]:
    whole = sorted(numbers)
    return [whole[i : i + _CHUNK] for i in range(0, len(whole), _CHUNK)]
