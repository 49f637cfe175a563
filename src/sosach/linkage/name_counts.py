"""How rare names are: counted in the registers at hand, where they are large.

In a small register names are too few to count: there what is known of the whole country comes to it, as if so many more
persons had been counted.
"""

from collections.abc import Sequence

import polars as pl

from sosach.linkage.name_table import Names
from sosach.refdata.names import family_share, given_share, middle_share

_ENOUGH = 20_000  # persons from whom on a register counts for itself
_FROM_THE_COUNTRY = 2_000  # persons as which the country counts in a smaller one

_ONE_PERSON = 2  # rows that one person may have in two registers, or twice in one: they make no name common


def bits_of(names: Names, borne: Sequence[pl.Series]) -> pl.Series:
    """How many bits every name tells, by its number; null for names that nobody bears.

    Args:
        names: all names.
        borne: the persons' own names by number, a column per register.
    """
    letters = names.table.select("letters")
    bearers = letters.select(pl.col("letters").gather(pl.lit(pl.concat(borne).drop_nulls())))
    counted = letters.join(bearers.group_by("letters").len(), on="letters", how="left", maintain_order="left")
    others, total = (counted["len"].cast(pl.Float64) - _ONE_PERSON).clip(0), float(max(bearers.height, 1))
    if total < _ENOUGH:
        others, total = others + _expected(names, others), total + _FROM_THE_COUNTRY
    return -(others / total).log(2)


def _expected(names: Names, others: pl.Series) -> pl.Series:
    """How many bearers of each name the persons from the country would add; 0 for names that nobody bears here.

    Of the spellings of one name (`Hoà`, `Hòa`) the one that the lists of names know counts.
    """
    places = others.is_not_null().arg_true()
    shares = [_in_the_country(name) * _FROM_THE_COUNTRY for name in names.shown.gather(places)]
    expected = pl.repeat(0.0, others.len(), dtype=pl.Float64, eager=True).scatter(places, shares)
    return pl.DataFrame({"letters": names.table["letters"], "n": expected}).select(pl.col("n").max().over("letters"))[
        "n"
    ]


def _in_the_country(name: str) -> float:
    """The share of people who bear a name, its parts taken as independent."""
    family, _, rest = name.partition(" ")
    if not rest:
        return given_share(family)
    middle, _, given = rest.rpartition(" ")
    return given_share(given) * middle_share(middle) * family_share(family)
