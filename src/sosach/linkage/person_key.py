"""A key by which a person is found again in another export, whatever row they stand in by then.

Five parts, each ten letters of a hash: the register's own code, the number, the name, the birth date, the mother. A
part that is unknown is `x`. Some parts may change between two exports (a number is filled in, a name corrected) and the
person is still found by the others. The key tells nothing that could be read, so it may stand in a workbook.
"""

from collections.abc import Callable
from hashlib import blake2s

import polars as pl

from sosach.text.folding import letters_key

PARTS = ("code", "number", "name", "birth_date", "mother")

# Parts that are given to one person only: with one of them agreeing, as many others may have changed as stayed.
_OWN = ("code", "number")

NOBODY: tuple[str | None, ...] = (None,) * len(PARTS)  # fits nobody

_UNKNOWN, _BETWEEN, _LETTERS = "x", "-", 5  # bytes; twice as many letters

_SCHEMA = {"side": pl.UInt32, "place": pl.UInt32}


def key_parts(facts: pl.DataFrame) -> pl.DataFrame:
    """The parts of everybody's key in columns `PARTS`, null where unknown; every distinct value is hashed once.

    Args:
        facts: of a register (`linkage.facts`).
    """
    name = letters_key(pl.coalesce("name", "unnamed"))
    read = facts.select(
        code="record_code", number="number", name=name, birth_date="birth_date", mother=letters_key(pl.col("mother"))
    )
    return pl.DataFrame([_hashed(read[part]) for part in PARTS])


def keys(parts: pl.DataFrame) -> pl.Series:
    """The keys as text, from `key_parts`."""
    text = pl.concat_str([pl.col(part).fill_null(_UNKNOWN) for part in PARTS], separator=_BETWEEN)
    return parts.select(text.alias("key")).to_series()


def parts_of(key: str) -> tuple[str | None, ...] | None:
    """The parts of a key; None where the text is no key or tells of nobody."""
    parts = key.strip().lower().split(_BETWEEN)
    if len(parts) != len(PARTS) or all(part == _UNKNOWN for part in parts):
        return None
    if any(
        part != _UNKNOWN and not (len(part) == 2 * _LETTERS and set(part) <= set("0123456789abcdef")) for part in parts
    ):
        return None
    return tuple(None if part == _UNKNOWN else part for part in parts)


def found_again(wanted: list[tuple[str | None, ...]], parts: pl.DataFrame) -> list[tuple[int, ...]]:
    """The rows that fit each of the wanted keys best: none, one, or several that fit equally well.

    Args:
        wanted: parts of keys (`parts_of`).
        parts: of everybody (`key_parts`).
    """
    keys_ = pl.DataFrame(wanted, schema=dict.fromkeys(PARTS, pl.String), orient="row").with_row_index("side")
    rows = parts.with_row_index("place")
    near = pl.concat([_sharing(keys_, rows, part) for part in PARTS]).unique()
    both = near.join(keys_, on="side").join(rows, on="place", suffix="_r")
    own, named = _any(_OWN), _any(("name",))  # a mother and a day alone are also those of the twin
    counted = both.with_columns(agree=_count(_agree), differ=_count(_differ))
    more, as_many = pl.col("agree") > pl.col("differ"), pl.col("agree") == pl.col("differ")
    fits = counted.filter((more & (own | named)) | (as_many & own))
    score = pl.col("agree") - pl.col("differ")
    best = fits.filter(score == score.max().over("side")).sort("side", "place").group_by("side").agg("place")
    places = dict(best.iter_rows())
    return [tuple(places.get(side, ())) for side in range(len(wanted))]


def _hashed(values: pl.Series) -> pl.Series:
    distinct = values.drop_nulls().unique()
    made = [_hash(values.name, value) for value in distinct]
    return values.replace_strict(distinct, pl.Series(made, dtype=pl.String), default=None, return_dtype=pl.String)


def _hash(part: str, value: str) -> str:
    return blake2s(f"{part}:{value}".encode(), digest_size=_LETTERS).hexdigest()


def _sharing(keys_: pl.DataFrame, rows: pl.DataFrame, part: str) -> pl.DataFrame:
    return keys_.select("side", part).join(rows.select("place", part), on=part).select(_SCHEMA.keys())


def _agree(part: str) -> pl.Expr:
    return pl.col(part) == pl.col(f"{part}_r")


def _differ(part: str) -> pl.Expr:
    return pl.col(part) != pl.col(f"{part}_r")


def _count(question: Callable[[str], pl.Expr]) -> pl.Expr:
    return pl.sum_horizontal(question(part).fill_null(value=False).cast(pl.Int8) for part in PARTS)


def _any(parts: tuple[str, ...]) -> pl.Expr:
    return pl.any_horizontal(_agree(part).fill_null(value=False) for part in parts)
