"""Which rows of a large register share a key, told by 32 bits of each key, and in which portions they are looked at.

Two rows may have the same bits by chance: the keys themselves are compared when the rows are gathered.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import polars as pl

from sosach.rules.evaluate import Question, common_part, fields_asked, key_name

_BITS = 0xFFFF_FFFF

_AT_ONCE = 2  # columns of bits looked at at the same time


class Keys:
    """The bits of all keys and of what some have in common, batch by batch: four bytes each and row."""

    def __init__(self) -> None:
        self.batches = 0
        self._bits: dict[str, list[pl.Series]] = {}
        self._parts: dict[str, list[pl.Series]] = {}

    def add(self, hashes: pl.DataFrame, parts: pl.DataFrame | None = None) -> None:
        """Takes what `key_columns` and `part_columns` tell of the next batch; a batch may lack some columns."""
        before = [len(batch) for batch in self._bits.get("index", [])]
        _append(self._bits, hashes.with_columns(_short(pl.exclude("index"))), before, hashes.height)
        _append(self._parts, pl.DataFrame() if parts is None else parts.select(_short(pl.all())), before, hashes.height)
        self.batches += 1

    def shared(self) -> tuple[pl.DataFrame, pl.DataFrame]:
        """The rows that share some bits with another row: `index`, and of each key the bits, null where not shared;
        and beside it of the same rows what keys have in common.

        The bits are given away: this can be asked once.
        """
        index = _joined(self._bits.pop("index", []))
        names = list(self._bits)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            shares = list(pool.map(lambda name: _where_shared(_joined(self._bits.pop(name)).alias(name)), names))
        told = pl.DataFrame([index.alias("index"), *shares])
        if not names:
            return told.clear(), pl.DataFrame()
        here = told.select(pl.any_horizontal(pl.exclude("index").is_not_null())).to_series()
        parts = [_joined(self._parts.pop(name)).alias(name).filter(here) for name in list(self._parts)]
        return told.filter(here), pl.DataFrame(parts)


@dataclass(frozen=True, slots=True)
class Portion:
    """Questions, and rows among which each of them can be answered as far as these rows go."""

    asked_of: Sequence[Question]
    shared: pl.DataFrame  # as `Keys.shared`, in the order of `index`

    def flags(self) -> pl.DataFrame:
        """Per key whether the row shares it."""
        return self.shared.select(pl.exclude("index").is_not_null())


def portions(asked_of: Sequence[Question], shared: pl.DataFrame, parts: pl.DataFrame, cells: int) -> Iterator[Portion]:
    """One question after another, its rows in portions of about so many cells; rows of a key are in one portion.

    Keys that have a part in common are looked at together: a row that shares several of them is gathered once.

    Args:
        asked_of: questions about several rows.
        shared: the rows that share keys.
        parts: what the keys have in common, of the same rows; both as `Keys.shared` tells.
        cells: rows times the fields that a question looks at.
    """
    for question in asked_of:
        fields = len(fields_asked([question]))
        for keys, place in _kept_together(question, shared, parts):
            held = keys.select(pl.any_horizontal(pl.exclude("index").is_not_null())).to_series()
            many = -(-int(held.sum()) * fields // cells)
            for number in range(many):
                here = held & (place % many == number)
                if here.any():
                    yield Portion([question], keys.filter(here))


def _kept_together(
    question: Question, shared: pl.DataFrame, parts: pl.DataFrame
) -> Iterator[tuple[pl.DataFrame, pl.Series]]:
    """Keys of a question, the others being null, and what tells the portion of a row: no key is torn by it."""
    names = [key_name(question, number) for number in range(len(question.rule.together))]
    present = [name for name in names if name in shared.columns]
    common = common_part(question) if question.name in parts.columns else None
    alike = [names[number] for number in sorted(common[1])] if common else []
    if alike:
        yield _only(shared, present, alike), parts[question.name]
    for name in present:
        if name not in alike:
            yield _only(shared, present, [name]), shared[name]


def _only(shared: pl.DataFrame, present: Sequence[str], these: Sequence[str]) -> pl.DataFrame:
    nothing = pl.lit(None, dtype=pl.UInt32)
    return shared.select("index", *(name if name in these else nothing.alias(name) for name in present))


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


def _short(hashes: pl.Expr) -> pl.Expr:
    return (hashes & _BITS).cast(pl.UInt32)


def _append(to: dict[str, list[pl.Series]], batch: pl.DataFrame, before: Sequence[int], height: int) -> None:
    """The columns of a batch behind those of the batches before, which had so many rows."""
    for name in dict.fromkeys([*to, *batch.columns]):
        so_far = to.setdefault(name, [_nothing(rows) for rows in before])
        so_far.append(batch[name] if name in batch.columns else _nothing(height))


def _joined(parts: Sequence[pl.Series]) -> pl.Series:
    return pl.concat(parts) if parts else _nothing(0)


def _nothing(height: int) -> pl.Series:
    return pl.Series([None], dtype=pl.UInt32).new_from_index(0, height)
