"""Finding one's commune while typing, with or without marks, among those of today."""

from dataclasses import dataclass
from functools import cache

import polars as pl

from sosach.refdata.places import communes, provinces
from sosach.text.folding import search_key

MOST = 12  # shown


@dataclass(frozen=True, slots=True)
class Found:
    """A commune as it is offered."""

    code: str
    name: str  # “xã Cao Đức”
    province: str


def found(typed: str) -> list[Found]:
    """The communes whose name, or name and province, hold every word that was typed; the best first."""
    words = _key(typed).split()
    if not words:
        return []
    hits = [(own, one) for key, own, one in _known() if all(f" {word}" in key for word in words)]
    start = " ".join(words)
    hits.sort(key=lambda hit: (hit[0] != start, not hit[0].startswith(start), len(hit[0]), hit[1].province))
    return [one for _, one in hits[:MOST]]


def named(code: str) -> Found | None:
    """The commune of a code."""
    return next((one for _, _, one in _known() if one.code == code), None)


@cache
def _known() -> list[tuple[str, str, Found]]:
    told = [Found(c.code, c.full_name, _province(c.province)) for c in communes().values()]
    names = pl.Series([c.name for c in communes().values()])
    whole = pl.Series([f" {one.name} {one.province} {one.code}" for one in told])
    folded = pl.DataFrame({"own": names, "whole": whole}).select(search_key(pl.col("own")), search_key(pl.col("whole")))
    return [(f" {key}", own, one) for own, key, one in zip(folded["own"], folded["whole"], told, strict=True)]


def _province(code: str) -> str:
    one = provinces()[code]
    return f"{one.kind} {one.name}"


def _key(typed: str) -> str:
    return str(pl.DataFrame({"typed": [typed[:100]]}).select(search_key(pl.col("typed"))).item())
