"""What waits for a second person: numbers to be replaced, records to be merged. Nobody agrees to their own."""

import json
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.store.accounts.rights import Right
from sosach.store.desk.judge_pair import agree, decline
from sosach.store.desk.pairs import merge_proposals
from sosach.store.desk.replace_number import NUMBER, agree_to_number, decline_number, number_proposals
from sosach.store.log.models import Event
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import facts
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk

_SAID = "approvals_said"
_WAYS = {"so": (agree_to_number, decline_number), "gop": (agree, decline)}


@page("cho-duyet", name="approvals", right=Right.DECIDE, whole_commune=True)
def approvals(request: Desk) -> HttpResponse:
    """What waits, the oldest first."""
    told = {
        "section": "approvals",
        "numbers": _numbers(request),
        "merges": [_merge(one, request) for one in merge_proposals()],
        "said": request.session.pop(_SAID, ""),
    }
    return render(request, "approvals/approvals.html", told)


@page("cho-duyet/<str:kind>/<int:number>", name="approve", right=Right.DECIDE, methods=("POST",), whole_commune=True)
def approve(request: Desk, kind: str, number: int) -> HttpResponse:
    """Agrees, or declines."""
    if kind not in _WAYS:
        raise Http404
    agreeing, declining = _WAYS[kind]
    if request.POST.get("said") == "decline":
        declining(number, request.POST.get("reason", ""), actor=request.actor, on=request.today)
        request.session[_SAID] = f"Đã bỏ đề nghị số {number}."
    else:
        operation, _ = agreeing(number, actor=request.actor, on=request.today)
        request.session[_SAID] = f"Đã duyệt đề nghị số {number}, thành việc số {operation}; hoàn tác được ở Nhật ký."
    return HttpResponseRedirect(reverse("approvals"))


def _numbers(request: Desk) -> list[dict[str, Any]]:
    heads = number_proposals()
    told = [json.loads(one.details) for one in heads]
    people = Person.objects.in_bulk([one["person"] for one in told])
    known = facts(set(people))
    return [
        {
            "head": head,
            "person": people[one["person"]],
            "now": known[one["person"]].get(NUMBER, ""),
            "new": one["value"] or "",
            "own": head.actor == request.actor.name,
        }
        for head, one in zip(heads, told, strict=True)
    ]


def _merge(head: Event, request: Desk) -> dict[str, Any]:
    told = json.loads(head.details)
    people = Person.objects.in_bulk([told["goes"], told["stays"]])
    own = head.actor == request.actor.name
    return {"head": head, "goes": people[told["goes"]], "stays": people[told["stays"]], "own": own}
