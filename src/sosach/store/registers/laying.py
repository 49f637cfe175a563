"""The rows of a file laid to the persons of its register, and where the two differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.intake.reading import Opened
from sosach.registers.register import Register
from sosach.rules.context import Commune
from sosach.store.registers.cleaned import clean
from sosach.store.registers.frames import RAW, base_frame, stand
from sosach.store.registers.matching import KNOWN, NEW, matched

Stored = tuple[int, str, int, str, str]  # person, sheet, row, what was shown, marked cells

_WHOLE_FILE = 1 << 30  # rows in a batch: a register is taken in at once


@dataclass(frozen=True, slots=True)
class Laid:
    """A file beside its register."""

    register: Register
    commune: Commune
    fields: tuple[str, ...]  # that the file has
    raw: pl.DataFrame
    typed: pl.DataFrame
    home: pl.DataFrame  # typed base frame of the register
    stored: Mapping[int, Stored]
    rows: pl.DataFrame  # `index`, `sheet`, `row`, `ending`, `person` (new ones with their numbers), `why`

    @property
    def ended(self) -> dict[str, int]:
        """How many rows ended how."""
        counted = self.rows.group_by("ending").len()
        return dict(zip(counted["ending"], counted["len"], strict=True))


def lay(opened: Opened, stored: Mapping[int, Stored], first_new: int, commune: Commune, on: date) -> Laid:
    """Lays a file beside its register.

    Args:
        opened: the file, read.
        stored: the persons of the register.
        first_new: the number that the first new person gets.
        commune: whose register it is.
        on: the day of cleaning.
    """
    register = opened.register
    raw = pl.concat(list(opened.batches(_WHOLE_FILE)))
    fields = tuple(f.name for f in register.fields if f"{f.name}{RAW}" in raw.columns)
    rows = clean(raw, register, on, commune)
    home = clean(base_frame(stored.values(), register, fields), register, on, commune)
    ended = matched(rows, home)
    new = pl.col("ending") == NEW
    numbers = pl.when(new).then(new.cum_sum() + (first_new - 1)).otherwise("person").cast(pl.UInt32)
    placed = ended.with_columns(raw.select("sheet", "row")).with_columns(numbers.alias("person"))
    return Laid(register, commune, fields, raw, rows, home, stored, placed)


def differences(laid: Laid) -> pl.DataFrame:
    """Where known persons stand otherwise in the file than in the files before: `person`, `field`, `old`, `new`."""
    known = laid.rows.filter(pl.col("ending") == KNOWN).select("index", "person")
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
