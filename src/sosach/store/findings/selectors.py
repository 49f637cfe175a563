"""What is read of findings."""

import json
from collections.abc import Collection
from datetime import date

from django.db.models import Count, Q

from sosach.registers.register import Register
from sosach.rules.context import Context
from sosach.store.accounts.selectors import commune
from sosach.store.findings.evaluating import Asked, asked
from sosach.store.findings.models import Finding, SharedKey, State
from sosach.store.registers import selectors as registers
from sosach.store.registers.cleaned import clean

_CHUNK = 900


def questions_about(register: Register, on: date, persons: Collection[int] | None = None) -> Asked:
    """The current values of persons, with the questions of their register."""
    where = commune(on)
    typed = clean(registers.frame(register, persons), register, on, where)
    last = registers.imports(register.name)
    headings = json.loads(last[0].headings) if last else {}
    return asked(typed, Context(on=on, register=register, commune=where), headings)


def sharing(persons: Collection[int], new_keys: Collection[int] = ()) -> set[int]:
    """The persons who share a key with some persons, these included."""
    keys = set(new_keys)
    for some in _chunks(persons):
        keys.update(SharedKey.objects.filter(person__in=some).values_list("key", flat=True))
    found = set(persons)
    for some in _chunks(keys):
        found.update(SharedKey.objects.filter(key__in=some).values_list("person", flat=True))
    return found


def open_findings(person: int) -> list[Finding]:
    """What is open or waiting about a person."""
    return list(Finding.objects.filter(person=person, state__in=(State.OPEN, State.WAITING)).order_by("rule", "field"))


def persons_by_group(register: str) -> dict[str, dict[str, int]]:
    """Per group of the plan: persons with something open, persons all of whose findings of the group are settled."""
    is_open = Q(state__in=(State.OPEN, State.WAITING))
    counted = Finding.objects.filter(register=register, person__left="").values("group")
    told = counted.annotate(all=Count("person", distinct=True), open=Count("person", distinct=True, filter=is_open))
    return {one["group"]: {"open": one["open"], "settled": one["all"] - one["open"]} for one in told}


def findings_by_state(register: str) -> dict[str, int]:
    """How many findings are in which state."""
    told = Finding.objects.filter(register=register, person__left="").values("state").annotate(n=Count("id"))
    return {one["state"]: one["n"] for one in told}


def _chunks(numbers: Collection[int]) -> list[list[int]]:
    whole = sorted(numbers)
    return [whole[i : i + _CHUNK] for i in range(0, len(whole), _CHUNK)]
