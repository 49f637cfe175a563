"""How many in a hundred people of a middle and given name are women: a reason for a second look, never a fact.

The sex of a person is what the birth certificate says; men are called Thị, and anybody may be called Anh. The figures
are those of `refdata.names`.
"""

import polars as pl

from sosach.refdata import names


def female_share(name: pl.Expr) -> pl.Expr:
    """The estimated share of women (0 to 1) among people of the same middle and given name; null where little is known.

    Args:
        name: cleaned full names, family name first.
    """
    personal = name.str.splitn(" ", 2).struct.field("field_1")
    return personal.map_batches(_shares, return_dtype=pl.Float64, is_elementwise=True)


def _shares(personal: pl.Series) -> pl.Series:
    """The share for every middle and given name; each distinct one is asked once."""
    column = personal.alias("personal").to_frame()
    kinds = column.drop_nulls().unique(maintain_order=True)
    told = [names.female_share(middle, given) for middle, _, given in (n.rpartition(" ") for n in kinds["personal"])]
    known = kinds.with_columns(pl.Series("share", told, dtype=pl.Float64))
    return column.join(known, on="personal", how="left", maintain_order="left")["share"]
