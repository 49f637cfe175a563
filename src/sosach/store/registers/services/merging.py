"""Two records are one person: one of them is kept, the other leaves the register."""

from sosach.findings.notices import refused
from sosach.store.log.act import Change
from sosach.store.log.services import Operation
from sosach.store.registers.models import Person
from sosach.store.registers.services.changing import claim


def merge(person: Person, into: Person, operation: Operation) -> None:
    """Takes a record out because it is another one's person; within `writing()`. Its values stay readable.

    Args:
        person: the record that goes.
        into: the record that stays.
        operation: what the event belongs to.

    Raises:
        Refused: they are of two registers, or one of them has left already.
    """
    if person.id == into.id or person.register != into.register or person.left or into.left:
        raise refused("merge_impossible", value=person.record_code or "", other=into.record_code or "")
    claim(person, None)
    Person.objects.filter(id=person.id).update(left="merged", left_on=operation.act.on)
    operation.record(Change(kind="merged", person=person.id, details={"into": into.id}))


def unmerge(person: int, undone: int, operation: Operation) -> None:
    """Brings a merged record back."""
    claim(Person.objects.get(id=person), None)
    Person.objects.filter(id=person).update(left="", left_on=None)
    operation.record(Change(kind="unmerged", person=person, details={"undoes": undone}))
