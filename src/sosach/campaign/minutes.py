"""The figures of the minutes of hand-over, to the police and back, frozen when the list goes or comes.

Sums that hold in every one: the groups add up to the persons sent; answered, unanswered and altered rows add up to
them, too; the seven results add up to the answered rows.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sosach.campaign.returned import Returned
from sosach.findings.finding import Group
from sosach.forms.form import SentRow
from sosach.forms.police import PoliceAnswer, Result

# A person stands under the first of these that applies.
GROUPS = (Group.NO_ID, Group.WRONG_ID, Group.BASIC_INFO)


class Direction(StrEnum):
    """Which way the list is handed over."""

    SENT = "sent"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedFile:
    """The file that is handed over."""

    name: str
    sha256: str
    has_password: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What both minutes say about a batch."""

    code: str  # “TE-02”
    register: str
    unit: str  # “xã Hòa Mẫu”
    unit_code: str
    sent_on: date
    due: date
    chain_head: str  # of the log, when the minutes are made


def sent_minutes(batch: Batch, groups: Iterable[str], file: HandedFile) -> dict[str, Any]:
    """The figures of the hand-over to the police.

    Args:
        batch: which.
        groups: one per person, the first group that applies.
        file: what was handed over.

    Raises:
        ValueError: a person is in none of the groups.
    """
    counted = Counter(Group(group) for group in groups)
    if counted.keys() - set(GROUPS):
        raise ValueError(f"no groups of a list for the police: {sorted(counted.keys() - set(GROUPS))}")
    return {
        **_head(Direction.SENT, batch, file),
        "persons": sum(counted.values()),
        "groups": {group.value: counted[group] for group in GROUPS},
    }


def returned_minutes(
    batch: Batch,
    sent: Sequence[SentRow],
    returned: Returned,
    answers: Mapping[int, PoliceAnswer],
    handed: tuple[date, HandedFile],
) -> dict[str, Any]:
    """The figures of the hand-over back.

    Args:
        batch: which.
        sent: all its rows.
        returned: what the rows that came back are worth.
        answers: by number of the row; one for every answered row.
        handed: the day of the return, and what was handed over.

    Raises:
        ValueError: rows do not add up.
    """
    on, file = handed
    if answers.keys() != returned.answered.keys():
        raise ValueError("answers and answered rows differ")
    if len(returned.answered) + len(returned.unanswered) + len(returned.altered) != len(sent):
        raise ValueError("the rows of the batch do not add up")
    codes = {row.number: row.code for row in sent}
    # What names none of the seven results stands in the table as “Khác”, and waits for a decision.
    results = Counter(answer.result or Result.OTHER for answer in answers.values())
    return {
        **_head(Direction.RETURNED, batch, file),
        "returned_on": on.isoformat(),
        "days_late": max(0, (on - batch.due).days),
        "sent": len(sent),
        "answered": len(returned.answered),
        "unanswered": len(returned.unanswered),
        "altered": len(returned.altered),
        "unknown": len(returned.unknown),
        "results": {result.value: results[result] for result in Result},
        "unanswered_rows": [codes[number] for number in returned.unanswered],
        "altered_rows": [codes[number] for number in returned.altered],
    }


def _head(direction: Direction, batch: Batch, file: HandedFile) -> dict[str, Any]:
    return {
        "direction": direction.value,
        "batch": batch.code,
        "register": batch.register,
        "unit": {"code": batch.unit_code, "name": batch.unit},
        "sent_on": batch.sent_on.isoformat(),
        "due": batch.due.isoformat(),
        "file": {"name": file.name, "sha256": file.sha256, "password": file.has_password},
        "chain_head": batch.chain_head,
    }
