"""What the workbooks and files of a comparison need to know of the two lists."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

import polars as pl

from sosach.findings.wording import shown
from sosach.intake.reading import Opened
from sosach.linkage.decided import Decision
from sosach.outputs.review.cells import as_day
from sosach.registers.field import Kind
from sosach.registers.register import Register

_CAPITAL = (Kind.SEX, Kind.STATUS, Kind.BENEFIT_STATUS, Kind.POVERTY)


class Persons(Protocol):
    """The persons of one list, by position from 0."""

    @property
    def opened(self) -> Opened:
        """The file they come from."""

    @property
    def register(self) -> Register:
        """The register it is."""

    @property
    def facts(self) -> pl.DataFrame:
        """See `linkage.facts`."""

    def at(self, positions: pl.Series, columns: list[str] | None = None) -> pl.DataFrame:
        """The rows at these positions; columns that the list does not have are null."""

    def field(self, name: str, positions: pl.Series) -> pl.DataFrame:
        """A field's values at these positions: `value`, and `raw` where source texts are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two lists, or the only one."""

    persons: Persons
    name: str  # what sentences and headings call it: “Sổ trẻ em”, “Bản cũ”

    @property
    def file(self) -> str:
        """Bare name of the file."""
        return self.persons.opened.name

    @property
    def sheets(self) -> tuple[str, ...]:
        """The sheets with persons."""
        return tuple(self.persons.facts["sheet"].unique(maintain_order=True))

    def places(self, positions: pl.Series) -> list[str]:
        """Where the rows stand: “7”, or “7 – Thôn Bến” in a file of several sheets."""
        at = self.persons.facts.select("sheet", "row").select(pl.all().gather(pl.lit(positions)))
        if len(self.sheets) == 1:
            return [str(row) for row in at["row"]]
        return [f"{row} – {sheet}" for sheet, row in at.iter_rows()]

    def texts(self, name: str, positions: pl.Series) -> list[str | None]:
        """A field as people read it; what was not understood as it stands."""
        found = self.persons.field(name, positions)
        read = pl.coalesce(shown(pl.col("value"), self._kind(name)), *(["raw"] if "raw" in found.columns else []))
        texts = found.select(read.alias("text")).to_series()
        if self._kind(name) in _CAPITAL:
            texts = texts.str.slice(0, 1).str.to_uppercase() + texts.str.slice(1)
        return texts.to_list()

    def days(self, name: str, positions: pl.Series) -> list[str | datetime | None]:
        """A date as a day where it is known to the day, else as it reads."""
        values = self.persons.field(name, positions)["value"].to_list()
        texts = self.texts(name, positions)
        return [as_day(value) or text for value, text in zip(values, texts, strict=True)]

    def entries(self, name: str, positions: pl.Series) -> Sequence[str | datetime | None]:
        """A field as it is put into cells."""
        return self.days(name, positions) if self._kind(name) is Kind.DATE else self.texts(name, positions)

    def _kind(self, name: str) -> Kind:
        return self.persons.register.by_name[name].kind


def about(
    decisions: Sequence[Decision], places: Sequence[tuple[int, int] | None], sides: tuple[Side, Side]
) -> list[Decision]:
    """The decisions with the two persons in words, as far as they stand in the lists."""
    found = [pair for pair in places if pair is not None]
    words = [
        _in_words(side, pl.Series([pair[end] for pair in found], dtype=pl.UInt32)) for end, side in enumerate(sides)
    ]
    told = iter(zip(*words, strict=True))
    return [
        decision if pair is None else replace(decision, about=" – ".join(next(told)))
        for decision, pair in zip(decisions, places, strict=True)
    ]


def _in_words(side: Side, positions: pl.Series) -> list[str]:
    """“Nguyễn Hòa An, sinh 04/06/2018, dòng 7”"""
    facts = side.persons.facts.select(pl.all().gather(pl.lit(positions)))
    name = pl.coalesce("name", "unnamed", pl.lit("(chưa có tên)"))
    born = pl.format(", sinh {}", shown(pl.col("birth_date"), Kind.DATE)).fill_null("")
    who = facts.select(pl.concat_str(name, born)).to_series()
    return [f"{person} (dòng {place})" for person, place in zip(who, side.places(positions), strict=True)]
