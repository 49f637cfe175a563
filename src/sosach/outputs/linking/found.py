"""What a comparison of two lists found, as the workbook and the files tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.findings.notices import Notice
from sosach.linkage.decided import Decision
from sosach.linkage.meeting import Meeting
from sosach.outputs.linking.list_sheet import most_rows
from sosach.outputs.linking.pair_sheet import Deciding
from sosach.outputs.linking.people import Side


@dataclass(frozen=True, slots=True)
class Alone:
    """The persons who stand in one list only."""

    positions: pl.Series  # in their list
    why: pl.Series  # a word of `linkage.civil`, or null where the lists do not tell
    first: pl.Series  # position of the linked row of the same person, where there is one

    def of(self, *words: str) -> "Alone":
        """Those for one of these reasons."""
        return self._where(self.why.cast(pl.String).is_in(words))

    def without(self, *words: str) -> "Alone":
        """Those for any other reason, or for none."""
        return self._where(~self.why.cast(pl.String).is_in(words).fill_null(value=False))

    def _where(self, which: pl.Series) -> "Alone":
        return Alone(self.positions.filter(which), self.why.filter(which), self.first.filter(which))


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Two lists laid side by side."""

    on: date
    meeting: Meeting
    left: Side
    right: Side
    pairs: pl.DataFrame  # `left`, `right` (positions), levels, `probability`, `verdict`, `ground`
    differences: pl.DataFrame  # `left`, `right` (positions), `verdict`, `field`, `ours`, `theirs`, `kind`, `prevails`
    left_alone: Alone
    right_alone: Alone
    findings: pl.DataFrame  # `linkage.link_findings.SCHEMA`
    sources: Mapping[str, str]  # what the sources are called, by `left` and `right`
    decisions: Sequence[Decision]  # in force
    places: Sequence[tuple[int, int] | None]  # of the decisions: the pair each is about, None: it fits none any more
    notices: Sequence[Notice]

    @property
    def decided(self) -> Deciding:
        """What was decided, by pair."""
        return Deciding({pair: d for pair, d in zip(self.places, self.decisions, strict=True) if pair is not None})

    def of(self, verdict: str) -> pl.DataFrame:
        """The pairs of a verdict."""
        return self.pairs.filter(pl.col("verdict") == verdict)

    def side(self, end: str) -> Side:
        """The side by name."""
        return self.left if end == "left" else self.right

    @property
    def most_rows(self) -> int:
        """How many rows a sheet of the workbook shows at most."""
        return most_rows(max(self.left.persons.facts.height, self.right.persons.facts.height))

    def alone(self, end: str) -> Alone:
        """Who stands on that side only."""
        return self.left_alone if end == "left" else self.right_alone
