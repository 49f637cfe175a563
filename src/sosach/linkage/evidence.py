"""The evidence of a pair in bits, and its probability.

Bits are added fact by fact from `weights.toml`. What agrees because it is one family (parents, their numbers and years,
the place, the household) says that two children are of one family, not that they are one child: together it counts up
to a limit, and to a lower one where the names are not alike. From the sum go the bits that it takes to find one person
among all who could be meant.
"""

from collections.abc import Iterable

import polars as pl

from sosach.linkage.comparing import LEVEL_COLUMNS, LEVELS
from sosach.linkage.names import ALIKE
from sosach.linkage.sides import Sides
from sosach.linkage.weights import Weights

FAMILY = (
    *("mother", "mother_year", "mother_number", "father", "father_year", "father_number"),
    *("guardian", "guardian_number", "place", "household"),
)


def with_evidence(pairs: pl.DataFrame, sides: Sides, rarity: pl.Series, weights: Weights) -> pl.DataFrame:
    """The pairs with `evidence` (bits) and `probability`.

    Args:
        pairs: `left`, `right` and a column of levels per fact (`linkage.comparing`).
        sides: the persons.
        rarity: bits of every name of the sides (`linkage.rarity`).
        weights: bits by fact and level.
    """
    alone = bits(weights, (fact for fact in LEVEL_COLUMNS if fact not in FAMILY))
    family = pl.min_horizontal(pl.sum_horizontal(bits(weights, FAMILY)), most_of_family(weights))
    told = [rarity.gather(side["name"].gather(pairs[end])) for side, end in _ends(sides)]
    rarer = pl.max_horizontal(pl.lit(told[0]), pl.lit(told[1]))
    named = pl.when(pl.col("name").is_in(ALIKE)).then(rarer).otherwise(0.0)
    among = pl.lit(float(max(sides.among, 2))).log(2)
    weighed = pairs.with_columns(evidence=pl.sum_horizontal(*alone, family, named) - among)
    return weighed.with_columns(probability=probability(pl.col("evidence")))


def most_of_family(weights: Weights) -> pl.Expr:
    """The limit up to which counts what agrees because it is one family, by the level of `name`."""
    unlike, limits = (~pl.col("name").is_in(ALIKE)).fill_null(value=False), weights["family"]
    return pl.when(unlike).then(limits["unlike"]).otherwise(limits["most"])


def probability(evidence: pl.Expr) -> pl.Expr:
    """The probability that goes with so many bits."""
    return 1 / (1 + pl.lit(2.0).pow(-evidence))


def bits(weights: Weights, facts: Iterable[str]) -> list[pl.Expr]:
    """The bits of every fact, 0 where it was not compared: what is missing speaks for nobody."""
    return [
        pl.lit(pl.Series([weights[fact][level] for level in LEVELS[fact].categories]))
        .gather(pl.col(fact).to_physical())
        .fill_null(0.0)
        .alias(fact)
        for fact in facts
    ]


def _ends(sides: Sides) -> tuple[tuple[pl.DataFrame, str], tuple[pl.DataFrame, str]]:
    return (sides.left, "left"), (sides.right, "right")
