"""The work on one machine: batch by batch, in memory that does not grow with the file but for four bytes a row and key.

Row rules need nothing but their batch. For rules about several rows every batch leaves 32 bits of each key behind; rows
whose bits occur twice are gathered once more at the end, and only among them are the true keys compared: all at once,
or where they are many, question by question and portion by portion.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import polars as pl

from sosach.cleaning.frame import Cleaning, typed
from sosach.cleaning.numbers import FIELDS_OF_FAULTS
from sosach.engines.meeting import Keys, Portion, about_one, about_several, portions
from sosach.rules.evaluate import (
    Question,
    caught_of_several,
    fields_asked,
    findings_of_caught,
    findings_of_rows,
    findings_of_several,
    key_columns,
    part_columns,
    prepared,
)

# Large enough that the work per batch outweighs its overhead, small enough that a few batches fit into a small machine.
BATCH = 125_000

# Rows that share keys are looked at in portions, together of about as many cells, so that a nation's do not have to fit
# into memory: 300,000 rows of a question that looks at twenty fields.
GATHERED = 6_000_000

AT_ONCE = 2  # batches or portions worked on at the same time

Part = TypeVar("Part")
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
    keys = Keys()
    frame, able = pl.DataFrame(), list(asked_of)
    for batch in _side_by_side(lambda raw: _batch(raw, how, asked_of), source.batches(BATCH)):
        frame, able = batch.frame, batch.able
        keys.add(batch.keys, batch.parts)
        yield Step(frame, batch.findings)
    several = about_several(asked_of)
    shared, parts = keys.shared()
    if shared.is_empty():
        return
    if shared.height * len(fields_asked(several)) > GATHERED:
        some = portions(several, shared, parts, GATHERED // AT_ONCE)
        caught = _side_by_side(lambda portion: _caught(source, how, portion), some)
        yield Step(None, findings_of_caught(_by_question(several, caught)))
        return
    portion = Portion(several, shared)
    if keys.batches > 1:
        frame, able = _gathered(source, how, portion)
    else:  # everything is still here
        frame = frame.join(shared.select("index"), on="index", how="semi", maintain_order="left")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield Step(None, findings_of_several(frame.hstack(portion.flags()), about_several(able), pool.map))


@dataclass(frozen=True, slots=True)
class _Batch:
    """A batch after its own rules."""

    frame: pl.DataFrame
    able: list[Question]
    keys: pl.DataFrame
    parts: pl.DataFrame  # of what keys have in common
    findings: pl.DataFrame


def _batch(raw: pl.DataFrame, how: Cleaning, asked_of: Sequence[Question]) -> _Batch:
    frame, able = prepared(typed(raw, how), asked_of)
    several = about_several(able)
    keys, parts = key_columns(frame, several), part_columns(frame, several)
    return _Batch(frame, able, keys, parts, findings_of_rows(frame, about_one(able)))


def _side_by_side(work: Callable[[Part], Done], parts: Iterable[Part]) -> Iterator[Done]:
    """The work on every part, in order, with one part ahead: Polars leaves cores idle between small steps."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ahead: deque[Future[Done]] = deque()
        for part in parts:
            ahead.append(pool.submit(work, part))
            if len(ahead) >= AT_ONCE:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def _gathered(source: Source, how: Cleaning, portion: Portion) -> tuple[pl.DataFrame, list[Question]]:
    """The typed rows of a portion, prepared, and the questions that can be asked of them.

    They have the columns that the questions look at.
    """
    raw = source.rows(portion.shared["index"], fields_asked(portion.asked_of) | FIELDS_OF_FAULTS)
    slices = _side_by_side(lambda part: typed(part, how), raw.iter_slices(-(-raw.height // AT_ONCE)))
    return prepared(pl.concat(slices, how="diagonal"), portion.asked_of)


def _caught(source: Source, how: Cleaning, portion: Portion) -> tuple[Question, pl.DataFrame] | None:
    frame, able = _gathered(source, how, portion)
    return (able[0], caught_of_several(frame.hstack(portion.flags()), able[0])) if able else None


def _by_question(
    asked_of: Sequence[Question], caught: Iterable[tuple[Question, pl.DataFrame] | None]
) -> list[tuple[Question, pl.DataFrame]]:
    """What was caught for a question in all portions, in the order of the questions."""
    parts: dict[Question, list[pl.DataFrame]] = {}
    for question, rows in filter(None, caught):
        parts.setdefault(question, []).append(rows)
    return [(q, pl.concat(parts[q], how="diagonal")) for q in asked_of if q in parts]
