"""Persons who stand in a list twice and are linked by one row: the other row is nobody new and nobody missing."""

import polars as pl

from sosach.findings.notices import Refused
from sosach.linkage.links import linked

SCHEMA = {"place": pl.UInt32, "first": pl.UInt32}


def second_rows(own: pl.DataFrame, other: pl.DataFrame, alone: pl.Series, pairs: pl.DataFrame) -> pl.DataFrame:
    """The rows that stand alone only because another row of the same person was linked.

    Args:
        own: facts of the list (`linkage.facts`).
        other: facts of the other list.
        alone: positions in `own` that were linked with nobody.
        pairs: `own`, `other`: positions of the linked pairs.

    Returns:
        `place` (of `alone`) and `first`, the position of the row that was linked.
    """
    if alone.is_empty() or pairs.is_empty():
        return pl.DataFrame(schema=SCHEMA)
    taken = other.select(pl.all().gather(pl.lit(pairs["other"])))
    left = own.select(pl.all().gather(pl.lit(alone)))
    try:
        found = linked(left, taken).pairs.filter(pl.col("verdict") == "same")
    except Refused:  # those who are left know nothing that could be compared
        return pl.DataFrame(schema=SCHEMA)
    columns = [alone.gather(found["left"]).alias("place"), pairs["own"].gather(found["right"]).alias("first")]
    return pl.DataFrame(columns).cast(SCHEMA)  # type: ignore[arg-type]
