"""How much a full name tells: two bearers of a very common name are not one person, two of a rare one nearly are."""

import polars as pl

from sosach.linkage.sides import Sides
from sosach.linkage.weights import Weights


def rarity(sides: Sides, weights: Weights) -> pl.Series:
    """Bits of every name of the sides that a person bears, by its number; null for names of parents alone.

    Args:
        sides: the persons.
        weights: with the limits `[rarity]`.
    """
    limits = weights["rarity"]
    return sides.told_by_names.clip(limits["least"], limits["most"])


def common(sides: Sides, pairs: pl.DataFrame, weights: Weights) -> pl.Series:
    """Whether the two persons of a pair have one name, and so many others bear it that it tells little."""
    bits = rarity(sides, weights).gather(sides.left["name"].gather(pairs["left"]))
    same = pairs["name"].is_in(["same", "unmarked"]).fill_null(value=False)
    return (same & (bits <= weights["rarity"]["common"]).fill_null(value=False)).alias("common")
