"""Pairs weighed: the cheap facts of all of them, the others only of those that can still come to anything."""

import polars as pl

from sosach.linkage.birth_dates import CLOSE
from sosach.linkage.comparing import LEVEL_COLUMNS, compared
from sosach.linkage.evidence import with_evidence
from sosach.linkage.names import ALIKE
from sosach.linkage.rarity import rarity
from sosach.linkage.sides import Sides
from sosach.linkage.verdicts import TWO_BIRTHS
from sosach.linkage.weights import weights

_FIRST = ("name", "birth_date", "number")
_REST = tuple(fact for fact in LEVEL_COLUMNS if fact not in _FIRST)

_PAIRS = 500_000  # pairs compared at once: what is dropped at once needs no room


def weighed(sides: Sides, pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs that can come to anything, with all levels, `days` between the births, `evidence` and `probability`.

    Args:
        sides: the persons.
        pairs: `left` and `right`, positions on the two sides.
    """
    return weighed_all(sides, with_levels(sides, pairs))


def with_levels(sides: Sides, pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs that can come to anything, with all levels and `days`; what else their frame holds stays."""
    parts = [_worth_weighing(sides, compared(sides, part, _FIRST)) for part in pairs.iter_slices(_PAIRS)]
    kept = pl.concat(parts) if parts else _worth_weighing(sides, compared(sides, pairs, _FIRST))
    return compared(sides, kept, _REST)


def weighed_all(sides: Sides, compared_pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs with all their levels weighed by the built-in weights."""
    return with_evidence(compared_pairs, sides, rarity(sides, weights()), weights())


def decisions(decided: pl.DataFrame | None, one: str, other: str) -> pl.DataFrame:
    """What people have decided, as `left`, `right` and `same`; within a register the lower position is `left`."""
    schema = {"left": pl.UInt32, "right": pl.UInt32, "same": pl.Boolean}
    if decided is None:
        return pl.DataFrame(schema=schema)
    named = decided.select(left=pl.col(one).cast(pl.UInt32), right=pl.col(other).cast(pl.UInt32), same="same")
    if one == "left":
        return named
    low, high = pl.min_horizontal("left", "right"), pl.max_horizontal("left", "right")
    return named.select(left=low, right=high, same="same")


def _worth_weighing(sides: Sides, pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs with names alike or unknown, near birth dates or one number; within a register near births, too."""
    days = sides.left["day"].gather(pairs["left"]) - sides.right["day"].gather(pairs["right"])
    alike = pl.col("name").is_in(ALIKE) | pl.col("name").is_null()
    one_number = pl.col("number").is_in(["same", "zeros"])
    births = (pl.col("days") < TWO_BIRTHS) & sides.within
    near = pl.col("birth_date").is_in(CLOSE) | births | one_number
    return pairs.with_columns(days=days.abs()).filter(alike | near.fill_null(value=False))
