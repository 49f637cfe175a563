"""The evidence of a pair in bits, and its probability.

Bits are added fact by fact from `weights.toml`. What agrees because it is one family (parents, their numbers and years,
the place, the household) says that two children are of one family, not that they are one child: together it counts up
to a limit, and to a lower one where the names are not alike. From the sum go the bits that it takes to find one person
among all who could be meant. No agreement counts more than chance leaves to it: two of a commune's children both live
in the commune.
"""

import math
from collections.abc import Iterable, Mapping

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
    table = fitted(weights, sides)
    family = pl.min_horizontal(pl.sum_horizontal(bits(table, FAMILY)), most_of_family(weights))
    told = [rarity.gather(side["name"].gather(pairs[end])) for side, end in _ends(sides)]
    rarer = pl.max_horizontal(pl.lit(told[0]), pl.lit(told[1]))
    named = pl.when(pl.col("name").is_in(ALIKE)).then(rarer).otherwise(0.0)
    evidence = pl.sum_horizontal(*alone, family, named) - math.log2(sides.among)
    weighed = pairs.with_columns(evidence=evidence)
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


def fitted(weights: Weights, sides: Sides) -> Weights:
    """The weights between these sides: a place counts no more than an agreement by chance leaves to it."""
    return {**weights, "place": _place_weights(sides, weights["place"])}


def _place_weights(sides: Sides, place: Mapping[str, float]) -> Mapping[str, float]:
    """The bits of places, no more than an agreement by chance leaves: in the lists of one commune all live in it."""
    commune, hamlet = _by_chance(sides, ("commune",)), _by_chance(sides, ("commune", "hamlet"))
    most = {"hamlet": hamlet, "commune": commune, "hamlets": commune}
    return {level: min(bits_of, most.get(level, bits_of)) for level, bits_of in place.items()}


def _by_chance(sides: Sides, columns: tuple[str, ...]) -> float:
    """Bits of an agreement of any two persons in the last of the columns, the others being equal or unknown."""
    known = [side.select(columns).drop_nulls(columns[-1]) for side in (sides.left, sides.right)]
    counts = [side.group_by(columns).agg(n=pl.len().cast(pl.Float64)) for side in known]
    both = counts[0].join(counts[1], on=columns, nulls_equal=True)
    agreeing = both.select((pl.col("n") * pl.col("n_right")).sum()).item()
    return -math.log2(agreeing / (known[0].height * known[1].height)) if agreeing else math.inf


def _ends(sides: Sides) -> tuple[tuple[pl.DataFrame, str], tuple[pl.DataFrame, str]]:
    return (sides.left, "left"), (sides.right, "right")
