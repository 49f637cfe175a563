"""The made-up commune's registers as workbooks, for the demo, for tests and for pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from sosach.outputs.export_layout import (
    BENEFICIARIES_EXPORT,
    BIRTHS_EXPORT,
    CHILDREN_EXPORT,
    HAMLET_LISTS,
    HEALTH_STATION_LIST,
    Layout,
)
from sosach.outputs.export_workbook import write_register
from sosach.population.commune import HOA_MAU
from sosach.population.injured import injured
from sosach.population.population import population

WORKBOOKS = {
    "tre-em.xlsx": CHILDREN_EXPORT,
    "tre-em-theo-thon.xlsx": HAMLET_LISTS,
    "tre-em-tram-y-te.xlsx": HEALTH_STATION_LIST,
    "bao-tro.xlsx": BENEFICIARIES_EXPORT,
    "khai-sinh.xlsx": BIRTHS_EXPORT,
}

EXPORTED_BEFORE = 14  # days before the reference day, as in the plan


@dataclass(frozen=True, slots=True)
class MadeUpFile:
    """A workbook, and what was done to whom."""

    path: Path
    register: str
    persons: int
    harm: pl.DataFrame  # `sheet`, `row`, `name`, `rule`, `field`, `fault`; see `population.injured.Injured`


def write_made_up_files(folder: Path, size: int, seed: int, on: date) -> Sequence[MadeUpFile]:
    """Writes the workbooks of a commune.

    Args:
        folder: made where it does not exist; files of the same names are replaced.
        size: about how many children.
        seed: another seed, other people.
        on: the reference day.
    """
    folder.mkdir(parents=True, exist_ok=True)
    people = population(size, seed, on)
    return [_write(folder / name, layout, people.of(layout.register), seed, on) for name, layout in WORKBOOKS.items()]


def _write(path: Path, layout: Layout, truth: pl.DataFrame, seed: int, on: date) -> MadeUpFile:
    register = injured(truth, layout.register, seed, layout.fields(), layout.name)
    day = date.fromordinal(on.toordinal() - EXPORTED_BEFORE)
    places = write_register(path, register.cells, layout, HOA_MAU.name, day)
    harm = places.join(register.harm, on="person", maintain_order="left").drop("person")
    return MadeUpFile(path, layout.register, places.height, harm)
