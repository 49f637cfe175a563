"""A conflict about an answer of the police is decided: what they wrote is taken, or what stands is kept."""

from collections.abc import Mapping, Sequence
from datetime import date

from sosach.campaign.answer_words import WHY_WORDS
from sosach.campaign.outcome import Compared, Effect, Whom, Why
from sosach.campaign.readiness import NUMBER_GROUPS
from sosach.findings.notices import refused
from sosach.registers.register import Register
from sosach.store.accounts.selectors import commune
from sosach.store.findings.models import State
from sosach.store.findings.selectors import still_open
from sosach.store.findings.services import confirm_all, lift, wait_all
from sosach.store.log.services import Operation
from sosach.store.police.cases import belongs_to_another
from sosach.store.police.models import Answer, Line
from sosach.store.police.said import compared_of
from sosach.store.registers.reading_values import Given, given
from sosach.store.registers.services.changing import NewValue, change, claim


def conflict(code: str) -> Answer:
    """The answer that waits for a decision, with its line, batch and person.

    Raises:
        Refused: no row has the code, or nothing waits there.
    """
    line = Line.objects.filter(code=code, batch__cancelled_by=None).first()
    if line is None:
        raise refused("police_row_none", value=code)
    answer = Answer.objects.filter(line=line, received__undone_by=None, effect=Effect.CONFLICT)
    latest = answer.select_related("line__batch", "line__person", "received").order_by("received").last()
    if latest is None or line.effect != Effect.CONFLICT or line.settled_by is not None:
        raise refused("police_settled_before", value=code)
    if latest.line.person.left:
        raise refused("police_person_gone", value=code)
    return latest


def refuse_same_official(answer: Answer, actor: str, receiver: str) -> None:
    """A number of right structure is replaced by two officials: whoever took the answer in is one of them.

    Raises:
        Refused: it is the same one.
    """
    if answer.why == Why.SECOND_OFFICIAL and actor == receiver:
        raise refused("police_same_official", value=answer.line.code, actor=actor)


def take_answered(answer: Answer, register: Register, operation: Operation, on: date) -> tuple[str, ...]:
    """Sets what the police wrote, wherever it differs from what stands; gives the fields.

    Raises:
        Refused: nothing was written that could be set, or the number belongs to somebody else.
    """
    person, told = answer.line.person, compared_of(answer.compared)
    values = _values(told, register, on)
    if not values:
        raise refused("police_nothing_to_take", value=answer.line.code)
    number = values["personal_id"].value if "personal_id" in values else None
    if number and belongs_to_another(number, person):
        raise refused("police_number_taken", value=answer.line.code)
    claim(person, None)
    news = [NewValue(person=person.id, field=name, value=one.value, raw=one.raw) for name, one in values.items()]
    change(news, register, operation)
    return tuple(values)


def close(answer: Answer, fields: Sequence[str], operation: Operation, on: date) -> None:
    """The conflict is settled: what was looked at is confirmed, questions that waited for it are open again."""
    person = answer.line.person_id
    confirm_all({(person, field): operation.act.evidence for field in fields}, operation=operation.number, on=on)
    waiting = [
        finding
        for finding in still_open([person])
        if finding.state == State.WAITING and finding.group in NUMBER_GROUPS and finding.waiting_for == Whom.OFFICE
    ]
    lift(waiting, operation=operation.number, on=on, why=operation.act.evidence)
    Line.objects.filter(id=answer.line_id).update(settled_by=operation.number)


def reopen_conflict(undone: int, operation: Operation) -> None:
    """The decision about a conflict does not hold: it waits again."""
    for line in Line.objects.filter(settled_by=undone).select_related("batch"):
        why = f"đợt {line.batch.code}, dòng {line.number}: {WHY_WORDS[Why(line.why)]}"
        waiting = [f for f in still_open([line.person_id]) if f.group in NUMBER_GROUPS and f.state == State.OPEN]
        told = [(finding, Whom.OFFICE.value, why) for finding in waiting]
        wait_all(told, operation=operation.number, on=operation.act.on)
    Line.objects.filter(settled_by=undone).update(settled_by=None)


def _values(told: Sequence[Compared], register: Register, on: date) -> Mapping[str, Given]:
    """What differs from what stands, read as a register reads it."""
    where = commune(on)
    return {
        one.field: given(one.answered, one.field, register, on=on, commune=where)
        for one in told
        if one.answered is not None and one.answered != one.current
    }
