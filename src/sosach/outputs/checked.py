"""What a check hands to the files that people open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from sosach.findings.notices import Notice
from sosach.intake.reading import Column
from sosach.registers.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One workbook after its check."""

    register: Register
    on: date  # reference day
    summary: Mapping[str, Any]  # what summary.json holds
    notices: tuple[Notice, ...]  # what is said about the file
    columns: tuple[Column, ...]  # where the fields stand in it
    records: pl.LazyFrame  # as records.parquet: `sheet`, `row`, the fields, and `raw` where there are source texts
    findings: pl.LazyFrame  # as findings.parquet

    def field(self, name: str) -> pl.Expr:
        """A field of the records; null where this reading has no such column."""
        if name in self.records.collect_schema():
            return pl.col(name)
        return pl.lit(None, dtype=pl.String).alias(name)
