"""Somebody says whose a doubtful row is: a person's who is there, a new person's, or nobody's.

The answer holds for later files in which the row says the same.
"""

import json
from enum import StrEnum

from sosach.findings.notices import refused
from sosach.registers.register import Register
from sosach.store.log.act import Change
from sosach.store.log.services import Operation
from sosach.store.registers import selectors
from sosach.store.registers.laying import Stored
from sosach.store.registers.models import Import, Person, WaitingRow
from sosach.store.registers.replay import merged
from sosach.store.registers.services import persons
from sosach.store.registers.services.changing import claim
from sosach.store.registers.snapshots import snapshot
from sosach.store.registers.values import current


class Answer(StrEnum):
    """Whose row it is."""

    SAME = "same"  # a person's who is in the register
    NEW = "new"
    NONE = "none"  # nobody's: the row is left out


def answer(row: WaitingRow, said: Answer, person: Person | None, operation: Operation) -> int | None:
    """Writes an answer; within `writing()`. Gives whose the row is.

    Args:
        row: the row.
        said: whose it is.
        person: for `SAME`, who; None: the one whose it was thought to be.
        operation: what the events belong to.

    Raises:
        Refused: the row was answered before, or nobody is named.
    """
    if row.answer:
        raise refused("waiting_answered", value=row.id)
    who = _who(row, said, person or row.candidate)
    told = {"register": row.register, "import": row.operation, "index": row.index, "answer": said.value}
    operation.record(Change(kind="joined", person=who, details=told))
    if who is not None:
        _stand(row, who, operation)
    WaitingRow.objects.filter(id=row.id).update(answer=said.value, answered_by=operation.number, person=who)
    return who


def _who(row: WaitingRow, said: Answer, person: Person | None) -> int | None:
    if said is Answer.NEW:
        return persons.next_person()
    if said is Answer.NONE:
        return None
    if person is None:
        raise refused("waiting_nobody", value=row.id)
    claim(person, None)
    return person.id


def _stand(row: WaitingRow, who: int, operation: Operation) -> None:
    """The person stands where the row says, with the values that it says."""
    register = selectors.register_named(row.register)
    taken = Import.objects.get(operation=row.operation)
    told = snapshot(taken.snapshot).row(row.index, named=True)
    how = persons.deriving(register, operation.act.on)
    old = selectors.stored(register, {who}).get(who)
    if old is None:
        stored: Stored = (who, row.sheet, row.row, told["raw"], told["cells"])
        typed = current([stored], {}, how)
        entry = persons.Entry(row.operation, operation.number, operation.act.on)
        persons.insert([stored], typed, register, entry)
        return
    fields = frozenset(json.loads(taken.headings))
    fresh = (who, row.sheet, row.row, merged(old[3], told["raw"], fields), merged(old[4], told["cells"], fields))
    before = selectors.facts({who})[who]
    persons.rewrite([fresh], selectors.overrides(register, {who}), how)
    persons.place([(row.operation, row.sheet, row.row, who)])
    _record(who, dict(before), register, operation)


def _record(who: int, before: dict[str, str], register: Register, operation: Operation) -> None:
    after = selectors.facts({who})[who]
    operation.record(
        *(
            Change(kind="changed", person=who, field=field.name, old=before.get(field.name), new=after.get(field.name))
            for field in register.fields
            if before.get(field.name) != after.get(field.name)
        )
    )
