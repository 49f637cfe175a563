"""Records that may be one person, side by side: the reasons per fact, a warning of twins, and three answers."""

import json
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.campaign.outcome import Whom
from sosach.findings.notices import Notice, Refused
from sosach.registers.catalogue import registers
from sosach.registers.register import Register
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import plan
from sosach.store.desk.ask import ask
from sosach.store.desk.card import NUMBERS, Card, card
from sosach.store.desk.judge_pair import Merge, agree, decline, propose_merge, two_persons
from sosach.store.desk.pairs import Pair, kept_apart, pair, pairs, proposals
from sosach.store.desk.visible import person_seen
from sosach.store.log.models import Event
from sosach.store.registers.models import Import, Person
from sosach.store.registers.selectors import register_named
from sosach.web.frame.in_order import taken_in
from sosach.web.frame.masking import masked
from sosach.web.frame.opaque import hidden, shown
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk

_SHOWN = 60  # pairs in the list
_SAID = "duplicates_said"
VERDICTS = {"same": "Rất giống", "review": "Cần xem", "twins": "Có thể sinh đôi"}


@page("trung", name="duplicates", right=Right.DECIDE, whole_commune=True)
def duplicates(request: Desk) -> HttpResponse:
    """The register of children first."""
    name = next((one for one in ("children", *registers()) if Import.objects.filter(register=one).exists()), "children")
    return HttpResponseRedirect(reverse("duplicate_pairs", args=[name]))


@page("trung/<str:register>", name="duplicate_pairs", right=Right.DECIDE, whole_commune=True)
def duplicate_pairs(request: Desk, register: str) -> HttpResponse:
    """The list, and the first pair of it."""
    found = _undecided(register_named(register).name, request.today)
    if found:
        return HttpResponseRedirect(reverse("duplicate_pair", args=[register, hidden(found[0].a), hidden(found[0].b)]))
    return render(request, "duplicates/pair.html", _around(request, register_named(register)))


@page(
    "trung/<str:register>/<str:a>/<str:b>",
    name="duplicate_pair",
    right=Right.DECIDE,
    methods=("GET", "POST"),
    whole_commune=True,
)
def duplicate_pair(request: Desk, register: str, a: str, b: str) -> HttpResponse:
    """A pair, and what is decided about it."""
    known = register_named(register)
    one, other = _person(request, a), _person(request, b)
    said: Notice | None = None
    if request.method == "POST":
        try:
            request.session[_SAID] = _judged(request, one, other)
            return HttpResponseRedirect(reverse("duplicate_pairs", args=[register]))
        except Refused as refusal:
            said = refusal.notice
    told = pair(known.name, one.id, other.id, request.today)
    context = _around(request, known) | _compared(told, card(one, request.actor), card(other, request.actor))
    return render(request, "duplicates/pair.html", context | {"notice": said}, status=422 if said else 200)


@page(
    "trung/<str:register>/de-nghi/<int:number>/duyet",
    name="duplicate_agree",
    right=Right.DECIDE,
    methods=("POST",),
    whole_commune=True,
)
def duplicate_agree(request: Desk, register: str, number: int) -> HttpResponse:
    """A second person agrees to a merge, or declines it."""
    if request.POST.get("said") == "decline":
        operation = decline(number, request.POST.get("reason", ""), actor=request.actor, on=request.today)
        request.session[_SAID] = {"words": f"Đã bỏ đề nghị gộp (việc số {operation}).", "operation": 0}
    else:
        operation, _ = agree(number, actor=request.actor, on=request.today)
        request.session[_SAID] = {"words": "Đã gộp hai hồ sơ.", "operation": operation}
    return HttpResponseRedirect(reverse("duplicate_pairs", args=[register_named(register).name]))


def _judged(request: Desk, one: Person, other: Person) -> dict[str, object]:
    told, reason = request.POST, request.POST.get("reason", "")
    verdict = told.get("verdict")
    if verdict == "merge":
        stays, goes = (other, one) if told.get("stays") == "b" else (one, other)
        side = "a" if goes is one else "b"
        taken = tuple(name.removeprefix("take-") for name in told if name.startswith("take-") and told[name] == side)
        number = propose_merge(
            Merge(goes=goes.id, stays=stays.id, taken=taken), reason, actor=request.actor, on=request.today
        )
        return {"words": f"Đã đề nghị gộp (số {number}); chờ người thứ hai duyệt.", "operation": 0}
    if verdict == "ask":
        done = ask(one.id, one.version, Whom.COLLABORATOR, reason, actor=request.actor, on=request.today)
        return {"words": "Đã hỏi thôn.", "operation": done.operation}
    number = two_persons(one.id, other.id, reason, actor=request.actor, on=request.today)
    return {"words": "Đã nhớ: hai người khác nhau.", "operation": number}


def _person(request: Desk, word: str) -> Person:
    number = shown(word)
    if number is None:
        raise Http404
    return person_seen(number, request.actor)


def _around(request: Desk, register: Register) -> dict[str, Any]:
    found = _undecided(register.name, request.today)
    people = Person.objects.in_bulk([number for one in found[:_SHOWN] for number in (one.a, one.b)])
    return {
        "section": "duplicates",
        "register": register,
        "registers": taken_in(plan()),
        "count": len(found),
        "pairs": [(one, people[one.a], people[one.b], VERDICTS[one.verdict]) for one in found[:_SHOWN]],
        "apart": len(kept_apart(register.name)),
        "proposals": [_proposed(one, request) for one in proposals(register.name)],
        "said": request.session.pop(_SAID, None),
    }


def _undecided(register: str, on: date) -> list[Pair]:
    """The pairs of which nobody has said anything yet."""
    waiting = [json.loads(one.details) for one in proposals(register)]
    busy = {number for one in waiting for number in (one["goes"], one["stays"])}
    return [one for one in pairs(register, on) if not {one.a, one.b} & busy]


def _proposed(head: Event, request: Desk) -> dict[str, Any]:
    told = json.loads(head.details)
    people = Person.objects.in_bulk([told["goes"], told["stays"]])
    return {
        "head": head,
        "goes": people[told["goes"]],
        "stays": people[told["stays"]],
        "own": head.actor == request.actor.name,
    }


def _compared(told: Pair, one: Card, other: Card) -> dict[str, Any]:
    rows = []
    for field in one.register.fields:
        left, right = one.fact(field.name), other.fact(field.name)
        a, b = (left.value if left else ""), (right.value if right else "")
        if not (a or b) or field.name == "record_code":
            continue
        state = "same" if a == b else "lacks" if not (a and b) else "differs"
        number = field.kind in NUMBERS
        shown_values = (masked(a), masked(b)) if number else (a, b)
        rows.append({"field": field, "a": shown_values[0], "b": shown_values[1], "state": state, "number": number})
    near = [n for n in (*one.household, *other.household) if n.person.id not in (told.a, told.b)]
    return {
        "pair": told,
        "verdict_words": VERDICTS[told.verdict],
        "a": one,
        "b": other,
        "rows": rows,
        "neighbours": list({n.person.id: n for n in near}.values()),
    }
