"""Long work of the pages: one at a time per home, its state in a file of the home, told even after the server stopped.

A lock that the system frees however a process ends tells what still runs. What was running when the process ended is
`stopped`: its transaction was rolled back, so nothing is half done; or, where the log holds its event, it was `done`.
"""

import json
import secrets
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sosach.findings.notices import Notice, Refused, refused
from sosach.store.files import keep_as
from sosach.store.lock import alone
from sosach.store.log.act import Actor
from sosach.store.log.models import Event
from sosach.store.log.selectors import head
from sosach.store.start import current

RUNNING, DONE, REFUSED, BROKEN, STOPPED = "running", "done", "refused", "broken", "stopped"
_FACTS, _STAGE = "job.json", "stage"
_KEPT = timedelta(days=7)
_MOMENT = 0.5  # seconds: somebody else may just be looking whether the lock is free


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A long work."""

    key: str  # random; names it in addresses
    title: str  # without personal data
    actor: str
    at: str  # ISO moment at which it began
    event: str  # kind of the log's event that says it was done
    head: int  # number of the last event before it
    link: str  # where its result stands; until it is done, where it was asked for
    state: str = RUNNING
    told: Mapping[str, Any] = field(default_factory=dict)  # what the page behind the link says once
    message: str = ""  # of a refusal
    next_step: str = ""
    seen: bool = False  # its end was looked at

    @property
    def folder(self) -> Path:
        """Where its files lie."""
        return _place(self.key)

    @property
    def stage(self) -> str:
        """The stage it is in, as the services name it."""
        try:
            return (self.folder / _STAGE).read_text(encoding="utf-8")
        except OSError:
            return ""


def begin(title: str, event: str, link: str, *, actor: Actor, at: datetime) -> tuple[Job, ExitStack]:
    """Begins a work; what is given back holds the home for it and is closed when it has ended.

    Raises:
        Refused: another one is running.
    """
    folder = current().folder / "jobs"
    folder.mkdir(exist_ok=True, mode=0o700)
    held = ExitStack()
    try:
        held.enter_context(alone(_lock(), "home_busy", wait=_MOMENT))
    except Refused as refusal:
        running = next((one for one in _all() if one.state == RUNNING), None)
        raise refused("job_busy", value=running.title if running else "") from refusal
    _forget_old(at)
    job = Job(
        key=secrets.token_hex(12),
        title=title,
        actor=actor.name,
        at=at.isoformat(),
        event=event,
        head=head()[0],
        link=link,
    )
    job.folder.mkdir(mode=0o700)
    _write(job)
    return job, held


def begins(job: Job, stage: str) -> None:
    """Notes the stage that begins; it is lost with the process, and that does no harm."""
    fresh = job.folder / f"{_STAGE}.new"
    fresh.write_text(stage, encoding="utf-8")
    fresh.replace(job.folder / _STAGE)


def done(job: Job, link: str, told: Mapping[str, Any]) -> Job:
    """The work is done."""
    return _write(replace(job, state=DONE, link=link, told=told))


def was_refused(job: Job, said: Notice) -> Job:
    """The work was refused; nothing has changed."""
    return _write(replace(job, state=REFUSED, message=said.message, next_step=said.next_step))


def broke(job: Job, number: str) -> Job:
    """The program failed; nothing has changed."""
    return _write(replace(job, state=BROKEN, message=number))


def seen(job: Job) -> Job:
    """Its end was looked at."""
    return job if job.seen or job.state == RUNNING else _write(replace(job, seen=True))


def job_of(key: str, *, actor: Actor) -> Job:
    """A work of one's own, in the state it is in now.

    Raises:
        Refused: there is none; somebody else's is none either.
    """
    found = next((one for one in jobs_of(actor) if one.key == key), None)
    if found is None:
        raise refused("job_none", value=key)
    return found


def jobs_of(actor: Actor) -> list[Job]:
    """The works of somebody, the latest first, each in the state it is in now."""
    mine = [_now(one) for one in _all() if one.actor == actor.name]
    return sorted(mine, key=lambda one: one.at, reverse=True)


def is_running() -> bool:
    """Whether a work is running in this home, in whichever process."""
    if not _lock().exists():
        return False
    try:
        with alone(_lock(), "home_busy"):
            return False
    except Refused:
        return True


def _now(job: Job) -> Job:
    """The state as it is: what says that it runs, while nothing does, was stopped, or done just before."""
    if job.state != RUNNING or is_running():
        return job
    fresh = _read(job.folder / _FACTS) or job  # it may have ended between two looks
    if fresh.state != RUNNING:
        return fresh
    was_done = Event.objects.filter(seq__gt=job.head, kind=job.event, actor=job.actor).exists()
    return _write(replace(fresh, state=DONE if was_done and job.event != "backup" else STOPPED))


def _all() -> list[Job]:
    folder = current().folder / "jobs"
    found = [_read(place) for place in folder.glob(f"*/{_FACTS}")] if folder.is_dir() else []
    return [one for one in found if one is not None]


def _place(key: str) -> Path:
    return current().folder / "jobs" / key


def _lock() -> Path:
    return current().folder / "jobs" / "running.lock"


def _write(job: Job) -> Job:
    keep_as(job.folder / _FACTS, json.dumps(asdict(job), ensure_ascii=False).encode())
    return job


def _read(place: Path) -> Job | None:
    try:
        return Job(**json.loads(place.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):  # being removed, or of another version
        return None


def _forget_old(now: datetime) -> None:
    for one in _all():
        if datetime.fromisoformat(one.at) < now - _KEPT:
            shutil.rmtree(one.folder, ignore_errors=True)
