"""Findings follow the values: computed again after every change, closed with a reason, opened again with history.

A finding keeps its row: what is found again is the same finding, and its steps tell where it has been.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from sosach.registers.register import Register
from sosach.rules.context import Context
from sosach.store import bulk
from sosach.store.accounts.selectors import commune
from sosach.store.findings.basis import bases
from sosach.store.findings.evaluating import MADE_BY, Asked, answers, codes_about_several, keys
from sosach.store.findings.models import Finding, KeysMade, SharedKey, State, Step
from sosach.store.findings.selectors import holding, keys_of, questions_about, still_open
from sosach.store.registers.selectors import register_named

_CHUNK = 900

_TOLD = ("group", "severity", "value", "suggestion", "certainty", "message", "other_id")
_STANDING = ("state", "how", "waiting_for", "basis", "gone")
_OPENED = ("opened_by", "opened_on", "changed_by", "written_by")

_RESTING = (State.SET_ASIDE, State.WAITING)

_GONE = ("repaired", "left")  # how findings are settled that the rules do not find any more

Name = tuple[int, str, str]  # person, rule, field


@dataclass(frozen=True, slots=True)
class Recomputed:
    """How findings have moved."""

    opened: int
    closed: int
    reopened: int


def recompute_all(register: Register, typed: pl.DataFrame | None = None, *, operation: int, on: date) -> Recomputed:
    """Asks all rules of all persons of a register; after an import.

    Args:
        register: the register.
        typed: its typed current frame, if the caller has made it.
        operation: what has changed the register.
        on: the day.
    """
    told = questions_about(register, on, typed=typed)
    _write_keys(register, keys(told), None)
    KeysMade.objects.update_or_create(register=register.name, defaults={"made_by": MADE_BY})
    before = Finding.objects.filter(register=register.name).select_related("person")
    return _settle(before, answers(told, register), _Why(register.name, operation, on))


def recompute(register: Register, persons: Collection[int], *, operation: int, on: date) -> Recomputed:
    """Asks again what may have changed with some persons: of them all rules, of those who share a key with them the
    rules about several persons."""
    if not KeysMade.objects.filter(register=register.name, made_by=MADE_BY).exists():
        return recompute_all(register, operation=operation, on=on)
    mine = set(persons)
    told, near, made = _around(register, mine, on)
    _write_keys(register, made, mine)
    several = codes_about_several(register)
    concerned = pl.col("person").is_in(list(mine)) | (
        pl.col("person").is_in(list(near)) & pl.col("rule").is_in(list(several))
    )
    before = [
        finding
        for some in _chunks(near)
        for finding in Finding.objects.filter(person__in=some).select_related("person")
        if finding.person_id in mine or finding.rule in several
    ]
    found = answers(told, register, mine)
    return _settle(before, found.filter(concerned), _Why(register.name, operation, on))


def _around(register: Register, mine: set[int], on: date) -> tuple[Asked, set[int], pl.DataFrame]:
    """The questions about some persons, those who shared or share a key with them, and all who share one with these.

    By the keys of before it is guessed whose values are needed, so that they are cleaned once: a change hardly ever
    brings somebody near who was not.

    Returns:
        The questions; the persons themselves with those who share a key with them; the keys of the former, made anew.
    """
    before = keys_of(mine)
    near = mine | holding(before)
    read = near | holding(keys_of(near) - before)
    told = questions_about(register, on, read)
    made = keys(told).filter(pl.col("person").is_in(sorted(mine)))
    newly = holding(set(made["key"]) - before) - near
    if more := (newly | holding(keys_of(newly))) - read:
        told = questions_about(register, on, read | more)
    return told, near | newly, made


def confirm(person: int, field: str, *, operation: int, on: date, why: str) -> int:
    """Settles the open warnings about a field by a confirmation with a source; gives how many.

    Errors stay: what cannot be right is settled by a new value or set aside with a reason.
    """
    return confirm_all({(person, field): why}, operation=operation, on=on)


def confirm_all(fields: Mapping[tuple[int, str], str], *, operation: int, on: date) -> int:
    """Confirms many values at once; gives how many warnings are settled.

    Args:
        fields: by person and field why it is confirmed.
        operation: what confirms them.
        on: the day.
    """
    found = [one for one in still_open({person for person, _ in fields}) if (one.person_id, one.field) in fields]
    told = [(one, fields[one.person_id, one.field]) for one in found if one.severity == "warning"]
    return _close(told, (State.SETTLED, "confirmed"), operation, on)


def set_aside(findings: Iterable[Finding], *, operation: int, on: date, why: str) -> int:
    """Lets findings stand, with a reason; gives how many."""
    return _close([(one, why) for one in findings], (State.SET_ASIDE, ""), operation, on)


def wait(findings: Iterable[Finding], waiting_for: str, *, operation: int, on: date, why: str) -> int:
    """Findings that somebody is looking into (an organisation of the plan); gives how many."""
    return wait_all([(one, waiting_for, why) for one in findings], operation=operation, on=on)


def wait_all(findings: Iterable[tuple[Finding, str, str]], *, operation: int, on: date) -> int:
    """Lets findings wait, each for somebody and with a reason, until the person's facts change; gives how many."""
    whole = list(findings)
    _close([(one, why) for one, _, why in whole], (State.WAITING, ""), operation, on, {f.id: w for f, w, _ in whole})
    return len(whole)


