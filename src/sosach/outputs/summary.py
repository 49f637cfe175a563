"""summary.json: what was read, what was skipped and why, and the counts."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sosach.findings.notices import Notice
from sosach.intake.reading import Column, OtherSheet, SheetRead


def source_facts(
    name: str, sha256: str, sheets: Sequence[SheetRead], others: Sequence[OtherSheet], columns: Sequence[Column]
) -> dict[str, object]:
    """The part of the summary that tells what was read."""
    return {
        "name": name,
        "sha256": sha256,
        "sheets": [_sheet(sheet) for sheet in sheets],
        "other_sheets": [{"name": sheet.name, "why": sheet.why} for sheet in others],
        "columns": [{"sheet": c.sheet, "heading": c.heading, "field": c.field} for c in columns],
    }


def summary_facts(
    *,
    register: str,
    on: date,
    source: Mapping[str, object],
    persons: int,
    groups: Mapping[str, int],
    rules: Mapping[str, int],
    notices: Sequence[Notice],
) -> dict[str, object]:
    """The whole summary, in the order of the contract."""
    columns = source["columns"]
    assert isinstance(columns, list)
    return {
        "register": register,
        "source": source,
        "on": on.isoformat(),
        "persons": persons,
        "groups": dict(groups),
        "rules": dict(rules),
        "unmapped_headings": [c["heading"] for c in columns if c["field"] is None and c["heading"]],
        "warnings": [f"{n.message} {n.next_step}" for n in notices],
    }


def write_summary(path: Path, facts: Mapping[str, object]) -> None:
    """Writes the summary as JSON that people can read too."""
    path.write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _sheet(sheet: SheetRead) -> dict[str, object]:
    return {
        "name": sheet.name,
        "header_row": sheet.header_row,
        "first_row": sheet.first_row,
        "last_row": sheet.last_row,
        "rows_read": sheet.rows_read,
        "rows_skipped": [{"row": row, "why": why} for row, why in sheet.rows_skipped],
    }
