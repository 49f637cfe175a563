"""Rows of one register that are one person, put together so that no two of them are known to be two persons.

That A is B and B is C makes A and C one person. Where A and C cannot be (they are twins, people have said so, or each
has a number, a sex or a certificate of its own), one of the two pairs is wrong: the weaker one goes back to people.
"""

from collections.abc import Iterable
from itertools import product

import polars as pl

# Facts of which one person has one.
ONE_EACH = ("sex", "number", "certificate", "old_number")


def clustered(pairs: pl.DataFrame, apart: Iterable[tuple[int, int]], persons: pl.DataFrame) -> pl.DataFrame:
    """Puts pairs together, those first in which is to be believed most.

    Args:
        pairs: `a`, `b` of rows that are one person, in the order of belief.
        apart: pairs of rows, `a` < `b`, that are two persons.
        persons: the columns `ONE_EACH` of all rows, by position.

    Returns:
        A row per pair: `holds`, and `cluster`, the first position among all rows that are this person (UInt32); null
        where the pair does not hold.
    """
    known = frozenset(pairs.select("a", "b").iter_rows())
    believed = _Persons(known, frozenset(apart), persons.select(ONE_EACH))
    holds = [believed.join(a, b) for a, b in pairs.select("a", "b").iter_rows()]
    clusters = [believed.first(a) if held else None for a, held in zip(pairs["a"], holds, strict=True)]
    return pl.DataFrame({"holds": holds, "cluster": clusters}, schema={"holds": pl.Boolean, "cluster": pl.UInt32})


class _Persons:
    """Clusters that grow."""

    def __init__(
        self, same: frozenset[tuple[int, int]], apart: frozenset[tuple[int, int]], facts: pl.DataFrame
    ) -> None:
        self._same = same
        self._apart = apart
        self._places = sorted({row for pair in same for row in pair})
        self._facts = dict(zip(self._places, facts[self._places].iter_rows(), strict=True))
        self._clusters = {row: [row] for row in self._places}

    def first(self, row: int) -> int:
        """The first row of the cluster."""
        return min(self._clusters[row])

    def join(self, a: int, b: int) -> bool:
        """Makes the clusters of two rows one, if nothing in them is known to be two persons."""
        ones, others = self._clusters[a], self._clusters[b]
        if ones is others:
            return True
        if any(self._two(min(x, y), max(x, y)) for x, y in product(ones, others)):
            return False
        ones.extend(others)
        self._clusters.update(dict.fromkeys(others, ones))
        return True

    def _two(self, x: int, y: int) -> bool:
        if (x, y) in self._same:
            return False
        differ = any(f != g for f, g in zip(self._facts[x], self._facts[y], strict=True) if None not in (f, g))
        return differ or (x, y) in self._apart
