"""The weekly list for the police leaves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sosach.findings.notices import Notice, Refused, notice, refused
from sosach.forms.police import POLICE_LIST
from sosach.intake.form_answer import read_form
from sosach.intake.options import ReadingOptions
from sosach.outputs.minutes_file import write_minutes
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import require
from sosach.store.log.act import Act, Actor
from sosach.store.police.candidates import candidates
from sosach.store.police.days import HandOverDay, hand_over_day
from sosach.store.police.models import Batch
from sosach.store.police.selectors import sent_minutes
from sosach.store.police.services.sending import Leaving, send
from sosach.store.registers.selectors import register_named
from sosach.store.writing import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSend:
    """What is to leave."""

    register: str
    out: Path  # the .xlsx
    password: str | None = None
    minutes: Path | None = None  # the folder for `minutes.json`


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it."""

    batch: Batch | None  # None: nobody qualifies, and nothing was written
    minutes: Mapping[str, Any]
    kept_back: Mapping[str, int]  # persons with a question about their number, by what keeps them back
    notices: tuple[Notice, ...]


def send_batch(wanted: ToSend, *, actor: Actor, on: date) -> Sent:
    """Makes the next batch of a register.

    Raises:
        Refused: the actor may not, the register goes to nobody, the file is no .xlsx or cannot be written there, or a
            list with answers stands in its place.
    """
    require(actor, Right.SEND)
    register = register_named(wanted.register)
    if wanted.out.suffix.lower() != ".xlsx":
        raise refused("police_ending", file=wanted.out.name)
    _refuse_answered(wanted.out)
    with writing():
        day = hand_over_day(register, on)
        ready = candidates(register)
        if ready.people.is_empty():
            return Sent(None, {}, ready.kept_back, (notice("police_nobody", register_label=register.label),))
        leaving = Leaving(register=register, due=day.due, out=wanted.out, password=wanted.password)
        batch, _ = send(leaving, ready, Act(actor=actor, on=on))
        told = sent_minutes(batch.code)
        if wanted.minutes is not None:
            write_minutes(wanted.minutes, told)
    return Sent(batch, told, ready.kept_back, _notices(batch, day))


def _refuse_answered(out: Path) -> None:
    """Nobody's answers are written over: the file may be one that came back and was not taken in yet.

    Raises:
        Refused: a list with answers stands there.
    """
    if not out.exists():
        return
    try:
        rows = read_form(out, POLICE_LIST, ReadingOptions()).rows
    except Refused:
        return  # no list of this kind
    if any(row.answers for row in rows):
        raise refused("police_out_answered", file=out.name)


def _notices(batch: Batch, day: HandOverDay) -> tuple[Notice, ...]:
    if day.in_plan:
        return ()
    return (
        notice(
            "police_day",
            on=f"{batch.sent_on:%d/%m/%Y}",
            weekday=day.weekday,
            batch=batch.code,
            due=f"{batch.due:%d/%m/%Y}",
        ),
    )
