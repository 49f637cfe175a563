"""Which pairs are compared at all: those that share one of several keys, each of them selective in itself.

How many pairs a key would make is counted before any pair is made. A key is a ladder from a wide rung (everybody of one
birth date) to narrow ones (of one birth date in one commune): a small register takes the wide rung and misses nobody,
a large one the first rung that it can bear. A value that stands in very many rows (the first of January, a mother's
name pulled down a column) is left to the narrower rungs, and left out when it stands in too many even there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from sosach.linkage.birth_dates import NEAR
from sosach.linkage.sides import Sides

# Names ending in 0 are names without marks; `given0` and `mother_given0` are the last syllables of the person's own and
# of the mother's. Dates a few days apart share one of two spans of days (`span_1`, `span_2`).
LADDERS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("number",),),
    (("old_number",),),
    (("insurance",),),
    (("record_code",),),
    (("certificate",), ("certificate", "birth_date"), ("certificate", "name0")),
    (("mother_number",), ("mother_number", "birth_date")),
    (("father_number",), ("father_number", "birth_date")),
    (("household",), ("household", "given0")),
    (("birth_date",), ("birth_date", "commune"), ("birth_date", "commune", "hamlet")),
    (("birth_date", "name0"), ("birth_date", "name0", "sex", "hamlet")),
    (("birth_date", "mother0"), ("birth_date", "mother0", "sex", "hamlet")),
    (("birth_date", "father0"), ("birth_date", "father0", "sex", "hamlet")),
    (("birth_date", "guardian0"), ("birth_date", "guardian0", "sex", "hamlet")),
    (("span_1",), ("span_1", "commune"), ("span_1", "commune", "mother_given0")),
    (("span_2",), ("span_2", "commune"), ("span_2", "commune", "mother_given0")),
    (("name0",), ("name0", "commune"), ("name0", "commune", "hamlet")),
    (("name0", "mother0"),),
    (("name0", "father0"),),
    (("name0", "guardian0"),),
    (("mother0",), ("mother0", "commune"), ("mother0", "commune", "hamlet")),
    (("mother0", "mother_year"), ("mother0", "mother_year", "given0")),
    (("mother0", "father0"), ("mother0", "father0", "commune")),
)

_FEW = 50_000  # pairs that any machine makes at once
_PER_ROW = 0.5  # of both sides together, that a rung may make while there is a narrower one
_MOST_PER_ROW = 20  # that the narrowest rung may make
_HEAVY = 10_000  # pairs of one value
_FEW_HEAVY = 0.1  # share of a key's values that may be heavy; with more of them the rung is too wide as a whole

_SPAN = 2 * (NEAR + 1)  # days; whatever is no more than NEAR days apart shares one of two spans
_BEFORE = 1_000_000  # days, so that those of the old are counted from zero, too

_SHIFT = 1 << 32


@dataclass(frozen=True, slots=True)
class Key:
    """A rung as it was planned."""

    facts: tuple[str, ...]
    pairs: int  # that it makes
    heavy: int = 0  # values that stand in too many rows
    used: bool = True


def key_columns(sides: Sides) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What keys are made of, and `place`, the position of each row on its side; one frame twice within a register."""
    frames = [_key_columns(sides, side) for side in ((sides.left,) if sides.within else (sides.left, sides.right))]
    return frames[0], frames[-1]


