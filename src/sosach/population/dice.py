"""Chance that can be repeated: every draw is a function of the seed, of what is drawn and of who it is drawn for.

Nothing is kept between two draws, so a person stays the same whether a hundred or a million others are made with them,
and in whatever order. The mixing is that of SplitMix64 (Steele, Lea and Flood, 2014), done on whole columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate

import polars as pl

_STEP = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Dice:
    """Draws for the rows of a frame; `what` names the draw, the same name gives the same draw again."""

    seed: int
    who: str  # the column of whole numbers that says for whom
    role: str = ""  # the part that those people play; each part has draws of its own

    def raw(self, what: str) -> pl.Expr:
        """64 random bits."""
        named = blake2b(f"{self.seed} {self.role} {what}".encode(), digest_size=8)
        mixed = pl.col(self.who).cast(pl.UInt64) * _word(_STEP) + _word(int.from_bytes(named.digest()))
        mixed = (mixed ^ (mixed // _word(1 << 30))) * _word(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed // _word(1 << 27))) * _word(0x94D049BB133111EB)
        return mixed ^ (mixed // _word(1 << 31))

    def share(self, what: str) -> pl.Expr:
        """A number from 0 up to, but not including, 1."""
        return (self.raw(what) // _word(1 << 11)).cast(pl.Float64) / (1 << 53)

    def happens(self, what: str, chance: float) -> pl.Expr:
        """Whether something with this chance happens."""
        return self.share(what) < chance

    def whole(self, what: str, low: int, high: int) -> pl.Expr:
        """A whole number from `low` to `high`, both included."""
        return (self.raw(what) % _word(high - low + 1)).cast(pl.Int64) + low

    def one_of(self, what: str, values: Sequence[str], weights: Sequence[float] | None = None) -> pl.Expr:
        """One of the values, each as likely as its weight says."""
        places = list(accumulate(weights or [1.0] * len(values)))
        upto = pl.lit(pl.Series([place / places[-1] for place in places[:-1]], dtype=pl.Float64))
        return pl.lit(pl.Series(values, dtype=pl.String)).gather(upto.search_sorted(self.share(what), side="right"))


def _word(number: int) -> pl.Expr:
    return pl.lit(number, dtype=pl.UInt64)
