"""How much a full name tells: two bearers of a very common name are not one person, two of a rare one nearly are."""

import math

import polars as pl

from sosach.linkage.sides import Sides
from sosach.linkage.weights import Weights
from sosach.refdata.names import family_share, given_share, middle_share

# In registers smaller than this, names are too few to count: a name borne once may still be common in the country.
_ENOUGH = 20_000
_SMALL = 2.0  # bits by which a name counted in a small register may be rarer than the register tells


def rarity(sides: Sides, weights: Weights) -> pl.Series:
    """Bits of every name of the sides, by its number.

    Args:
        sides: the persons whose own names are counted.
        weights: with the limits `[rarity]`.
    """
    letters = sides.names.table.select("letters")
    borne = pl.concat([side["name"] for side in ((sides.left,) if sides.within else (sides.left, sides.right))])
    bearers = letters.select(pl.col("letters").gather(pl.lit(borne.drop_nulls())))
    total = max(bearers.height, 1)
    counted = bearers.group_by("letters").agg(bits=-(pl.len() / total).log(2))
    told = letters.join(counted, on="letters", how="left", maintain_order="left")["bits"]
    if total < _ENOUGH:
        places = told.is_not_null().arg_true()
        known = pl.Series([_in_the_country(name) for name in sides.names.shown.gather(places)], dtype=pl.Float64)
        told = told.scatter(places, _lesser(told.gather(places) + _SMALL, known))
    limits = weights["rarity"]
    return told.clip(limits["least"], limits["most"])


def _lesser(bits: pl.Series, known: pl.Series) -> pl.Series:
    return pl.DataFrame({"bits": bits, "known": known}).select(pl.min_horizontal("bits", "known")).to_series()


def _in_the_country(name: str) -> float:
    """Bits by the frequencies of the parts, taken as independent."""
    family, *middle, given = name.split(" ") if " " in name else ["", name]
    share = given_share(given) * middle_share(" ".join(middle)) * (family_share(family) if family else 1.0)
    return -math.log2(share)


def common(sides: Sides, pairs: pl.DataFrame, weights: Weights) -> pl.Series:
    """Whether the two persons of a pair have one name, and so many others bear it that it tells little."""
    bits = rarity(sides, weights).gather(sides.left["name"].gather(pairs["left"]))
    same = pairs["name"].is_in(["same", "unmarked"]).fill_null(value=False)
    return (same & (bits <= weights["rarity"]["common"]).fill_null(value=False)).alias("common")
