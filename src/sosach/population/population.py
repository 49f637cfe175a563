"""A made-up commune of any size: the same seed gives the same people, always."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.population.beneficiaries import beneficiaries
from sosach.population.births import births_book
from sosach.population.children import children
from sosach.population.commune import HOA_MAU, Commune
from sosach.population.households import births, families, households

# Persons per household with children, in the commune of the samples.
_CHILDREN_PER_HOUSEHOLD, _GROWN_BENEFICIARIES = 1.69, 0.42


@dataclass(frozen=True, slots=True)
class Population:
    """The facts of each register, one frame per register in the order in which files list them."""

    children: pl.DataFrame
    beneficiaries: pl.DataFrame
    births: pl.DataFrame

    def of(self, register: str) -> pl.DataFrame:
        """The frame of a register."""
        return {"children": self.children, "beneficiaries": self.beneficiaries, "births": self.births}[register]


def population(size: int, seed: int, on: date, commune: Commune = HOA_MAU) -> Population:
    """Made-up people.

    Args:
        size: about how many children.
        seed: another seed, other people.
        on: the reference day: on it no child is sixteen and nobody is yet to be born.
        commune: where they live.
    """
    homes = households(round(size / _CHILDREN_PER_HOUSEHOLD), seed, commune)
    line = births(homes, seed, on)
    eldest = line.group_by("household", maintain_order=True).agg(pl.col("birth_date").first().dt.year())["birth_date"]
    everyone = children(line, families(homes, eldest, seed), seed, on)
    book = births_book(everyone, seed)
    drawing = beneficiaries(round(homes.height * _GROWN_BENEFICIARIES), everyone, seed, on, commune)
    forgotten = book.filter("forgotten").select("child")
    listed = everyone.join(forgotten, on="child", how="anti", maintain_order="left")
    return Population(_by_hamlet(listed, commune), _by_hamlet(drawing, commune), book)


def _by_hamlet(people: pl.DataFrame, commune: Commune) -> pl.DataFrame:
    order = pl.col("hamlet").cast(pl.Enum(commune.hamlets))
    return people.sort(order, maintain_order=True)
