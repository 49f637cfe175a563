"""Pairs of persons compared fact by fact: for every pair the level of each fact, null where one side is silent."""

from collections.abc import Callable

import polars as pl

from sosach.linkage import birth_dates, names, numbers

SAME_OR_OTHER = pl.Enum(["same", "other"])
YEAR = pl.Enum(["same", "near", "other"])
PLACE = pl.Enum(["hamlet", "commune", "other"])

Compare = Callable[[pl.Series, pl.Series], pl.Series]


def _equal(left: pl.Series, right: pl.Series) -> pl.Series:
    pairs = pl.DataFrame({"left": left, "right": right})
    told = (
        pl.when(pl.col("left") == pl.col("right"))
        .then(pl.lit("same"))
        .when(pl.col("left") != pl.col("right"))
        .then(pl.lit("other"))
    )
    return pairs.select(told.cast(SAME_OR_OTHER)).to_series()


def _years(left: pl.Series, right: pl.Series) -> pl.Series:
    apart = (pl.col("left").cast(pl.Int16, strict=False) - pl.col("right").cast(pl.Int16, strict=False)).abs()
    told = (
        pl.when(apart == 0)
        .then(pl.lit("same"))
        .when(apart == 1)
        .then(pl.lit("near"))
        .when(apart > 1)
        .then(pl.lit("other"))
    )
    return pl.DataFrame({"left": left, "right": right}).select(told.cast(YEAR)).to_series()


FACTS: dict[str, Compare] = {
    "name": names.compared,
    "birth_date": birth_dates.compared,
    "sex": _equal,
    "mother": names.compared,
    "father": names.compared,
    "guardian": names.compared,
    "mother_year": _years,
    "father_year": _years,
    "number": numbers.compared,
    "mother_number": numbers.compared,
    "father_number": numbers.compared,
    "household": _equal,
    "record_code": _equal,
    "certificate": _equal,
}

NAMES = ("name", "mother", "father", "guardian")

LEVEL_COLUMNS = (*FACTS, "place")


def compared(left: pl.DataFrame, right: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs with one column of levels per fact, and `place`.

    Args:
        left: facts of one side.
        right: facts of the other side (or the same frame).
        pairs: `left` and `right`, positions in the two frames.
    """
    sides = {fact: (left[fact].gather(pairs["left"]), right[fact].gather(pairs["right"])) for fact in FACTS}
    levels = [compare(*sides[fact]).alias(fact) for fact, compare in FACTS.items() if fact not in NAMES]
    return pairs.with_columns(*_names(sides), *levels, _place(left, right, pairs).alias("place")).select(
        *pairs.columns, *LEVEL_COLUMNS
    )


def _names(sides: dict[str, tuple[pl.Series, pl.Series]]) -> list[pl.Series]:
    """The names of everybody compared in one go: fathers and children share their names."""
    lefts, rights = zip(*(sides[fact] for fact in NAMES), strict=True)
    together = names.compared(pl.concat(lefts), pl.concat(rights))
    size = lefts[0].len()
    return [together.slice(i * size, size).alias(fact) for i, fact in enumerate(NAMES)]


def _place(left: pl.DataFrame, right: pl.DataFrame, pairs: pl.DataFrame) -> pl.Series:
    """Same hamlet of the same commune, same commune, or another one; two lists of one commune may leave it unsaid."""
    frame = pl.DataFrame(
        {
            "commune": left["commune"].gather(pairs["left"]),
            "hamlet": left["hamlet"].gather(pairs["left"]),
            "commune_r": right["commune"].gather(pairs["right"]),
            "hamlet_r": right["hamlet"].gather(pairs["right"]),
        }
    )
    elsewhere = pl.col("commune") != pl.col("commune_r")
    hamlet = pl.col("hamlet") == pl.col("hamlet_r")
    told = (
        pl.when(elsewhere).then(pl.lit("other"))
        .when(hamlet).then(pl.lit("hamlet"))
        .when(~elsewhere).then(pl.lit("commune"))
    )  # fmt: skip
    return frame.select(told.cast(PLACE)).to_series()
