"""Long work in a thread of its own: whoever asked for it sees how far it is, may close the page and come back.

What is done within a moment is answered at once, as if there were no thread.
"""

import logging
import secrets
import shutil
import sys
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from django.db import connections
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from sosach.findings.notices import Refused, refused
from sosach.store import jobs
from sosach.store.jobs import Job
from sosach.store.progress import heard_by
from sosach.web.frame.clock import now
from sosach.web.frame.files import handed_over
from sosach.web.frame.signed_in import Desk

PATIENCE = 1.5  # seconds that the answer waits for the work to be done

GIVEN = "given"  # within the folder of a job: the file that was handed in

_log = logging.getLogger("sosach.web")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a work."""

    link: str  # where it is seen
    told: Mapping[str, Any] = field(default_factory=dict)  # goes into the session of whoever looks


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done."""

    title: str  # without personal data
    event: str  # kind of the log's event that says it was done
    back: str  # where it was asked for


def start(request: Desk, work: Work) -> tuple[Job, ExitStack]:
    """Holds the home for a work; its folder is there for files that were handed in.

    Raises:
        Refused: another one is running.
    """
    return jobs.begin(work.title, work.event, work.back, actor=request.actor, at=now())


def with_file(request: Desk, work: Work, act: Callable[[Path], Outcome]) -> HttpResponse:
    """As `carried_out`, with the file of the form put into the job's folder `GIVEN` and removed at the end.

    Raises:
        Refused: another one is running, no file was chosen, or it was refused within a moment.
    """
    if not request.FILES.get("file"):
        raise refused("file_none")
    job, held = start(request, work)
    place = job.folder / GIVEN
    place.mkdir(mode=0o700)
    handed_over(request, place)
    held.callback(shutil.rmtree, place, ignore_errors=True)
    return carried_out(job, held, act)


def carried_out(job: Job, held: ExitStack, act: Callable[[Path], Outcome]) -> HttpResponse:
    """Does the work in a thread and leads to its page, or to its result where that is there already.

    Args:
        job: the work.
        held: what holds the home for it.
        act: does it; gets the folder of the job.

    Raises:
        Refused: it was refused within a moment.
    """
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long-work")
    future = pool.submit(_run, job, held, act)
    pool.shutdown(wait=False)
    wait_for([future], timeout=PATIENCE)
    if future.done() and isinstance(failure := future.exception(), Refused):
        jobs.seen(jobs.was_refused(job, failure.notice))
        raise failure
    return HttpResponseRedirect(reverse("job", args=[job.key]))


def _run(job: Job, held: ExitStack, act: Callable[[Path], Outcome]) -> None:
    with held:
        try:
            with heard_by(partial(jobs.begins, job)):
                outcome = act(job.folder)
            jobs.done(job, outcome.link, outcome.told)
        except Refused as refusal:
            jobs.was_refused(job, refusal.notice)
            raise
        finally:
            _note_fault(job, sys.exc_info()[1])
            connections.close_all()  # of this thread


def _note_fault(job: Job, failure: BaseException | None) -> None:
    """A fault of the program is written down without the message, which may quote somebody's values."""
    if failure is None or isinstance(failure, Refused):
        return
    number = secrets.token_hex(4)
    frames = "".join(traceback.format_tb(failure.__traceback__))
    _log.error("fault %s in long work: %s\n%s", number, type(failure).__name__, frames)
    jobs.broke(job, number)
