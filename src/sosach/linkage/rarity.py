"""How much a full name tells: two bearers of a very common name are not one person, two of a rare one nearly are."""

import math

import polars as pl

from sosach.linkage.weights import Weights
from sosach.refdata.names import family_share, given_share, middle_share

# In a register smaller than this, names are too few to count: a name borne once may still be common in the country.
_ENOUGH = 20_000


def rarity(names: pl.Series, weights: Weights) -> pl.DataFrame:
    """Bits of every distinct name: columns `name`, `bits`.

    Args:
        names: letters keys of everybody in both registers, null where unknown.
        weights: with the limits `[rarity]`.
    """
    counted = names.drop_nulls().alias("name").value_counts(name="n")
    total = int(counted["n"].sum() or 1)
    counted = counted.with_columns(bits=-(pl.col("n") / total).log(2))
    if total < _ENOUGH:
        known = pl.Series("known", [_in_the_country(name) for name in counted["name"]], dtype=pl.Float64)
        counted = counted.with_columns(bits=pl.min_horizontal(pl.col("bits") + 2, known))
    limits = weights["rarity"]
    return counted.select("name", pl.col("bits").clip(limits["least"], limits["most"]))


def _in_the_country(name: str) -> float:
    """Bits by the frequencies of the parts, taken as independent."""
    family, *middle, given = [part.capitalize() for part in name.split(" ")] if " " in name else ["", name.capitalize()]
    share = given_share(given) * middle_share(" ".join(middle)) * (family_share(family) if family else 1.0)
    return -math.log2(share)
