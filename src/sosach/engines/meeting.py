"""Which rows of a large register share a key, told by 32 bits of each key, and in which portions they are looked at.

Two rows may have the same bits by chance: the keys themselves are compared when the rows are gathered.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import polars as pl

from sosach.rules.evaluate import Question, fields_asked, key_name

_BITS = 0xFFFF_FFFF

_AT_ONCE = 2  # columns of bits looked at at the same time


class Keys:
    """The bits of all keys, batch by batch: four bytes a row and key."""

    def __init__(self) -> None:
        self.batches = 0
        self._bits: dict[str, list[pl.Series]] = {}

    def add(self, hashes: pl.DataFrame) -> None:
        """Takes what `key_columns` tells of the next batch; a batch may lack some keys."""
        short = hashes.with_columns((pl.exclude("index") & _BITS).cast(pl.UInt32))
        before = [len(batch) for batch in self._bits.get("index", [])]
        for name in dict.fromkeys([*self._bits, *short.columns]):
            so_far = self._bits.setdefault(name, [_nothing(height) for height in before])
            so_far.append(short[name] if name in short.columns else _nothing(short.height))
        self.batches += 1

    def shared(self) -> pl.DataFrame:
        """The rows that share some bits with another row: `index`, and of each key the bits, null where not shared.

        The bits are given away: this can be asked once.
        """
        index = _joined(self._bits.pop("index", []))
        names = list(self._bits)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            shares = list(pool.map(lambda name: _where_shared(_joined(self._bits.pop(name)).alias(name)), names))
        told = pl.DataFrame([index.alias("index"), *shares])
        return told.filter(pl.any_horizontal(pl.col(names).is_not_null())) if names else told.clear()


@dataclass(frozen=True, slots=True)
class Portion:
    """Questions, and rows among which each of them can be answered as far as these rows go."""

    asked_of: Sequence[Question]
    shared: pl.DataFrame  # as `Keys.shared`, in the order of `index`

    def flags(self) -> pl.DataFrame:
        """Per key whether the row shares it."""
        return self.shared.select(pl.exclude("index").is_not_null())


def portions(asked_of: Sequence[Question], shared: pl.DataFrame, cells: int) -> Iterator[Portion]:
    """One question after another, its rows in portions of about so many cells; rows of a key are in one portion."""
    for question in asked_of:
        names = [key_name(question, number) for number in range(len(question.rule.together))]
        keys = shared.select(name for name in names if name in shared.columns)
        many = -(-sum(one.count() for one in keys) * len(fields_asked([question])) // cells)
        for number in range(many):
            bits = pl.all()
            own = keys.select(pl.when(bits % many == number).then(bits))
            here = own.select(pl.any_horizontal(bits.is_not_null())).to_series()
            if here.any():
                yield Portion([question], own.insert_column(0, shared["index"]).filter(here))


def about_one(asked_of: Sequence[Question]) -> list[Question]:
    """The questions that look at one row only."""
    return [q for q in asked_of if not q.rule.together]


def about_several(asked_of: Sequence[Question]) -> list[Question]:
    """The questions that look at rows which share a key."""
    return [q for q in asked_of if q.rule.together]


def _where_shared(bits: pl.Series) -> pl.Series:
    """The bits where another row has the same, elsewhere null; sorting tells it in less time than counting each."""
    ordered = bits.drop_nulls().sort()
    twice = ordered.filter(ordered == ordered.shift(1))
    return bits.to_frame().select(pl.when(pl.first().is_in(twice.unique().implode())).then(pl.first())).to_series()


def _joined(parts: Sequence[pl.Series]) -> pl.Series:
    return pl.concat(parts) if parts else _nothing(0)


def _nothing(height: int) -> pl.Series:
    return pl.Series([None], dtype=pl.UInt32).new_from_index(0, height)
