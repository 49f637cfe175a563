"""The persons of a list, made ready to be compared: their facts in memory, what stands in their rows on disk.

A list is cleaned batch by batch, as for a check. The rows wait in files of the working folder, column by column, so
that a million of them cost memory only for the columns that are looked at.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from sosach.cleaning.frame import Cleaning, typed
from sosach.engines.local import BATCH
from sosach.findings.notices import refused
from sosach.intake.reading import Opened
from sosach.linkage.facts import facts_of
from sosach.registers.register import Register

# States that tell an empty value from one that was not understood.
_STATES = ("special_circumstance",)


@dataclass(frozen=True, slots=True)
class Persons:
    """The persons of one list; a position is a number of a row from 0, the same in facts and rows."""

    opened: Opened
    facts: pl.DataFrame  # see `linkage.facts`
    rows: pl.LazyFrame  # `sheet`, `row`, the fields that the file has, and `f__raw` where source texts are kept

    @property
    def register(self) -> Register:
        """The register it is."""
        return self.opened.register

    @property
    def count(self) -> int:
        """How many persons there are."""
        return self.facts.height

    def columns(self) -> list[str]:
        """The names of the columns of `rows`."""
        return self.rows.collect_schema().names()

    def at(self, positions: pl.Series, columns: list[str] | None = None) -> pl.DataFrame:
        """The rows at these positions, in this order; columns that the file does not have are null.

        Args:
            positions: of persons, each as often as it is wanted.
            columns: which; None for `sheet`, `row` and every field of the register.
        """
        wanted = columns or ["sheet", "row", *(field.name for field in self.register.fields)]
        have = [name for name in wanted if name in self.columns()]
        found = self.rows.select(have).collect().select(pl.all().gather(pl.lit(positions))) if have else pl.DataFrame()
        nothing = pl.repeat(None, positions.len(), dtype=pl.String, eager=True)
        return pl.DataFrame([found[name] if name in have else nothing.alias(name) for name in wanted])

    def field(self, name: str, positions: pl.Series) -> pl.DataFrame:
        """A field's values at these positions: `value`, and `raw` where the source texts are kept."""
        columns = [name, *([f"{name}__raw"] if self.opened.keeps_raw else [])]
        return self.at(positions, columns).rename({name: "value", f"{name}__raw": "raw"}, strict=False)


def persons(opened: Opened, how: Cleaning, folder: Path, told: Callable[[int], None]) -> Persons:
    """The persons of a list.

    Args:
        opened: the list.
        how: what cleaning must know.
        folder: an empty folder for the rows; needed as long as the persons are.
        told: hears how many persons were read so far.

    Raises:
        Refused: nobody stands in the list.
        OSError: the folder cannot be written.
    """
    facts: list[pl.DataFrame] = []
    count = 0
    for number, raw in enumerate(opened.batches(BATCH)):
        frame = typed(raw, how)
        facts.append(facts_of(frame))
        _rows(frame, opened).write_parquet(folder / f"{number:06d}.parquet", compression="zstd", compression_level=1)
        count += frame.height
        told(count)
    if not count:
        raise refused("link_nobody", file=opened.name)
    return Persons(opened, pl.concat(facts), pl.scan_parquet(folder / "*.parquet", glob=True))


def _rows(frame: pl.DataFrame, opened: Opened) -> pl.DataFrame:
    have = set(frame.columns)
    fields = [field.name for field in opened.register.fields if field.name in have]
    raws = [f"{name}__raw" for name in fields] if opened.keeps_raw else []
    states = [pl.col(f"{name}__state").cast(pl.String) for name in _STATES if f"{name}__state" in have]
    return frame.select("sheet", pl.col("row").cast(pl.Int64), *fields, *raws, *states)
