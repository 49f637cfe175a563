"""Pairs of persons compared fact by fact: for every pair the level of each fact, null where one side is silent."""

from collections.abc import Iterable

import polars as pl

from sosach.linkage import birth_dates, names, numbers
from sosach.linkage.sides import NAME_FACTS, NUMBER_FACTS, Sides

SAME_OR_OTHER = pl.Enum(["same", "other"])
YEAR = pl.Enum(["same", "near", "other"])  # near: one year apart
# One hamlet; one commune, a hamlet unknown; two hamlets, of one commune as far as known; two communes.
PLACE = pl.Enum(["hamlet", "commune", "hamlets", "other"])

# The facts that are compared, in the order in which they are spoken of, and their levels.
LEVELS: dict[str, pl.Enum] = {
    "name": names.LEVEL,
    "birth_date": birth_dates.LEVEL,
    "sex": SAME_OR_OTHER,
    "number": numbers.LEVEL,
    "old_number": SAME_OR_OTHER,
    "certificate": SAME_OR_OTHER,
    "insurance": SAME_OR_OTHER,
    "record_code": SAME_OR_OTHER,
    "benefit": SAME_OR_OTHER,
    "mother": names.LEVEL,
    "mother_year": YEAR,
    "mother_number": numbers.LEVEL,
    "father": names.LEVEL,
    "father_year": YEAR,
    "father_number": numbers.LEVEL,
    "guardian": names.LEVEL,
    "guardian_number": numbers.LEVEL,
    "place": PLACE,
    "household": SAME_OR_OTHER,
}
LEVEL_COLUMNS = tuple(LEVELS)

_YEAR_FACTS = ("mother_year", "father_year")


def compared(sides: Sides, pairs: pl.DataFrame, facts: Iterable[str] = LEVEL_COLUMNS) -> pl.DataFrame:
    """The pairs with one more column of levels per fact.

    Args:
        sides: the persons.
        pairs: `left` and `right`, positions on the two sides; further columns stay.
        facts: which facts to compare.
    """
    return pairs.hstack([_level(sides, pairs, fact).alias(fact) for fact in facts])


def _level(sides: Sides, pairs: pl.DataFrame, fact: str) -> pl.Series:
    def of(column: str) -> tuple[pl.Series, pl.Series]:
        return sides.left[column].gather(pairs["left"]), sides.right[column].gather(pairs["right"])

    if not known_to_both(sides, fact):  # a shortcut: all would be null
        return pl.repeat(None, pairs.height, dtype=LEVELS[fact], eager=True)
    if fact in NAME_FACTS:
        return names.levels(sides.names, *of(fact))
    if fact in NUMBER_FACTS:
        padded = of("padded") if fact == "number" else None
        return numbers.levels(*of(fact), padded=padded[0] | padded[1] if padded else None)
    if fact == "birth_date":
        return birth_dates.levels(*of(fact), *of("day"))
    if fact == "place":
        return _places(*of("commune"), *of("hamlet"))
    levels = (_years if fact in _YEAR_FACTS else _equal)(*of(fact))
    # Within a register every row has a code of its own.
    return levels.replace({"other": None}) if fact == "record_code" and sides.within else levels


def known_to_both(sides: Sides, fact: str) -> bool:
    """Whether there is anybody on either side who has the fact."""
    columns = ("commune", "hamlet") if fact == "place" else (fact,)
    return any(_known(sides.left[column]) and _known(sides.right[column]) for column in columns)


def _known(column: pl.Series) -> bool:
    return column.null_count() < column.len()


def _equal(left: pl.Series, right: pl.Series) -> pl.Series:
    same = pl.DataFrame({"l": left, "r": right}).select(same=pl.col("l") == pl.col("r"))
    told = pl.when("same").then(pl.lit("same")).when(~pl.col("same")).then(pl.lit("other"))
    return same.select(told.cast(SAME_OR_OTHER)).to_series()


def _years(left: pl.Series, right: pl.Series) -> pl.Series:
    apart = pl.DataFrame({"l": left, "r": right}).select(apart=(pl.col("l") - pl.col("r")).abs())["apart"]
    level = pl.when(pl.col("apart") == 0).then(pl.lit("same")).when(pl.col("apart") == 1).then(pl.lit("near"))
    told = level.when(pl.col("apart") > 1).then(pl.lit("other"))
    return apart.to_frame("apart").select(told.cast(YEAR)).to_series()


def _places(commune: pl.Series, other_commune: pl.Series, hamlet: pl.Series, other_hamlet: pl.Series) -> pl.Series:
    """How near the places are; two lists of one commune may leave the commune out."""
    pairs = pl.DataFrame({"c": commune, "c_r": other_commune, "h": hamlet, "h_r": other_hamlet})
    elsewhere, hamlets = pl.col("c") != pl.col("c_r"), pl.col("h") == pl.col("h_r")
    told = (
        pl.when(elsewhere).then(pl.lit("other"))
        .when(hamlets).then(pl.lit("hamlet"))
        .when(~hamlets).then(pl.lit("hamlets"))
        .when(~elsewhere).then(pl.lit("commune"))
    )  # fmt: skip
    return pairs.select(told.cast(PLACE)).to_series()
