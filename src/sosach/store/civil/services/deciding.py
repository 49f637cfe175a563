"""What people say of the births book: take its values over, tell who is who, ask for its correction; take it back.

Within `writing()`; the operations are begun by the errands.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sosach.findings.notices import refused
from sosach.registers.register import Register
from sosach.store.accounts.selectors import commune
from sosach.store.civil.beside import different
from sosach.store.civil.models import Correction, Extract, Pair, Ruling, Taken
from sosach.store.log.services import Operation
from sosach.store.registers.models import Person
from sosach.store.registers.reading_values import given
from sosach.store.registers.services.changing import NewValue, change, claim


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What was taken over from an entry."""

    set: tuple[str, ...]  # fields
    held: tuple[str, ...]  # fields whose value stands because its source stands above the book


def fields_to_take(child: Person, birth: Person, wanted: Collection[str]) -> dict[str, str]:
    """The values to take over: of the fields that are wanted, or of all in which the register does not prevail.

    Raises:
        Refused: the book says nothing else of a wanted field, or of any.
    """
    told = different([(child.id, birth.id)])
    found = {
        field: theirs
        for field, theirs, prevails in told.select("field", "theirs", "prevails").iter_rows()
        if theirs is not None and (field in wanted or (not wanted and prevails is not False))
    }
    missing = sorted(set(wanted) - found.keys())
    if missing or not found:
        raise refused("civil_no_difference", value=child.record_code or "", field=", ".join(missing) or "nào")
    return found


def take_over(child: Person, birth: Person, values: dict[str, str], register: Register, by: Operation) -> TakenOver:
    """Sets values of the book; the act names the book as source, and its entry as evidence."""
    claim(child, None)
    where = commune(by.act.on)
    read = {field: given(text, field, register, on=by.act.on, commune=where) for field, text in values.items()}
    news = [NewValue(person=child.id, field=field, value=one.value, raw=one.raw) for field, one in read.items()]
    held = {one.field for one in change(news, register, by)}
    Taken.objects.create(operation=by.number, child=child, birth=birth)
    return TakenOver(tuple(field for field in values if field not in held), tuple(sorted(held)))


def ask_for_correction(child: Person, birth: Person, field: str, by: Operation) -> Correction:
    """The book itself is wrong: civil registration is asked to correct it, and nothing is edited here.

    Raises:
        Refused: the book says nothing else of this field.
    """
    told = different([(child.id, birth.id)])
    for name, ours, theirs in told.select("field", "ours", "theirs").iter_rows():
        if name == field:
            return Correction.objects.create(
                operation=by.number, child=child, birth=birth, field=field, ours=ours, theirs=theirs
            )
    raise refused("civil_no_difference", value=child.record_code or "", field=field)


def rule(child: Person, birth: Person, *, same: bool, by: Operation) -> Ruling:
    """Says whether a child and an entry are one person; holds for every comparison to come.

    Raises:
        Refused: nobody doubts that they are, or that they are not.
    """
    pair = Pair.objects.filter(child=child, birth=birth).first()
    if (pair is None and not same) or (pair is not None and pair.sure and same):
        raise refused("civil_pair_known", value=child.record_code or "", number=birth.id)
    return Ruling.objects.create(child=child, birth=birth, same=same, operation=by.number)


def forget_extract(undone: int) -> None:
    """An extract was taken back: it was not compared."""
    Extract.objects.filter(operation=undone).delete()


def forget(undone: int, operation: Operation) -> None:
    """What was said by an operation does not hold any more."""
    for model in (Ruling, Correction):
        model._default_manager.filter(operation=undone).update(undone_by=operation.number)