def lift(findings: Iterable[Finding], *, operation: int, on: date, why: str) -> int:
    """Opens what was waiting, because what it waited for has come; gives how many."""
    whole, told = list(findings), _Why("", operation, on)
    _write(whole, [_step(one, State.OPEN, "", why, told) for one in whole], {}, told)
    return len(whole)


def reopen(settled_by: int, *, operation: int, on: date, why: str) -> int:
    """Opens again what an operation has confirmed, set aside or sent to wait; gives how many.

    What the rules do not find any more is not opened: it was repaired meanwhile, and opens when it is found again.
    """
    found = list(Finding.objects.filter(changed_by=settled_by).exclude(state=State.OPEN).exclude(how__in=_GONE))
    told = _Why("", operation, on)
    steps = [_step(one, *((State.SETTLED, "repaired") if one.gone else (State.OPEN, "")), why, told) for one in found]
    _write(found, steps, {}, told)
    return sum(not one.gone for one in found)


def _close(
    found: Sequence[tuple[Finding, str]],
    step: tuple[str, str],
    operation: int,
    on: date,
    waiting_for: Mapping[int, str] | None = None,
) -> int:
    """Moves findings to a state that rests on the values of now, each with its reason."""
    told = _Why("", operation, on)
    steps = [_step(one, *step, why, told) for one, why in found]
    context = _context(found[0][0].register, on) if found else None
    resting = bases(((f, _as_told(f)) for f, _ in found), context) if context else ()
    for (one, _), basis in zip(found, resting, strict=True):
        one.basis = basis
        one.waiting_for = waiting_for[one.id] if waiting_for else ""
    _write([one for one, _ in found], steps, {}, told)
    return len(found)


def _as_told(finding: Finding) -> dict[str, Any]:
    return {name: getattr(finding, name) for name in _TOLD}


def _context(register: str, on: date) -> Context:
    return Context(on=on, register=register_named(register), commune=commune(on))


@dataclass(frozen=True, slots=True)
class _Why:
    """What all steps of a computation have in common."""

    register: str
    operation: int
    on: date


def _settle(before: Iterable[Finding], told: pl.DataFrame, why: _Why) -> Recomputed:
    """Lays what is found beside what was known."""
    known = {(f.person_id, f.rule, f.field): f for f in before}
    fresh: dict[Name, dict[str, Any]] = {}
    for row in told.rename({"other": "other_id"}).iter_rows(named=True):
        fresh[row["person"], row["rule"], row["field"]] = {name: row[name] for name in _TOLD}
    steps: list[Step] = []
    changed: list[Finding] = []
    doubtful = _resting_on_other_values(known, fresh, why)
    for name, finding in known.items():
        again = fresh.get(name)
        step = _next(finding, again, name in doubtful)
        if step:
            steps.append(_step(finding, *step, why))
        moved = finding.gone != (again is None)
        finding.gone = again is None
        if _told_anew(finding, again) or step or moved:
            changed.append(finding)
    opened = {name: again for name, again in fresh.items() if name not in known}
    _write(changed, steps, opened, why)
    closed = sum(step.state == State.SETTLED for step in steps)
    return Recomputed(len(opened), closed, len(steps) - closed)


