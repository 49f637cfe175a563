"""The values that follow from files and overrides: cleaned facts, and the columns by which persons are found."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from sosach.dates.age import sixteen_on
from sosach.dates.partial import high
from sosach.registers.register import Register
from sosach.rules.context import Commune
from sosach.store.registers.cleaned import clean
from sosach.store.registers.frames import base_frame, objects, overridden
from sosach.store.registers.laying import Stored
from sosach.text.folding import search_key

# The columns of `Person` that repeat values, in the order of `Derived.found_by`.
SEARCHED = (
    *("record_code", "full_name", "name_key", "kin_key", "household_code", "birth_date", "sex"),
    *("personal_id", "hamlet", "status", "sixteen_on"),
)
_KIN = ("father_name", "mother_name", "guardian_name")
STATUS = SEARCHED.index("status")

Overrides = Mapping[int, Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows for a person."""

    person: int
    facts: str
    found_by: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Deriving:
    """What cleaning must know."""

    register: Register
    known: Collection[str]  # the fields that some file of the register has
    commune: Commune
    on: date


def current(stored: Iterable[Stored], overrides: Overrides, how: Deriving) -> pl.DataFrame:
    """The typed current frame of persons.

    Args:
        stored: what the files say of them.
        overrides: what stands above the files: per person, field to `value` and `raw`.
        how: what cleaning must know.
    """
    written = {person: {name: over["raw"] for name, over in told.items()} for person, told in overrides.items()}
    frame = overridden(base_frame(stored, how.register, how.known), written)
    return clean(frame, how.register, how.on, how.commune)


def derived(typed: pl.DataFrame, overrides: Overrides, register: Register) -> list[Derived]:
    """The values of persons, in the order of the typed current frame."""
    frame = _with_unknown_fields(typed, overrides, register)
    found = frame.select(*(_column(frame, name, register) for name in SEARCHED))
    facts = objects(frame, [field.name for field in register.fields])
    return [Derived(*one) for one in zip(frame["index"].to_list(), facts, found.rows(), strict=True)]


def _with_unknown_fields(frame: pl.DataFrame, overrides: Overrides, register: Register) -> pl.DataFrame:
    """Overrides of fields that no file has: values all the same, though no rule asks for them."""
    for field in register.fields:
        told = {person: over[field.name]["value"] for person, over in overrides.items() if field.name in over}
        if told and field.name not in frame.columns:
            values = pl.DataFrame(list(told.items()), schema={"index": pl.UInt32, field.name: pl.String}, orient="row")
            frame = frame.join(values, on="index", how="left", maintain_order="left")
    return frame


def _column(frame: pl.DataFrame, name: str, register: Register) -> pl.Expr:
    if name == "name_key" and "full_name" in frame.columns:
        return search_key(pl.col("full_name")).alias(name)
    if name == "kin_key":
        kin = [search_key(pl.col(one)) for one in _KIN if one in frame.columns]
        joined = pl.concat_str(kin, separator="|", ignore_nulls=True) if kin else pl.lit("")
        return pl.when(joined != "").then(joined).alias(name)
    if name == "sixteen_on":
        born = "birth_date" in frame.columns and register.name == "children"
        return (sixteen_on(high(pl.col("birth_date"))) if born else pl.lit(None, dtype=pl.Date)).alias(name)
    return pl.col(name) if name in frame.columns else pl.lit(None, dtype=pl.String).alias(name)
