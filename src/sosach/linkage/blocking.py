"""Which pairs are compared at all: those that share one of several keys, each of them selective in itself.

How many pairs a key would make is counted before any pair is made. A key that is not selective in this data (one birth
date for half the rows, one mother's name typed a thousand times) is split by a further fact, and left out when even
that does not help; what was done is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

# Rows that share one of these groups of facts are compared. The names ending in 0 are search keys without marks.
KEYS: tuple[tuple[str, ...], ...] = (
    ("number",),
    ("record_code",),
    ("name0", "birth_date"),
    ("birth_date", "mother0"),
    ("birth_date", "father0"),
    ("birth_date", "commune"),
    ("name0", "mother0"),
    ("name0", "father0"),
    ("name0", "commune"),
    ("mother0", "mother_year"),
    ("mother0", "commune"),
    ("mother0", "father0"),
    ("mother_number",),
    ("certificate", "commune"),
)

# A key may make so many pairs per row, on the average of both sides, before it is split.
PAIRS_PER_ROW = 40
_SPLITTERS = ("sex", "hamlet", "commune")

_SHIFT = 1 << 32


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it was used: its facts, how many pairs it makes, and what was done to it."""

    facts: tuple[str, ...]
    pairs: int
    split_by: tuple[str, ...] = ()
    refused: bool = False


def planned(left: pl.DataFrame, right: pl.DataFrame | None) -> tuple[Key, ...]:
    """The keys to use, each with the number of pairs it will make.

    Args:
        left: facts (`linkage.facts`).
        right: the other register; None to look for pairs within the left one.
    """
    rows = left.height + (right.height if right is not None else left.height)
    return tuple(_planned(left, right, facts, PAIRS_PER_ROW * max(rows, 1)) for facts in KEYS)


def candidates(left: pl.DataFrame, right: pl.DataFrame | None, keys: Sequence[Key]) -> pl.DataFrame:
    """The pairs that share a key, each once: `left` and `right`, positions in the frames; within one register left < right."""
    parts = [_pairs(left, right, key) for key in keys if not key.refused and key.pairs]
    if not parts:
        return pl.DataFrame(schema={"left": pl.UInt32, "right": pl.UInt32})
    packed = pl.concat(parts).unique().sort().to_frame("pair")
    return packed.select(
        left=(pl.col("pair") // _SHIFT).cast(pl.UInt32), right=(pl.col("pair") % _SHIFT).cast(pl.UInt32)
    )


def _planned(left: pl.DataFrame, right: pl.DataFrame | None, facts: tuple[str, ...], most: int) -> Key:
    split: tuple[str, ...] = ()
    for more in (None, *(s for s in _SPLITTERS if s not in facts)):
        split = split if more is None else (*split, more)
        pairs = _count(left, right, (*facts, *split))
        if pairs <= most:
            return Key(facts, pairs, split)
    return Key(facts, _count(left, right, facts), refused=True)


def _sizes(side: pl.DataFrame, facts: tuple[str, ...]) -> pl.DataFrame:
    return side.lazy().select(facts).drop_nulls().group_by(facts).agg(pl.len().cast(pl.Int64).alias("n")).collect()


def _count(left: pl.DataFrame, right: pl.DataFrame | None, facts: tuple[str, ...]) -> int:
    ours = _sizes(left, facts)
    if right is None:
        return int(ours.select((pl.col("n") * (pl.col("n") - 1) // 2).sum()).item() or 0)
    both = ours.join(_sizes(right, facts), on=facts)
    return int(both.select((pl.col("n") * pl.col("n_right")).sum()).item() or 0)


def _pairs(left: pl.DataFrame, right: pl.DataFrame | None, key: Key) -> pl.Series:
    facts = (*key.facts, *key.split_by)
    ours = left.select(pl.int_range(pl.len(), dtype=pl.UInt64).alias("i"), *facts).drop_nulls()
    theirs = (
        (left if right is None else right)
        .select(pl.int_range(pl.len(), dtype=pl.UInt64).alias("j"), *facts)
        .drop_nulls()
    )
    both = ours.join(theirs, on=facts)
    if right is None:
        both = both.filter(pl.col("i") < pl.col("j"))
    return both.select((pl.col("i") * _SHIFT + pl.col("j")).alias("pair")).to_series()