def _resting_on_other_values(
    known: Mapping[Name, Finding], fresh: Mapping[Name, Mapping[str, Any]], why: _Why
) -> set[Name]:
    """Findings confirmed, set aside or waiting, whose values are not those that were seen then."""
    resting = {
        name: (finding, fresh[name])
        for name, finding in known.items()
        if name in fresh and finding.basis and (finding.state in _RESTING or finding.how == "confirmed")
    }
    if not resting:
        return set()
    now = bases(resting.values(), _context(why.register, why.on))
    return {name for (name, (finding, _)), basis in zip(resting.items(), now, strict=True) if finding.basis != basis}


def _next(finding: Finding, told: Mapping[str, Any] | None, doubtful: bool) -> tuple[str, str, str] | None:
    """The state that follows for a known finding, how, and why; None: it stays."""
    is_open = finding.state in (State.OPEN, State.WAITING)
    if told is None:
        return (State.SETTLED, "left" if finding.person.left else "repaired", "") if is_open else None
    returned = finding.state == State.SETTLED and finding.how in _GONE
    return (State.OPEN, "", "found again") if returned or doubtful else None


def _told_anew(finding: Finding, told: Mapping[str, Any] | None) -> bool:
    """Writes what the rule says now; gives whether that is new."""
    new = {name: value for name, value in (told or {}).items() if getattr(finding, name) != value}
    for name, value in new.items():
        setattr(finding, name, value)
    return bool(new)


def _step(finding: Finding, state: str, how: str, why: str, told: _Why) -> Step:
    finding.state, finding.how, finding.changed_by = state, how, told.operation
    finding.waiting_for = finding.basis = ""
    return Step(finding=finding, operation=told.operation, on=told.on, state=state, how=how, why=why)


def _write(changed: list[Finding], steps: list[Step], opened: Mapping[Name, Mapping[str, Any]], why: _Why) -> None:
    moving = (*_TOLD, *_STANDING, "changed_by")
    rows = ((*(getattr(f, name) for name in moving), why.operation, f.id) for f in changed)
    bulk.update(Finding, "id", (*moving, "written_by"), rows)
    Step.objects.bulk_create(steps, batch_size=500)
    columns = ("register", "person_id", "rule", "field", *_TOLD, *_STANDING, *_OPENED)
    opening = (State.OPEN.value, "", "", "", False, why.operation, why.on, why.operation, why.operation)
    bulk.insert(
        Finding,
        columns,
        ((why.register, *name, *(told[column] for column in _TOLD), *opening) for name, told in opened.items()),
    )


def _write_keys(register: Register, made: pl.DataFrame, persons: Collection[int] | None) -> None:
    """Brings the keys of some persons, or of all, up to date; only what differs is written."""
    before = SharedKey.objects.filter(register=register.name)
    if persons is not None:
        before = before.filter(person__in=persons)
    rows = list(before.values_list("id", "person", "key"))
    stored = pl.DataFrame(rows, schema={"id": pl.Int64, "person": pl.UInt32, "key": pl.Int64}, orient="row")
    stale = stored.join(made, on=["person", "key"], how="anti")["id"].to_list()
    fresh = made.join(stored, on=["person", "key"], how="anti").unique()
    for some in _chunks(stale):
        SharedKey.objects.filter(id__in=some).delete()
    bulk.insert(SharedKey, ("register", "person", "key"), ((register.name, *row) for row in fresh.iter_rows()))


def _chunks(numbers: Iterable[int]) -> list[list[int]]:
    whole = sorted(numbers)
    return [whole[i : i + _CHUNK] for i in range(0, len(whole), _CHUNK)]
