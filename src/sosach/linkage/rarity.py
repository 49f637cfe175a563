"""How much a full name tells: two bearers of a very common name are not one person, two of a rare one nearly are.

Counted in the registers at hand, where they are large. In a small one names are too few to count: there what is known
of the whole country comes to it, as if so many more persons had been counted.
"""

import polars as pl

from sosach.linkage.sides import Sides
from sosach.linkage.weights import Weights
from sosach.refdata.names import family_share, given_share, middle_share

_ENOUGH = 20_000  # persons from whom on a register counts for itself
_FROM_THE_COUNTRY = 2_000  # persons as which the country counts in a smaller one

_ONE_PERSON = 2  # rows that one person may have in two registers, or twice in one: they make no name common


def rarity(sides: Sides, weights: Weights) -> pl.Series:
    """Bits of every name of the sides that a person bears, by its number; null for names of parents alone.

    Args:
        sides: the persons whose own names are counted.
        weights: with the limits `[rarity]`.
    """
    letters = sides.names.table.select("letters")
    borne = pl.concat([side["name"] for side in ((sides.left,) if sides.within else (sides.left, sides.right))])
    bearers = letters.select(pl.col("letters").gather(pl.lit(borne.drop_nulls())))
    counted = letters.join(bearers.group_by("letters").len(), on="letters", how="left", maintain_order="left")
    others, total = (counted["len"].cast(pl.Float64) - _ONE_PERSON).clip(0), float(max(bearers.height, 1))
    if total < _ENOUGH:
        others, total = others + _expected(sides, others), total + _FROM_THE_COUNTRY
    limits = weights["rarity"]
    return -(others / total).log(2).clip(-limits["most"], -limits["least"])


def common(sides: Sides, pairs: pl.DataFrame, weights: Weights) -> pl.Series:
    """Whether the two persons of a pair have one name, and so many others bear it that it tells little."""
    bits = rarity(sides, weights).gather(sides.left["name"].gather(pairs["left"]))
    same = pairs["name"].is_in(["same", "unmarked"]).fill_null(value=False)
    return (same & (bits <= weights["rarity"]["common"]).fill_null(value=False)).alias("common")


def _expected(sides: Sides, others: pl.Series) -> pl.Series:
    """How many bearers of each name the persons from the country would add; 0 for names that nobody bears here."""
    places = others.is_not_null().arg_true()
    shares = [_in_the_country(name) * _FROM_THE_COUNTRY for name in sides.names.shown.gather(places)]
    return pl.repeat(0.0, others.len(), dtype=pl.Float64, eager=True).scatter(places, shares)


def _in_the_country(name: str) -> float:
    """The share of people who bear a name, its parts taken as independent."""
    family, _, rest = name.partition(" ")
    if not rest:
        return given_share(family)
    middle, _, given = rest.rpartition(" ")
    return given_share(given) * middle_share(middle) * family_share(family)
