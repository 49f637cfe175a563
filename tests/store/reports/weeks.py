"""A campaign in the tables: a register taken in, a list sent and answered, decisions; and its weekly reports."""

from datetime import date
from pathlib import Path
from typing import Any

from sosach.store.desk.decide import Decision, decide
from sosach.store.reports.models import Snapshot
from sosach.store.reports.services import Wanted, freeze_report
from tests.store.people import OPERATOR, child, children, taken_in

TAKEN_IN, FIRST_WEEK, SECOND_WEEK = date(2026, 6, 5), date(2026, 6, 12), date(2026, 6, 19)


def register(path: Path, count: int = 30) -> None:
    """A register of children: one without a number, one with an impossible date, one with a short number."""
    rows = children(count)
    rows[4] = child(5, personal_id="")
    rows[8] = child(9, birth_date="31/02/2012")
    rows[11] = child(12, personal_id="27214600084")
    taken_in(path, rows, TAKEN_IN)


def weekly(on: date, **wanted: Any) -> Snapshot:
    """The weekly report of a day."""
    return freeze_report(Wanted(kind="weekly", on=on, **wanted), actor=OPERATOR)


def give_number(code: str, number: str, on: date) -> None:
    """Somebody decides about a number."""
    decision = Decision(
        register="children", record_code=code, field="personal_id", value=number, evidence="Giấy khai sinh", reason="Có"
    )
    decide(decision, actor=OPERATOR, on=on)
