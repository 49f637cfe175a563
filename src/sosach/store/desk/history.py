"""What has happened to a person, in words: who did what, on which day, from which source, for what reason."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from sosach.findings.wording import shown
from sosach.outputs.shown import masked
from sosach.registers.field import Kind
from sosach.registers.register import Register
from sosach.store.findings.models import State, Step
from sosach.store.log.models import Event
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import register_named

_KINDS = {
    "changed": "{label}: “{old}” thành “{new}”",
    "agreed": "Tệp mới nhập cũng ghi {label} “{new}”",
    "overruled": "Tệp mới nhập ghi {label} “{new}”; giữ “{old}” theo quyết định",
    "joined": "Nhận một dòng chờ là hồ sơ này",
    "merged": "Gộp vào hồ sơ khác",
    "unmerged": "Tách ra lại",
    "undone": "Hoàn tác: {label} trở lại “{new}”",
}
_STEPS = {
    State.OPEN: "Mở lại",
    State.WAITING: "Chờ bên khác",
    State.SETTLED: "Đã giải quyết",
    State.SET_ASIDE: "Để lại, có lý do",
}
_SOURCES = {
    "import": "tệp kết xuất",
    "decision": "quyết định",
    "police": "Công an",
    "household": "rà soát tại hộ",
    "collaborator": "rà soát tại hộ",
    "birth_book": "sổ khai sinh",
    "civil_registration": "hộ tịch điện tử",
    "undo": "hoàn tác",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that has happened."""

    on: date
    number: int  # of the operation
    words: str
    actor: str
    source: str  # in words; empty where none is told
    evidence: str
    reason: str


def history(person: Person, rule_words: Mapping[str, str]) -> list[Entry]:
    """The history of a person, the latest first.

    Args:
        person: whose.
        rule_words: what rules are called, by code.
    """
    register = register_named(person.register)
    events = list(Event.objects.filter(person=person.id).order_by("-seq"))
    told = [*_events(events, register), *_steps(person.id, rule_words), _entry_of(person)]
    return sorted(told, key=lambda entry: (entry.on, entry.number), reverse=True)


def _entry_of(person: Person) -> Entry:
    head = Event.objects.filter(seq=person.since).first()
    file = json.loads(head.details).get("file", "") if head else ""
    words = f"Vào sổ từ tệp “{file}”" if file else "Vào sổ"
    return Entry(person.entered_on, person.since, words, head.actor if head else "", "", "", "")


def _events(events: Sequence[Event], register: Register) -> Iterator[Entry]:
    labels = {field.name: field.label.lower() for field in register.fields}
    values = _as_read(events, register)
    for event, (old, new) in zip(events, values, strict=True):
        label = labels.get(event.field, event.field)
        words = _KINDS.get(event.kind, event.kind).format(label=label, old=old or "trống", new=new or "trống")
        source = _SOURCES.get(event.source, event.source)
        number, first = event.operation, words[:1].upper()
        yield Entry(event.on, number, first + words[1:], event.actor, source, event.evidence, event.reason)


def _as_read(events: Sequence[Event], register: Register) -> list[tuple[str | None, str | None]]:
    """Old and new values as people read them, numbers masked."""
    if not events:
        return []
    kinds = [register.by_name[e.field].kind.value if e.field in register.by_name else "text" for e in events]
    frame = pl.DataFrame(
        {"kind": kinds, "old": [e.old for e in events], "new": [e.new for e in events]},
        schema=dict.fromkeys(("kind", "old", "new"), pl.String),
    )
    return frame.select(_read("old"), _read("new")).rows()


def _read(column: str) -> pl.Expr:
    value = printed = pl.col(column)
    for kind in Kind:
        told = shown(value, kind)
        if told is not value:
            printed = pl.when(pl.col("kind") == kind.value).then(told).otherwise(printed)
    return masked(printed).alias(column)


def _steps(person: int, rule_words: Mapping[str, str]) -> Iterator[Entry]:
    every = Step.objects.filter(finding__person=person).exclude(how="repaired").exclude(why="found again")
    steps = list(every.select_related("finding").order_by("-id"))
    actors = dict(Event.objects.filter(seq__in={step.operation for step in steps}).values_list("seq", "actor"))
    for step in steps:
        words = f"{_STEPS[State(step.state)]}: {rule_words.get(step.finding.rule, step.finding.rule)}"
        yield Entry(step.on, step.operation, words, actors.get(step.operation, ""), "", "", step.why)