def _key_columns(sides: Sides, side: pl.DataFrame) -> pl.DataFrame:
    bare, last = pl.lit(sides.names.table["bare"]), pl.lit(sides.names.table["last"])
    made = {
        "place": pl.int_range(pl.len(), dtype=pl.UInt32),
        **{f"{name}0": bare.gather(name) for name in ("name", "mother", "father", "guardian")},
        "given0": last.gather("name"),
        "mother_given0": last.gather("mother"),
        "span_1": (pl.col("day") + _BEFORE) // _SPAN,
        "span_2": (pl.col("day") + _BEFORE + _SPAN // 2) // _SPAN,
    }
    plain = {fact for ladder in LADDERS for rung in ladder for fact in rung} - set(made)
    return side.select(*sorted(plain), **made)


def planned(left: pl.DataFrame, right: pl.DataFrame) -> tuple[Key, ...]:
    """The rungs to use, and those that were too heavy, each with the number of pairs it makes.

    Args:
        left: rows of `key_columns` that are still to be brought together.
        right: those of the other side; the same frame within a register.
    """
    rows = left.height + right.height
    keys = [key for ladder in LADDERS for key in _climbed_down(left, right, ladder, rows)]
    used = [set(key.facts) for key in keys if key.used and not key.heavy]
    return tuple(key for key in keys if not any(wider < set(key.facts) for wider in used))


def _climbed_down(
    left: pl.DataFrame, right: pl.DataFrame, ladder: tuple[tuple[str, ...], ...], rows: int
) -> Iterator[Key]:
    """The first rung that can be borne; below it the next ones, as long as values are left over."""
    if not all(_known_on_both(left, right, fact) for fact in ladder[0]):
        return
    for rung in ladder:
        last = rung is ladder[-1]
        most = max(_FEW, rows * (_MOST_PER_ROW if last else _PER_ROW))
        sizes = _sizes(left, right, rung)
        light = sizes.filter(pl.col("pairs") <= _HEAVY)
        pairs, heavy = int(light["pairs"].sum()), sizes.height - light.height
        bearable = pairs <= most and (last or heavy <= sizes.height * _FEW_HEAVY)
        if bearable or last:
            yield Key(rung, pairs, heavy, used=bearable)
        if bearable and not heavy:
            return


def _known_on_both(left: pl.DataFrame, right: pl.DataFrame, fact: str) -> bool:
    """Whether there is somebody on either side who has the fact."""
    return all(side[fact].null_count() < side.height for side in (left, right))


def candidates(left: pl.DataFrame, right: pl.DataFrame, keys: Sequence[Key]) -> pl.DataFrame:
    """The pairs that share a key, each once: `left` and `right`, positions on the sides; left < right within one."""
    parts = [_pairs(left, right, key) for key in keys if key.used and key.pairs]
    if not parts:
        return pl.DataFrame(schema={"left": pl.UInt32, "right": pl.UInt32})
    packed = pl.concat(parts).unique().sort().to_frame("pair")
    return packed.select(
        left=(pl.col("pair") // _SHIFT).cast(pl.UInt32), right=(pl.col("pair") % _SHIFT).cast(pl.UInt32)
    )


def _hashed(side: pl.DataFrame, facts: tuple[str, ...]) -> pl.DataFrame:
    """`place` and the key of the rows that know all its facts."""
    known = side.select("place", *facts).drop_nulls()
    key = pl.col(facts[0]).cast(pl.UInt64) if len(facts) == 1 else pl.struct(facts).hash(seed=3)
    return known.select("place", key=key)


def _sizes(left: pl.DataFrame, right: pl.DataFrame, facts: tuple[str, ...]) -> pl.DataFrame:
    """How many pairs every value of a key makes: `key`, `pairs`."""
    ours = _hashed(left, facts).group_by("key").agg(pl.len().cast(pl.Int64))
    if right is left:
        return ours.select("key", pairs=pl.col("len") * (pl.col("len") - 1) // 2)
    theirs = _hashed(right, facts).group_by("key").agg(pl.len().cast(pl.Int64))
    return ours.join(theirs, on="key").select("key", pairs=pl.col("len") * pl.col("len_right"))


def sharing(left: pl.DataFrame, right: pl.DataFrame, key: Key) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What a used key brings together: `place` and `key` (UInt64) of the rows on either side; equal keys meet."""
    ours, theirs = _hashed(left, key.facts), _hashed(right, key.facts)
    if key.heavy:
        heavy = _sizes(left, right, key.facts).filter(pl.col("pairs") > _HEAVY)
        ours = ours.join(heavy, on="key", how="anti", maintain_order="left")
    return ours, theirs


def _pairs(left: pl.DataFrame, right: pl.DataFrame, key: Key) -> pl.Series:
    ours, theirs = sharing(left, right, key)
    both = ours.join(theirs, on="key", suffix="_r")
    if right is left:
        both = both.filter(pl.col("place") < pl.col("place_r"))
    return both.select(pl.col("place").cast(pl.UInt64) * _SHIFT + pl.col("place_r")).to_series()
