"""Personal numbers compared.

same     equal
digit    one digit differs, or two neighbours have changed places
other    two different numbers: a sign of two persons
"""

import polars as pl
from rapidfuzz.distance import OSA

LEVELS = ("same", "digit", "other")
LEVEL = pl.Enum(LEVELS)


def compared(left: pl.Series, right: pl.Series) -> pl.Series:
    """The level of every pair of twelve-digit numbers; null where one is unknown: a missing number says nothing."""
    pairs = pl.DataFrame({"left": left, "right": right})
    unequal = pairs.filter(pl.col("left") != pl.col("right")).unique()
    near = [OSA.distance(a, b, score_cutoff=1) == 1 for a, b in unequal.iter_rows()]
    told = unequal.with_columns(near=pl.Series(near, dtype=pl.Boolean))
    joined = pairs.join(told, on=["left", "right"], how="left", maintain_order="left")
    same = pl.col("left") == pl.col("right")
    level = (
        pl.when(same)
        .then(pl.lit("same"))
        .when("near")
        .then(pl.lit("digit"))
        .when(~pl.col("near"))
        .then(pl.lit("other"))
    )
    return joined.select(level.cast(LEVEL).alias("level")).to_series()
