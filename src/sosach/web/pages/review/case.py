"""One case of the review: what stands, what is proposed, from which sources, and who else says the same."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sosach.findings.finding import CERTAINTY_LABELS, Certainty
from sosach.registers.field import Kind
from sosach.registers.register import Register
from sosach.store.desk.card import NUMBERS, Card, as_read, card, open_questions
from sosach.store.desk.settle import ONE_BY_ONE
from sosach.store.findings.models import Finding, State
from sosach.store.log.act import Actor
from sosach.store.log.models import Event
from sosach.store.registers.models import Import, Person, Record
from sosach.web.frame.masking import masked
from sosach.web.frame.problem_words import problem_words


@dataclass(frozen=True, slots=True)
class Change:
    """What was found of a field, with what stands and what is proposed."""

    finding: Finding
    label: str  # of the rule
    field_label: str
    kind: str  # how the field is typed in: `date`, `sex` or `text`
    now: str  # as people read it
    proposed: str  # empty: nothing is proposed
    certainty: str  # in words
    one_by_one: bool
    is_number: bool
    same: int  # other persons of whom the very same is found


@dataclass(frozen=True, slots=True)
class Source:
    """A source and what it says of the fields under review."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A field that can be typed anew."""

    field: str
    label: str
    kind: str
    value: str  # as it is read; empty for a number, which is not shown
    hint: str  # what the file shows, or the masked number


@dataclass(frozen=True, slots=True)
class Case:
    """A person under review."""

    card: Card
    changes: tuple[Change, ...]
    others: tuple[Change, ...]  # waiting or set aside
    sources: tuple[Source, ...]
    fields: tuple[tuple[str, str], ...]  # field and label of the columns of the sources
    number_open: bool  # the police could answer
    typed: tuple[Typed, ...]  # what can be typed anew

    @property
    def has_proposal(self) -> bool:
        """Whether there is anything to accept."""
        return any(one.proposed for one in self.changes)


_BASIC = ("full_name", "birth_date", "sex", "ethnicity", "personal_id", "father_name", "mother_name", "guardian_name")
_KINDS = {Kind.DATE: "date", Kind.SEX: "sex"}


def case(person: Person, actor: Actor) -> Case:
    """The case of a person."""
    told = card(person, actor)
    every = _changes(open_questions(person), told)
    now = tuple(one for one in every if one.finding.state == State.OPEN)
    named = list(dict.fromkeys((one.finding.field, one.field_label) for one in now if one.finding.field))[:4]
    return Case(
        told,
        now,
        tuple(one for one in every if one.finding.state != State.OPEN),
        tuple(_sources(person, told.register, [name for name, _ in named])),
        tuple(named),
        any(one.finding.group in ("no_id", "wrong_id") for one in now),
        tuple(_typed(told, [name for name, _ in named])),
    )


def _typed(told: Card, named: Sequence[str]) -> list[Typed]:
    """The fields under review, and those that say who somebody is."""
    register = told.register
    found = []
    for name in dict.fromkeys((*named, *_BASIC)):
        if name not in register.by_name:
            continue
        field, fact = register.by_name[name], told.fact(name)
        value, written = (fact.value, fact.written) if fact else ("", "")
        number = field.kind in NUMBERS
        hint = masked(value) if number else written
        found.append(Typed(name, field.label, _KINDS.get(field.kind, "text"), "" if number else value, hint))
    return found


def _changes(findings: Sequence[Finding], told: Card) -> tuple[Change, ...]:
    register, labels = told.register, problem_words(told.register)
    proposed = as_read([(one.field, one.suggestion) for one in findings], register)
    stands = {fact.field: fact for fact in told.facts}
    changes = []
    for one, words in zip(findings, proposed, strict=True):
        field, fact = register.by_name.get(one.field), stands.get(one.field)
        now = (fact.value or fact.written) if fact else (one.value or "")
        changes.append(
            Change(
                finding=one,
                label=labels.get(one.rule, one.rule),
                field_label=field.label if field else "Hồ sơ",
                kind=_KINDS.get(field.kind, "text") if field else "",
                now=now,
                proposed=words if one.suggestion else "",
                certainty=CERTAINTY_LABELS[Certainty(one.certainty)].capitalize() if one.certainty else "",
                one_by_one=one.field in ONE_BY_ONE,
                is_number=field is not None and field.kind in NUMBERS,
                same=_same(one) if one.suggestion else 0,
            )
        )
    return tuple(changes)


def _same(finding: Finding) -> int:
    alike = {name: getattr(finding, name) for name in ("register", "rule", "field", "value", "suggestion")}
    others = Finding.objects.filter(**alike, state=State.OPEN, person__left="").exclude(person=finding.person_id)
    return others.values("person").distinct().count()


def _sources(person: Person, register: Register, names: Sequence[str]) -> list[Source]:
    """What stands above the file comes first."""
    if not names:
        return []
    record = Record.objects.get(person=person.id)
    raw, over = json.loads(record.raw), json.loads(record.overrides)
    found = []
    for name in names:
        if name in over:
            event = Event.objects.filter(seq=over[name]["event"]).first()
            words = event.evidence if event and event.evidence else "Quyết định"
            values = as_read([(one, over[one]["value"] if one == name else None) for one in names], register)
            found.append(Source(f"{words}, {event.on:%d/%m/%Y}" if event else words, tuple(values)))
    file = Import.objects.filter(operation=person.seen_in).first()
    label = (
        f"Tệp “{file.file_name}”, số liệu {file.as_of:%d/%m/%Y}, dòng {person.row}" if file else f"Dòng {person.row}"
    )
    found.append(Source(label, tuple(raw.get(name, "") for name in names)))
    return found
