"""Where a person lives, told against the commune whose register it is; nothing is told when the commune is unknown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

import polars as pl

from sosach.cleaning.column import CELL, Memory
from sosach.people import hamlet, place


@dataclass(frozen=True, slots=True)
class Home:
    """The commune at home."""

    code: str
    name: str
    province: str
    hamlets: tuple[str, ...] = ()


def with_places(frame: pl.DataFrame, home: Home | None) -> pl.DataFrame:
    """Adds what addresses and hamlets mean in this commune.

    `address__commune`, `address__place_state`, `address__place_new`, `address__place_old`, `address__candidates` from
    the distinct addresses; `hamlet__match` (the hamlet's name in the commune's list) and `hamlet__match_state`.
    """
    if home is None:
        return frame
    addresses, hamlets = _memories(home)
    if "address" in frame.columns:
        frame = _joined(frame, "address", addresses, partial(place.read, home=(home.code, home.name, home.province)))
    if home.hamlets and "hamlet" in frame.columns:
        frame = _joined(frame, "hamlet", hamlets, partial(hamlet.match, hamlets=home.hamlets))
    return frame


@lru_cache(maxsize=4)
def _memories(_home: Home) -> tuple[Memory, Memory]:
    """What addresses and hamlets were found to mean: households share them, and changes ask for the same again."""
    return Memory(), Memory()


def _joined(frame: pl.DataFrame, field: str, memory: Memory, read: Callable[[pl.Series], pl.DataFrame]) -> pl.DataFrame:
    distinct = frame[field].drop_nulls().unique(maintain_order=True).alias(CELL)
    answers = memory.answers(distinct, lambda cells: read(cells).with_columns(cells))
    told = answers.rename(lambda name: field if name == CELL else f"{field}__{name}")
    return frame.join(told, on=field, how="left", maintain_order="left")
