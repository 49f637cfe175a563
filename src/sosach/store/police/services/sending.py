"""A batch leaves: its rows are sealed and kept, its file is written, its minutes are frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sosach.campaign.minutes import Batch as HandedBatch
from sosach.campaign.minutes import HandedFile, sent_minutes
from sosach.campaign.police_list import sealed_rows
from sosach.findings.notices import refused
from sosach.forms.form import SentRow
from sosach.outputs.police_workbook import PoliceBatch, Written, write_police_list
from sosach.outputs.whole_files import whole_files
from sosach.registers.register import Register
from sosach.store import bulk
from sosach.store.accounts.selectors import campaign
from sosach.store.log.act import Act
from sosach.store.log.selectors import head
from sosach.store.log.services import Operation, begin
from sosach.store.originals import keep_original
from sosach.store.police.candidates import Candidates
from sosach.store.police.models import Batch, Line
from sosach.store.police.said import as_written, facts_text
from sosach.store.seals.services import key

# What the codes of a register's batches begin with.
PREFIXES = {"children": "TE", "beneficiaries": "BT"}

_LINE = ("batch_id", "number", "person_id", "hamlet", "code", "group", "printed", "facts")
_UNANSWERED = {"result": "", "effect": "", "why": "", "whom": "", "reason": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A batch that is about to leave."""

    register: Register
    due: date
    out: Path  # the .xlsx
    password: str | None = None


def send(leaving: Leaving, ready: Candidates, act: Act) -> tuple[Batch, Operation]:
    """Makes a batch of those who are ready; within `writing()`.

    The file is in its place before the transaction ends: a batch without its file cannot be, a file without its batch
    can only be what a process that was killed in between has left, and the next batch takes its place.

    Raises:
        Refused: lists of this register go to nobody, or the file cannot be written.
    """
    code = next_code(leaving.register)
    rows = sealed_rows(ready.people, code, key())
    written = _written(leaving, code, rows, act.on)
    operation = begin(
        "police_send",
        act,
        register=leaving.register.name,
        batch=code,
        rows=len(rows),
        due=leaving.due.isoformat(),
        sha256=written.sha256,
    )
    batch = Batch(
        operation=operation.number,
        code=code,
        register=leaving.register.name,
        sent_on=act.on,
        due=leaving.due,
        rows=len(rows),
        file_name=leaving.out.name,
        sha256=written.sha256,
        has_password=written.has_password,
    )
    batch.minutes = as_written(_minutes(batch, ready.people["group"].to_list()))
    batch.save(force_insert=True)
    _write_lines(batch, ready, rows)
    return batch, operation


def next_code(register: Register) -> str:
    """The code of the next batch: batches are counted, cancelled ones too.

    Raises:
        Refused: lists of this register go to nobody.
    """
    prefix = PREFIXES.get(register.name)
    if prefix is None:
        raise refused("police_no_hand_over", register_label=register.label)
    return f"{prefix}-{Batch.objects.filter(register=register.name).count() + 1:02}"


def cancel(undone: int, operation: Operation) -> None:
    """Takes a batch back that nobody has answered: its persons are at the police no more.

    Raises:
        Refused: a return rests on it.
    """
    batch = Batch.objects.get(operation=undone)
    for received in batch.returns.filter(undone_by=None).order_by("operation")[:1]:
        raise refused("police_returned", batch=batch.code, value=undone, count=received.operation)
    Batch.objects.filter(operation=undone).update(cancelled_by=operation.number)


def handed(batch: Batch) -> HandedBatch:
    """What minutes say about a batch, with the head of the log as it is now."""
    home = campaign()
    return HandedBatch(
        code=batch.code,
        register=batch.register,
        unit=home.unit_name,
        unit_code=home.unit_code,
        sent_on=batch.sent_on,
        due=batch.due,
        chain_head=head()[1],
    )


def _written(leaving: Leaving, code: str, rows: Sequence[SentRow], on: date) -> Written:
    """Writes the file, keeps its bytes in the home, and puts it in its place."""
    home = campaign()
    about = PoliceBatch(
        code=code,
        person=leaving.register.person,
        unit=home.unit_name,
        unit_code=home.unit_code,
        sent_on=on,
        due=leaving.due,
    )
    with whole_files(leaving.out.absolute().parent) as files:
        fresh = files.fresh(leaving.out)
        written = write_police_list(fresh, about, rows, leaving.password)
        keep_original(fresh.read_bytes())
    return written


def _minutes(batch: Batch, groups: list[str]) -> dict[str, Any]:
    file = HandedFile(name=batch.file_name, sha256=batch.sha256, has_password=batch.has_password)
    return sent_minutes(handed(batch), groups, file)


def _write_lines(batch: Batch, ready: Candidates, rows: Sequence[SentRow]) -> None:
    told = ready.people.select("person", "group", "hamlet").iter_rows()
    bulk.insert(
        Line,
        (*_LINE, *_UNANSWERED),
        (
            (
                *(batch.operation, row.number, person, hamlet, row.code, group),
                *(as_written(row.facts), facts_text(ready.facts[person])),
                *_UNANSWERED.values(),
            )
            for row, (person, group, hamlet) in zip(rows, told, strict=True)
        ),
    )
