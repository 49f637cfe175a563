"""A list comes back from the police and is taken in, whole or not at all."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sosach.campaign.answers import outcomes, tally
from sosach.campaign.answers import refusal as answers_refusal
from sosach.campaign.minutes import HandedFile, returned_minutes
from sosach.campaign.outcome import Effect
from sosach.campaign.returned import Returned, claimed_batches, sort_out
from sosach.campaign.returned import refusal as rows_refusal
from sosach.campaign.returned_words import row_notices
from sosach.findings.notices import Notice, notice, refused
from sosach.forms.police import POLICE_LIST
from sosach.intake.police_answer import PoliceReturn
from sosach.outputs.minutes_file import write_minutes
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.findings.services import Recomputed
from sosach.store.log.act import Act, Actor
from sosach.store.log.services import begin
from sosach.store.originals import keep_original
from sosach.store.police.cases import POLICE, answered_rows
from sosach.store.police.models import Batch, Return
from sosach.store.police.said import as_written
from sosach.store.police.selectors import returns, sent_rows
from sosach.store.police.services.receiving import Judged, apply, keep_return
from sosach.store.police.services.sending import handed
from sosach.store.registers.selectors import register_named
from sosach.store.seals.services import key
from sosach.store.writing import writing

# What `police receive --json` says: answered + unanswered + altered_rows = rows of the batch; each answered row is one
# of applied, conflicts, next_step, repeated.
FIGURES = (
    *("answered", "applied", "conflicts", "next_step", "repeated"),
    *("unanswered", "unknown_rows", "altered_rows"),
)
_EFFECTS = {
    "applied": Effect.APPLIED,
    "conflicts": Effect.CONFLICT,
    "next_step": Effect.NEXT_STEP,
    "repeated": Effect.REPEATED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """A list that came back."""

    read: PoliceReturn
    content: bytes  # the file as it lies on disk
    batch: str | None = None  # that is waited for; None: the one that the file names
    minutes: Path | None = None  # the folder for `minutes.json`
    has_password: bool = False  # the file was opened with one


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What came of it."""

    batch: str
    operation: int | None  # None: this very file was taken in before, and nothing was changed
    figures: Mapping[str, int]
    details: Mapping[str, Any]  # the rows behind the figures
    notices: tuple[Notice, ...]
    findings: Recomputed | None = None


def receive_answer(came: Came, *, actor: Actor, on: date) -> Received:
    """Takes the answers of the police in: receiving them is the official's decision.

    Raises:
        Refused: the actor may not; the file is of another batch or another home, its columns are out of step, or its
            batch was cancelled (the file is kept aside then); nothing is changed.
    """
    require(actor, Right.RECEIVE)
    with writing():
        batch = _batch(came)
        if batch.cancelled_by is None:
            return _take_in(came, batch, actor, on)
    keep_original(came.content)
    raise refused("police_cancelled", file=came.read.name, batch=batch.code, value=batch.cancelled_by)


def _batch(came: Came) -> Batch:
    """The batch that most rows name, if it is the one that is waited for."""
    file = came.read.name
    claimed = claimed_batches([row.returned for row in came.read.rows])
    known = {batch.code: batch for batch in Batch.objects.filter(code__in=claimed)}
    found = next((known[code] for code in claimed if code in known), None)
    if found is None:
        raise refused("form_other_home", file=file)
    if came.batch is not None and came.batch != found.code:
        raise refused("police_wrong_batch", file=file, batch=found.code, batch_2=came.batch)
    return found


