"""One name for each hamlet of a file, however it is written: “THÔN BÃI DÂU”, “T. Bãi Dâu”, “Bai Dau” are Thôn Bãi Dâu.

Only for counting and sorting in the files that people open; records keep what was read. Names that differ in marks
(Đông, Đồng) or in their kind (Thôn 1, Tổ dân phố 1) stay apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from sosach.outputs.checked import Checked
from sosach.people.hamlet import read
from sosach.text.folding import letters_key, search_key

# More writings than one commune has: a province, where equal names are different hamlets and are left alone.
_MOST_WRITINGS = 2_000


@dataclass(frozen=True, slots=True)
class _Writing:
    text: str
    key: str  # without kind and marks
    kind: str  # what stands before the name, without marks: “thon”, “t”, nothing
    name: str  # small, with its marks

    def may_be(self, other: "_Writing") -> bool:
        """Whether this is another way of writing that hamlet."""
        same_name = self.key == other.key and self.name in (other.name, other.key)
        return same_name and (not other.kind or self._is_short_for(other))

    def _is_short_for(self, other: "_Writing") -> bool:
        """Whether the kind is the other one shortened: “t” or nothing for “thon”, “xom” for “thon xom”."""
        mine, theirs = self.kind.split(), other.kind.split()
        nearest = theirs[len(theirs) - len(mine) :]
        return len(mine) <= len(theirs) and all(t.startswith(m) for m, t in zip(mine, nearest, strict=True))


def hamlet_names(checked: Checked) -> Mapping[str, str]:
    """For every writing of a hamlet the one that it is counted under; the most frequent writing gives the name."""
    counted = checked.records.select(checked.field("hamlet")).drop_nulls().group_by("hamlet").len()
    found = counted.sort("len", "hamlet", descending=[True, False]).collect(engine="streaming")
    if found.is_empty() or found.height > _MOST_WRITINGS:
        return {}
    hamlets: list[_Writing] = []
    names: dict[str, str] = {}
    for writing in sorted(_writings(found), key=lambda w: not w.kind):  # a bare name may be any of those with a kind
        same = [hamlet for hamlet in hamlets if writing.may_be(hamlet)]
        if len(same) == 1:
            names[writing.text] = same[0].text
        else:
            hamlets.append(writing)
    return names


def _writings(found: pl.DataFrame) -> list[_Writing]:
    """The writings in the order of the frame; a kind may be set off by a dot, what follows a comma is no name."""
    bare = pl.col("hamlet").str.replace_all(r"\.\s*", " ").str.replace(r"\s*[,;(].*$", "")
    keys = found.with_columns(letters=letters_key(bare), plain=search_key(bare), key=read(found["hamlet"])["key"])
    return [_writing(row) for row in keys.iter_rows(named=True)]


def _writing(row: Mapping[str, str]) -> _Writing:
    length = len(row["key"].split(" "))
    kind = row["plain"].split(" ")[:-length]
    return _Writing(row["hamlet"], row["key"], " ".join(kind), " ".join(row["letters"].split(" ")[-length:]))
