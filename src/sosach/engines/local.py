"""The work on one machine: batch by batch, in memory that does not grow with the file but for four bytes a row and key.

Row rules need nothing but their batch. For rules about several rows every batch leaves 32 bits of each key behind; rows
whose bits occur twice are gathered once more at the end, and only among them are the true keys compared.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import polars as pl

from sosach.cleaning.frame import Cleaning, typed
from sosach.cleaning.numbers import FIELDS_OF_FAULTS
from sosach.rules.evaluate import (
    Question,
    fields_asked,
    findings_of_rows,
    findings_of_several,
    key_columns,
    prepared,
)

# Large enough that the work per batch outweighs its overhead, small enough that a few batches fit into a small machine.
BATCH = 125_000

AT_ONCE = 2  # batches worked on at the same time

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Source:
    """Where raw frames come from."""

    batches: Callable[[int], Iterable[pl.DataFrame]]  # raw frames of at most so many rows, in order
    # The raw frame of the rows with these values of `index`, in order, with the columns of these fields.
    rows: Callable[[pl.Series, Collection[str]], pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Step:
    """What came out of a batch; the last one has no rows of its own and tells what was found between rows."""

    frame: pl.DataFrame | None  # typed
    findings: pl.DataFrame


def checked(source: Source, how: Cleaning, asked_of: Sequence[Question]) -> Iterator[Step]:
    """Cleans and checks batch by batch, then the rows that share a key."""
    keys: list[pl.DataFrame] = []
    frame, able = pl.DataFrame(), list(asked_of)
    for batch in _side_by_side(lambda raw: _batch(raw, how, asked_of), source.batches(BATCH)):
        frame, able = batch.frame, batch.able
        keys.append(batch.keys)
        yield Step(frame, batch.findings)
    sharing = _sharing(keys)
    if sharing.is_empty():
        return
    if len(keys) == 1:  # everything is still here
        gathered = frame.filter(pl.col("index").is_in(sharing["index"].implode()))
    else:
        keys.clear()
        raw = source.rows(sharing["index"], fields_asked(_about_several(asked_of)) | FIELDS_OF_FAULTS)
        slices = _side_by_side(lambda part: typed(part, how), raw.iter_slices(-(-raw.height // AT_ONCE)))
        gathered, able = prepared(pl.concat(slices, how="diagonal"), _about_several(asked_of))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = findings_of_several(gathered.hstack(sharing.drop("index")), _about_several(able), pool.map)
    yield Step(None, found)


@dataclass(frozen=True, slots=True)
class _Batch:
    """A batch after its own rules."""

    frame: pl.DataFrame
    able: list[Question]
    keys: pl.DataFrame
    findings: pl.DataFrame


def _batch(raw: pl.DataFrame, how: Cleaning, asked_of: Sequence[Question]) -> _Batch:
    frame, able = prepared(typed(raw, how), asked_of)
    keys = _short(key_columns(frame, _about_several(able)))
    return _Batch(frame, able, keys, findings_of_rows(frame, _about_one(able)))


def _side_by_side(work: Callable[[pl.DataFrame], Done], batches: Iterable[pl.DataFrame]) -> Iterator[Done]:
    """The work on every batch, in order, with one batch ahead: Polars leaves cores idle between small steps."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ahead: deque[Future[Done]] = deque()
        for raw in batches:
            ahead.append(pool.submit(work, raw))
            if len(ahead) >= AT_ONCE:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def _about_one(asked_of: Sequence[Question]) -> list[Question]:
    return [q for q in asked_of if not q.rule.together]


def _about_several(asked_of: Sequence[Question]) -> list[Question]:
    return [q for q in asked_of if q.rule.together]


def _short(keys: pl.DataFrame) -> pl.DataFrame:
    hashes = pl.exclude("index")
    return keys.with_columns((hashes & 0xFFFF_FFFF).cast(pl.UInt32))


def _sharing(keys: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """The rows that share the bits of some key with another row: `index`, and per key whether it is that one."""
    if not keys:
        return pl.DataFrame(schema={"index": pl.UInt32})
    names = dict.fromkeys(c for k in keys for c in k.columns if c != "index")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        shares = dict(zip(names, pool.map(lambda name: _shared(keys, name), names), strict=True))
    told = pl.DataFrame([pl.concat([k["index"] for k in keys]), *(s.alias(name) for name, s in shares.items())])
    return told.filter(pl.any_horizontal(*names)) if names else told.clear()


def _shared(keys: Sequence[pl.DataFrame], name: str) -> pl.Series:
    bits = pl.concat([k[name] if name in k.columns else _nothing(k.height) for k in keys])
    return bits.is_duplicated() & bits.is_not_null()


def _nothing(height: int) -> pl.Series:
    return pl.Series([None], dtype=pl.UInt32).new_from_index(0, height)
