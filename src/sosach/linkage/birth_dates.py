"""Birth dates compared with their precision.

same      the same day
partial   one side knows less, and what it knows agrees (2015 and 2015-06-04)
swapped   day and month have changed places
guess     the same year, one side the first of January: a guess made into a date
digit     one digit differs
near      no more than five days apart
year      the same year
other     another date
"""

import polars as pl

LEVELS = ("same", "partial", "swapped", "guess", "digit", "near", "year", "other")
LEVEL = pl.Enum(LEVELS)

_NEAR = 5  # days: registered late, remembered wrongly


def compared(left: pl.Series, right: pl.Series) -> pl.Series:
    """The level of every pair of ISO dates (YYYY, YYYY-MM or YYYY-MM-DD); null where one is unknown."""
    pairs = pl.DataFrame({"left": left, "right": right})
    unequal = pairs.filter(pl.col("left") != pl.col("right")).unique()
    told = unequal.with_columns(level=_unequal().cast(LEVEL))
    joined = pairs.join(told, on=["left", "right"], how="left", maintain_order="left")
    same = pl.col("left") == pl.col("right")
    exact = pl.when(pl.col("left").str.len_chars() == 10).then(pl.lit("same")).otherwise(pl.lit("partial")).cast(LEVEL)
    return joined.select(pl.when(same).then(exact).otherwise("level").alias("level")).to_series()


def _unequal() -> pl.Expr:
    left, right = pl.col("left"), pl.col("right")
    full = (left.str.len_chars() == 10) & (right.str.len_chars() == 10)
    same_year = left.str.head(4) == right.str.head(4)
    partial = left.str.starts_with(right) | right.str.starts_with(left)
    turned = left.str.head(5) + left.str.slice(8, 2) + "-" + left.str.slice(5, 2)
    guess = same_year & (left.str.ends_with("-01-01") | right.str.ends_with("-01-01"))
    digits = pl.sum_horizontal((left.str.slice(i, 1) != right.str.slice(i, 1)).cast(pl.Int8) for i in range(10))
    apart = (
        (left.str.to_date("%Y-%m-%d", strict=False) - right.str.to_date("%Y-%m-%d", strict=False)).dt.total_days().abs()
    )
    return (
        pl.when(partial).then(pl.lit("partial"))
        .when(full & (turned == right)).then(pl.lit("swapped"))
        .when(full & guess).then(pl.lit("guess"))
        .when(full & (digits == 1)).then(pl.lit("digit"))
        .when(full & (apart <= _NEAR)).then(pl.lit("near"))
        .when(same_year).then(pl.lit("year"))
        .otherwise(pl.lit("other"))
    )  # fmt: skip
