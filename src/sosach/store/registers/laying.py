"""The rows of a file laid to the persons of its register, and where the two differ."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.intake.reading import Opened
from sosach.registers.register import Register
from sosach.rules.context import Commune
from sosach.store.registers.cleaned import clean
from sosach.store.registers.frames import RAW, base_frame, file_objects, stand
from sosach.store.registers.matching import KNOWN, NEW, REJECTED, WAITING, matched

Stored = tuple[int, str, int, str, str]  # person, sheet, row, what was shown, marked cells

_WHOLE_FILE = 1 << 30  # rows in a batch: a register is taken in at once


@dataclass(frozen=True, slots=True)
class Laid:
    """A file beside its register."""

    register: Register
    commune: Commune
    fields: tuple[str, ...]  # that the file has
    typed: pl.DataFrame  # typed frame of the file
    home: pl.DataFrame  # typed base frame of the persons whose row does not say what it said before
    stored: Mapping[int, Stored]  # everybody in the register
    # `index`, `sheet`, `row`, `ending`, `person` (new ones with their numbers), `why`, `raw`, `cells`
    rows: pl.DataFrame

    @property
    def gone(self) -> list[int]:
        """The persons of the register whom no row may mean."""
        met = set(self.rows.filter(pl.col("ending").is_in([KNOWN, WAITING]))["person"])
        return sorted(set(self.stored) - met)

    @property
    def ended(self) -> dict[str, int]:
        """How many rows ended how."""
        counted = self.rows.group_by("ending").len()
        return dict(zip(counted["ending"], counted["len"], strict=True))


@dataclass(frozen=True, slots=True)
class Beside:
    """What a file is laid beside."""

    stored: Mapping[int, Stored]  # the persons of the register
    first_new: int  # the number that the first new person gets
    answers: Mapping[str, int | None]  # whose doubtful rows were found to be, by fingerprint; None: nobody's
    commune: Commune
    on: date


def lay(opened: Opened, beside: Beside) -> Laid:
    """Lays a file beside its register.

    Rows that say exactly what a person's row said before are that person's; only the others are compared.
    """
    register, stored = opened.register, beside.stored
    raw = pl.concat(list(opened.batches(_WHOLE_FILE)))
    fields = tuple(f.name for f in register.fields if f"{f.name}{RAW}" in raw.columns)
    typed = clean(raw, register, beside.on, beside.commune)
    texts, cells = file_objects(raw, fields)
    said = raw.select("index", "sheet", "row").with_columns(
        pl.Series("raw", texts, pl.String), pl.Series("cells", cells, pl.String)
    )
    same = _said_before(said, stored)
    met = set(same["person"])
    others = (one for person, one in stored.items() if person not in met)
    home = clean(base_frame(others, register, fields), register, beside.on, beside.commune)
    ended = pl.concat([same, matched(typed.join(same, on="index", how="anti", maintain_order="left"), home)])
    placed = said.join(ended, on="index", how="left", maintain_order="left")
    if beside.answers:
        placed = _as_answered(placed, beside.answers)
    new = pl.col("ending") == NEW
    numbers = pl.when(new).then(new.cum_sum() + (beside.first_new - 1)).otherwise("person").cast(pl.UInt32)
    return Laid(register, beside.commune, fields, typed, home, stored, placed.with_columns(numbers.alias("person")))


def _said_before(rows: pl.DataFrame, stored: Mapping[int, Stored]) -> pl.DataFrame:
    """Rows that say what one person's row said, and no other row or person says: laid to that person."""
    before = pl.DataFrame(
        [(person, raw, cells) for person, _, _, raw, cells in stored.values()],
        schema={"person": pl.UInt32, "raw": pl.String, "cells": pl.String},
        orient="row",
    )
    once = ~pl.struct("raw", "cells").is_duplicated()
    both = rows.filter(once).join(before.filter(once), on=["raw", "cells"], maintain_order="left")
    why = pl.lit(None, dtype=pl.String).alias("why")
    return both.select(pl.col("index").cast(pl.UInt32), pl.lit(KNOWN).alias("ending"), "person", why)


def fingerprint(raw: str) -> str:
    """What a row says, as a hash."""
    return hashlib.sha256(raw.encode()).hexdigest()


def _as_answered(rows: pl.DataFrame, answers: Mapping[str, int | None]) -> pl.DataFrame:
    """Doubtful rows about which somebody has said whose they are, unless that person has a row already."""
    taken = set(rows.filter(pl.col("ending") == KNOWN)["person"])
    endings, people = rows["ending"].to_list(), rows["person"].to_list()
    for place, (ending, raw) in enumerate(rows.select("ending", "raw").iter_rows()):
        if ending != WAITING or (print_ := fingerprint(raw)) not in answers:
            continue
        person = answers[print_]
        if person is None:
            endings[place], people[place] = REJECTED, None
        elif person not in taken:
            endings[place], people[place] = KNOWN, person
            taken.add(person)
    return rows.with_columns(pl.Series("ending", endings, pl.String), pl.Series("person", people, pl.UInt32))


def differences(laid: Laid) -> pl.DataFrame:
    """Where known persons stand otherwise in the file than in the files before: `person`, `field`, `old`, `new`."""
    known = laid.rows.filter(pl.col("ending") == KNOWN).select("index", "person")
    known = known.join(laid.home.select(person="index"), on="person", how="semi", maintain_order="left")
    after = known.join(laid.typed, on="index", how="left", maintain_order="left")
    before = known.select(index="person").join(laid.home, on="index", how="left", maintain_order="left")
    parts = [_different(after, before, name) for name in laid.fields]
    return pl.concat(parts).sort("person", maintain_order=True)


def _different(after: pl.DataFrame, before: pl.DataFrame, name: str) -> pl.DataFrame:
    new = after.select("person", stand(name).alias("new"))
    told = new.with_columns(before.select(stand(name).alias("old")))
    return told.filter(pl.col("old").ne_missing(pl.col("new"))).select(
        "person", pl.lit(name).alias("field"), "old", "new"
    )
