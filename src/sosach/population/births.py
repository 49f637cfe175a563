"""The births book of the commune: the acts as they were registered, in the order of their registration.

The book knows children whom the register has not (just born, or forgotten), and the register has children whose births
were registered elsewhere. Fields and values are those of records.parquet (see `registers/births.py`).
"""

import polars as pl

from sosach.population.dice import Dice
from sosach.registers.births import REGISTER

_FORGOTTEN = 0.03


def births_book(children: pl.DataFrame, seed: int) -> pl.DataFrame:
    """The acts of children whose births were registered here.

    Args:
        children: everybody, from `children.children`.
        seed: of the population.

    Returns:
        One row per act with every field of the register; beside them `child` and `forgotten` (not in the register).
    """
    return (
        children.filter("here")
        .sort("registered", "child")
        .with_columns(
            forgotten=Dice(seed, "child").happens("forgotten", _FORGOTTEN),
            registered_on=pl.col("registered").cast(pl.String),
            residence="address",
        )
        .select("child", "forgotten", *REGISTER.by_name)
    )
