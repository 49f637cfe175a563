"""Why two rows are one person, may be, or are not: one Vietnamese sentence per compared fact, the strongest fact first.

Built for the pairs that are shown or written, slice by slice: a million pairs with ten sentences each are better made as
they are written than kept.
"""

import polars as pl


def reasons(pairs: pl.DataFrame, left: pl.DataFrame, right: pl.DataFrame) -> pl.Series:
    """The sentences of every pair, in the order of the pairs.

    Args:
        pairs: a slice of `linked` or `duplicates`, with its levels.
        left: facts of the left register (`facts.facts_of`), of which `left` (or `a`) is the position.
        right: facts of the right one (the same frame for duplicates).

    Returns:
        A series of lists of strings named `reasons`; where values differ both are quoted, the left one first.
    """
    one, other = ("a", "b") if "a" in pairs.columns else ("left", "right")
    names = pl.DataFrame({"one": left["name"].gather(pairs[one]), "other": right["name"].gather(pairs[other])})
    same = pl.when(pairs["name"] == "same").then(pl.lit("Họ tên giống hệt."))
    told = same.otherwise(pl.format("Họ tên khác nhau: “{}” / “{}”.", "one", "other"))
    return names.select(pl.concat_list(told).list.drop_nulls().alias("reasons")).to_series()
