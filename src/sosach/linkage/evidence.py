"""The evidence of a pair in bits, and its probability.

Bits are added fact by fact from `weights.toml`. What agrees because it is one family (parents, their numbers and years,
the place, the household) says that two children are of one family, not that they are one child: together it counts up
to a limit. From the sum go the bits that it takes to find one person among all who could be meant.
"""

import polars as pl

from sosach.linkage.comparing import LEVEL_COLUMNS
from sosach.linkage.weights import Weights

FAMILY = (
    "mother",
    "father",
    "guardian",
    "mother_year",
    "father_year",
    "mother_number",
    "father_number",
    "place",
    "household",
)
FAMILY_LIMIT = 20.0  # bits


def with_evidence(levels: pl.DataFrame, rarity: pl.Series, among: int, weights: Weights) -> pl.DataFrame:
    """The pairs with `evidence` (bits) and `probability`.

    Args:
        levels: one column of levels per fact (`linkage.comparing`).
        rarity: bits of the rarer of both names, per pair.
        among: how many persons could be meant: rows of the larger register.
        weights: bits by fact and level.
    """
    alone = [_bits(fact, weights) for fact in LEVEL_COLUMNS if fact not in FAMILY]
    family = pl.sum_horizontal(_bits(fact, weights) for fact in FAMILY).clip(upper_bound=FAMILY_LIMIT)
    named = pl.when(pl.col("name").is_not_null()).then(rarity.alias("rarity")).otherwise(0.0)
    prior = pl.lit(float(max(among, 2))).log(2)
    evidence = pl.sum_horizontal(*alone, family, named) - prior
    made = levels.with_columns(evidence.alias("evidence"))
    return made.with_columns((1 / (1 + pl.lit(2.0).pow(-pl.col("evidence")))).alias("probability"))


def name_rarity(names: pl.Series, others: pl.Series, weights: Weights) -> pl.DataFrame:
    """How many bits a full name tells: `name` and `bits`, for every distinct name of both registers."""
    counted = pl.concat([names, others]).drop_nulls().alias("name").value_counts(name="n")
    total = int(counted["n"].sum() or 1)
    bits = -(pl.col("n") / total).log(2)
    limits = weights["rarity"]
    return counted.select("name", bits=bits.clip(limits["least"], limits["most"]))


def _bits(fact: str, weights: Weights) -> pl.Expr:
    table = weights[fact]
    return pl.col(fact).cast(pl.String).replace_strict(dict(table), default=0.0, return_dtype=pl.Float64).fill_null(0.0)