def _take_in(came: Came, batch: Batch, actor: Actor, on: date) -> Received:
    read = came.read
    rows = [row.returned for row in read.rows]
    sent = sent_rows(batch)
    codes = {row.number: row.code for row in sent}
    returned = sort_out(rows, sent, batch.code, key())
    if refusal := rows_refusal(returned, POLICE_LIST, batch.code, read.name):
        raise refusal
    said = (*read.notices, *row_notices(returned, rows, POLICE_LIST, read.name))
    for before in returns(batch):
        if before.sha256 == read.sha256:
            again = notice("police_again", file=read.name, batch=batch.code, on=f"{before.received_on:%d/%m/%Y}")
            return _repeated(before, _details(read, returned, [], codes), again)
    judged = _judged(came, batch, returned)
    act = Act(actor=actor, on=on, source=POLICE, evidence=f"đợt {batch.code}")
    figures = _figures(returned, judged)
    operation = begin(
        "police_answer",
        act,
        register=batch.register,
        batch=batch.code,
        file=read.name,
        sha256=keep_original(came.content),
        figures=figures,
    )
    moved = apply(judged, register_named(batch.register), operation)
    answers = {one.answered.line.number: one.answered.answer for one in judged}
    handed_file = HandedFile(name=read.name, sha256=read.sha256, has_password=came.has_password)
    minutes = returned_minutes(handed(batch), sent, returned, answers, (on, handed_file))
    received = Return(
        operation=operation.number,
        batch=batch,
        file_name=read.name,
        sha256=read.sha256,
        received_on=on,
        figures=as_written(figures),
        minutes=as_written(minutes),
    )
    keep_return(received, judged, operation)
    if came.minutes is not None:
        write_minutes(came.minutes, minutes)
    early = () if on >= batch.sent_on else (notice("police_early", batch=batch.code, on=f"{batch.sent_on:%d/%m/%Y}"),)
    return Received(
        batch=batch.code,
        operation=operation.number,
        figures=figures,
        details=_details(read, returned, judged, codes),
        notices=(*early, *said),
        findings=moved,
    )


def _judged(came: Came, batch: Batch, returned: Returned) -> list[Judged]:
    answered = answered_rows(batch, came.read.rows, returned, register_named(batch.register))
    cases = [one.case for one in answered]
    if refusal := answers_refusal(cases, came.read.name):
        raise refusal
    return list(map(Judged, answered, outcomes(cases)))


def _figures(returned: Returned, judged: list[Judged]) -> dict[str, int]:
    counted = tally([one.outcome for one in judged])
    return {
        "answered": len(returned.answered),
        **{name: counted[effect] for name, effect in _EFFECTS.items()},
        "unanswered": len(returned.unanswered),
        "unknown_rows": len(returned.unknown),
        "altered_rows": len(returned.altered),
    }


def _repeated(before: Return, details: dict[str, Any], again: Notice) -> Received:
    """The figures of a file that was taken in before: every answered row is repeated."""
    told = json.loads(before.figures)
    figures = {**told, "applied": 0, "conflicts": 0, "next_step": 0, "repeated": told["answered"]}
    repeated = [{"code": code} for code in details["answered"]]
    return Received(
        batch=before.batch.code,
        operation=None,
        figures=figures,
        details={**details, "repeated": repeated},
        notices=(again,),
    )


def _details(read: PoliceReturn, returned: Returned, judged: list[Judged], codes: Mapping[int, str]) -> dict[str, Any]:
    """The rows behind the figures, by their codes; of rows that are nobody's where they stand."""
    found: dict[str, Any] = {
        name: [_row(one) for one in judged if one.outcome.effect is effect] for name, effect in _EFFECTS.items()
    }
    return found | {
        "answered": [codes[number] for number in sorted(returned.answered)],
        "unanswered": [codes[number] for number in returned.unanswered],
        "altered_rows": [codes[number] for number in returned.altered],
        "unknown_rows": [
            {"row": read.rows[one.place].returned.row, "why": one.verdict.value} for one in returned.unknown
        ],
    }


def _row(one: Judged) -> dict[str, Any]:
    outcome = one.outcome
    told = {
        "code": one.answered.line.code,
        "row": one.answered.row,
        "why": outcome.why,
        "whom": outcome.whom,
        "reason": outcome.reason,
        "fields": [compared.field for compared in outcome.compared],
    }
    return {name: value for name, value in told.items() if value}
