"""The lists of the household review leave, hamlet by hamlet; all of them or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sosach.findings.notices import Notice, notice, refused
from sosach.outputs.whole_files import whole_files
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import plan, require
from sosach.store.log.act import Act, Actor
from sosach.store.visits.models import Visit
from sosach.store.visits.residents import asked, hamlets, hamlets_named
from sosach.store.visits.services.sending import Leaving, send
from sosach.store.writing import writing

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSend:
    """What is to leave."""

    hamlets: Sequence[str]  # as somebody names them; empty: all
    out: Path  # the folder
    due: date | None = None  # None: the end of the review in the plan, or a week from now


@dataclass(frozen=True, slots=True)
class SentVisits:
    """What came of it."""

    visits: tuple[Visit, ...]
    notices: tuple[Notice, ...]


def send_visits(wanted: ToSend, *, actor: Actor, on: date) -> SentVisits:
    """Makes the lists of hamlets.

    Raises:
        Refused: the actor may not, a hamlet is none of the plan's, the plan names none, or a file cannot be written.
    """
    names = _hamlets(wanted, on)
    for name in names:
        require(actor, Right.ANSWER, name)
    with writing():
        found = asked(on)
        due = wanted.due or _due(on)
        act = Act(actor=actor, on=on)
        visits = []
        with whole_files(wanted.out) as files:
            for name in names:
                if residents := found.by_hamlet.get(name, ()):
                    leaving = Leaving(hamlet=name, residents=residents, out=wanted.out, due=due)
                    visits.append(send(leaving, files, act))
    return SentVisits(tuple(visits), tuple(_notices(names, visits, found.nowhere)))


def _hamlets(wanted: ToSend, on: date) -> list[str]:
    """The hamlets that were asked for, as the plan names them."""
    known = hamlets(on)
    if not known:
        raise refused("visits_no_hamlets")
    if not wanted.hamlets:
        return list(known)
    found = hamlets_named(wanted.hamlets, on)
    for asked_for, name in zip(wanted.hamlets, found, strict=True):
        if name is None:
            raise refused("visits_hamlet_none", value=asked_for, candidates=", ".join(known))
    return list(dict.fromkeys(name for name in found if name))


def _due(on: date) -> date:
    """The end of the next review that the plan names; where all are over, a week from now."""
    phases = [schedule.phase("review") for schedule in plan().registers.values()]
    return min((phase.ends for phase in phases if phase and phase.ends >= on), default=on + _WEEK)


def _notices(names: Sequence[str], visits: Sequence[Visit], nowhere: int) -> list[Notice]:
    """Who is on no list, and why."""
    empty = [name for name in names if name not in {visit.hamlet for visit in visits if visit.questions}]
    left_out = sum(visit.left_out for visit in visits)
    return [
        *([notice("visits_nobody", value=", ".join(empty))] if empty else []),
        *([notice("visits_left_out", count=left_out)] if left_out else []),
        *([notice("visits_nowhere", count=nowhere)] if nowhere else []),
    ]
