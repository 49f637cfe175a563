"""A list that went to the police, as a report tells of it at a cut-off.

sent = answered + unanswered; answered = the seven results together. Rows that came back altered, and are not taken in,
are unanswered.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sosach.forms.police import Result


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list."""

    person: int
    hamlet: str
    answered_on: date | None  # None: not answered by the cut-off
    result: Result | None = None  # what names none of the seven counts as “Khác”


@dataclass(frozen=True, slots=True)
class SentList:
    """A list and what became of its rows by the cut-off."""

    code: str  # “TE-02”
    sent_on: date
    due: date
    rows: tuple[Row, ...]


def figures_of(sent: SentList, cut_off: date) -> dict[str, Any]:
    """The figures of a list.

    Args:
        sent: with what was answered by the cut-off.
        cut_off: the day.
    """
    answered = [row for row in sent.rows if row.answered_on is not None]
    days = [row.answered_on for row in answered if row.answered_on is not None]
    complete = len(answered) == len(sent.rows)
    return {
        "code": sent.code,
        "sent_on": sent.sent_on.isoformat(),
        "due": sent.due.isoformat(),
        "first_answer_on": min(days).isoformat() if days else None,
        "last_answer_on": max(days).isoformat() if days else None,
        "complete_on": max(days).isoformat() if days and complete else None,
        **counts(sent.rows),
        "days_late": 0 if complete else max(0, (cut_off - sent.due).days),
        "days_late_at_end": max(0, (max(days) - sent.due).days) if days and complete else 0,
    }


def counts(rows: Sequence[Row]) -> dict[str, Any]:
    """sent, answered, unanswered and the seven results of some rows."""
    results = Counter((row.result or Result.OTHER) for row in rows if row.answered_on is not None)
    answered = results.total()
    return {
        "sent": len(rows),
        "answered": answered,
        "unanswered": len(rows) - answered,
        "results": {result.value: results[result] for result in Result},
    }
