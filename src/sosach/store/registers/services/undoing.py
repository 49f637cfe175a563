"""Undoing: by new events, and only as long as nothing rests on what is undone."""

import json

from django.db.models import F

from sosach.findings.notices import Refused, refused
from sosach.registers.register import Register
from sosach.store import bulk
from sosach.store.log.act import Change
from sosach.store.log.models import Event
from sosach.store.log.selectors import head_of, later_changes, undone_operations
from sosach.store.log.services import Operation
from sosach.store.registers import selectors
from sosach.store.registers.laying import Stored
from sosach.store.registers.models import Import, Person, WaitingRow
from sosach.store.registers.replay import Told, replay
from sosach.store.registers.services import persons
from sosach.store.registers.services.changing import overrides_of, write_overrides


def undo_changes(undone: int, register: Register, operation: Operation) -> set[int]:
    """Takes back the values that an operation has set above the files; gives the persons concerned.

    Args:
        undone: the operation to undo.
        register: whose persons they are.
        operation: the one that undoes it.

    Raises:
        Refused: a later change rests on one of them.
    """
    mine = Person.objects.filter(register=register.name).values("id")
    events = list(Event.objects.filter(operation=undone, kind="changed", person__in=mine).order_by("seq"))
    for later in later_changes(events):
        raise depends(undone, later)
    who = {event.person for event in events if event.person is not None}
    over, facts = overrides_of(who), selectors.facts(who)
    for event in reversed(events):
        _take_back(over[event.person or 0], event)
    write_overrides(over, register, operation)
    after = selectors.facts(who)
    operation.record(
        *(
            Change(
                kind="undone",
                person=one.person,
                field=one.field,
                old=facts[one.person or 0].get(one.field),
                new=after[one.person or 0].get(one.field),
                details={"undoes": one.seq, "override": over[one.person or 0].get(one.field)},
            )
            for one in events
        )
    )
    bulk.raise_versions(Person, sorted(who))
    return who


def _take_back(over: dict[str, dict[str, object]], event: Event) -> None:
    before = json.loads(event.details)["before"]
    over.pop(event.field, None)
    if before is not None:
        over[event.field] = before


def undo_import(undone: int, operation: Operation) -> None:
    """Takes back an import: persons stand as the files before it said, new ones are withdrawn.

    Raises:
        Refused: a later import, a decision or an answer rests on it.
    """
    taken = Import.objects.get(operation=undone)
    register = selectors.register_named(taken.register)
    _refuse_dependent_import(taken)
    _refuse_dependent(undone)
    Import.objects.filter(operation=undone).update(undone_by=operation.number)
    WaitingRow.objects.filter(operation=undone).delete()
    WaitingRow.objects.filter(answered_by=undone).update(answer="", answered_by=None)  # those that had given way
    _without(undone, register, operation)


def undo_answer(undone: int, register: Register, operation: Operation) -> None:
    """Takes back whose a doubtful row was said to be: it waits again.

    Raises:
        Refused: a later import or decision rests on it.
    """
    row = WaitingRow.objects.get(answered_by=undone)
    last = selectors.imports(register.name)[0].operation
    if last > undone:
        raise refused("undo_later_import", value=undone, count=last)
    _refuse_dependent(undone)
    WaitingRow.objects.filter(id=row.id).update(answer="", answered_by=None, person=None)
    _without(undone, register, operation)


def _without(undone: int, register: Register, operation: Operation) -> None:
    """Everybody stands as the log tells without an operation; whoever came in by it is withdrawn."""
    changes = list(Event.objects.filter(operation=undone, kind__in=("changed", "agreed")).order_by("seq"))
    Person.objects.filter(since=undone).update(left="withdrawn", version=F("version") + 1)
    _stand_back(register, replay(register.name, without={undone}), operation)
    operation.record(
        *(
            Change(kind="undone", person=e.person, field=e.field, old=e.new, new=e.old, details={"undoes": e.seq})
            for e in changes
        )
    )


def _refuse_dependent_import(taken: Import) -> None:
    last = selectors.imports(taken.register)[0]
    if last.operation != taken.operation:
        raise refused("undo_later_import", value=taken.operation, count=last.operation)
    for answered in WaitingRow.objects.filter(operation=taken.operation).exclude(answered_by=None):
        raise depends(taken.operation, head_of(answered.answered_by or 0))


def _refuse_dependent(undone: int) -> None:
    """Refuses when somebody has done something since with a new person, or with a field that was changed."""
    gone = undone_operations()
    new = Person.objects.filter(since=undone)
    about_new = Event.objects.filter(person__in=new.values("id")).exclude(operation=undone)
    for later in about_new.order_by("seq"):
        if later.operation not in gone and later.kind != "undone":
            raise depends(undone, later)
    for later in later_changes(list(Event.objects.filter(operation=undone, kind="changed").order_by("seq"))):
        raise depends(undone, later)


def depends(undone: int, later: Event) -> Refused:
    """The refusal to undo what something rests on."""
    return refused("undo_depends", value=undone, count=later.operation, actor=later.actor, field=later.field)


def _stand_back(register: Register, told: dict[int, Told], operation: Operation) -> None:
    """Brings the tables to what the log tells without the undone operation."""
    now = selectors.stored(register)
    over = selectors.overrides(register)
    moved = {
        person: one
        for person, one in told.items()
        if (one.raw, one.cells) != now[person][3:] or one.overrides != over.get(person, {})
    }
    stored: list[Stored] = [(p, t.sheet, t.row, t.raw, t.cells) for p, t in moved.items()]
    persons.rewrite(stored, {p: t.overrides for p, t in moved.items()}, persons.deriving(register, operation.act.on))
    persons.place((t.seen_in, t.sheet, t.row, p) for p, t in told.items())
    bulk.raise_versions(Person, list(moved))
