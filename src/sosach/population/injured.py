"""A register as it reaches the officer: the people are true, the cells have suffered.

About one person in seven suffers one injury, nobody two; everything else is merely untidy. What was done to whom is
told beside it, so that tests can say what was found and what was found for nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from sosach.population.catalogue import injuries
from sosach.population.dice import Dice
from sosach.population.harm import CHILDREN, Injury
from sosach.population.untidy import untidied
from sosach.population.ward import Ward
from sosach.population.writing import written
from sosach.registers.catalogue import registers

# Of the persons; the civil registry is kept with more care.
SHARES = {"children": 0.15, "beneficiaries": 0.15, "births": 0.03}


@dataclass(frozen=True, slots=True)
class Injured:
    """A register in cells."""

    register: str
    cells: pl.DataFrame  # `person`, `home` (the hamlet where the person lives) and one column per field
    harm: (
        pl.DataFrame
    )  # `person`, `name`, `rule`, `field`, `fault` (false: only to be said as info); several per person


def injured(truth: pl.DataFrame, register: str, seed: int, fields: Sequence[str], layout: str | None = None) -> Injured:
    """Cells of a register after untidiness and injuries.

    Args:
        truth: facts from `population`.
        register: its name.
        seed: of the population.
        fields: that the file will have; nothing is done that would not be seen there.
        layout: how the file is laid out, where an injury asks for it.
    """
    dice = Dice(seed, "person", f"harm {register} {layout}")
    home = truth["hamlet"] if "hamlet" in truth.columns else pl.Series([""] * truth.height)
    tidy = written(truth, register).with_columns(home.alias("home")).with_row_index("person")
    if "household_code" in tidy.columns:
        tidy = tidy.with_columns(pl.len().over("household_code").alias(CHILDREN))
    messy, told = untidied(tidy, register, fields, dice)
    asked = sorted((i for i in injuries() if i.register == register and _seen(i, fields, layout)), key=_hardest_first)
    ward = Ward(tidy, dice)
    for injury, count in zip(asked, _counts(asked, SHARES[register] * tidy.height), strict=True):
        ward.injure(injury, count)
    cells = ward.discharged(messy).select("person", "home", *registers()[register].by_name)
    return Injured(register, _by_home(cells), _all_harm(ward, told))


def _seen(injury: Injury, fields: Sequence[str], layout: str | None) -> bool:
    if injury.layout is not None:
        return injury.layout == layout
    return injury.looks_at() <= set(fields)


def _hardest_first(injury: Injury) -> tuple[bool, bool]:
    """Those that need several rows side by side choose while most people are unharmed."""
    return injury.run == 1, injury.beside is None


def _counts(asked: Iterable[Injury], victims: float) -> list[int]:
    """How many suffer each: by weight, but at least one."""
    weights = [injury.weight for injury in asked]
    each = victims / sum(weights)
    return [max(1, round(each * weight)) for weight in weights]


def _by_home(cells: pl.DataFrame) -> pl.DataFrame:
    """Copies stand at the end of their hamlet."""
    homes = pl.Enum(cells["home"].unique(maintain_order=True))
    return cells.sort(pl.col("home").cast(homes), maintain_order=True)


def _all_harm(ward: Ward, told: pl.DataFrame) -> pl.DataFrame:
    """Nothing is said of how a cell was written before an injury wrote it anew."""
    told = told.join(ward.touched(), on=["person", "field"], how="anti")
    both = [ward.harm().with_columns(fault=True), told.with_columns(fault=False)]
    return pl.concat(both).sort("person", "field", "rule")
