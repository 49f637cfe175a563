"""`summary.json`: what was read, what was skipped and why, and the counts."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sosach.intake.reading import Opened, SheetRead
from sosach.outputs.tally import Tally


def summary_facts(opened: Opened, on: date, persons: int, tally: Tally) -> dict[str, Any]:
    """The whole summary, in the order of the contract.

    Args:
        opened: the file.
        on: the reference day.
        persons: how many were read.
        tally: what was found about them.
    """
    return {
        "register": opened.register.name,
        "source": source_facts(opened),
        "on": on.isoformat(),
        "persons": persons,
        "groups": tally.groups(),
        "rules": tally.rules(),
        "unmapped_headings": list(dict.fromkeys(c.heading for c in opened.columns if not c.field and c.heading)),
        "warnings": [f"{n.message} {n.next_step}" for n in opened.notices],
    }


def write_summary(path: Path, facts: Mapping[str, object]) -> None:
    """Writes the summary as JSON that people can read too.

    Raises:
        OSError: the file cannot be written.
    """
    path.write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def source_facts(opened: Opened) -> dict[str, Any]:
    """What was read of a file, and what was left out and why."""
    return {
        "name": opened.name,
        "sha256": opened.sha256,
        "sheets": [_sheet(sheet) for sheet in opened.sheets],
        "other_sheets": [{"name": sheet.name, "why": sheet.why} for sheet in opened.other_sheets],
        "columns": [{"sheet": c.sheet, "heading": c.heading, "field": c.field} for c in opened.columns],
    }


def _sheet(sheet: SheetRead) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "header_row": sheet.header_row,
        "first_row": sheet.first_row,
        "last_row": sheet.last_row,
        "rows_read": sheet.rows_read,
        "rows_skipped": [{"row": row, "why": why} for row, why in sheet.rows_skipped],
    }
