"""One decision about the very same cell of many persons: previewed, counted, typed when many, undone at once."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.findings.notices import Notice, Refused, refused
from sosach.store.accounts.rights import Right
from sosach.store.desk.card import as_read
from sosach.store.desk.settle import MOST, ONE_BY_ONE, Verdict, settle
from sosach.store.desk.visible import visible
from sosach.store.findings.models import Finding, State
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import register_named
from sosach.web.frame.opaque import shown
from sosach.web.frame.page import page
from sosach.web.frame.problem_words import problem_words
from sosach.web.frame.signed_in import Desk

_SAMPLES = 10
_MANY = 50  # from here on the number is typed


@page("ra-soat/<str:register>/giong/<str:word>", name="review_same", right=Right.DECIDE, methods=("GET", "POST"))
def review_same(request: Desk, register: str, word: str) -> HttpResponse:
    """The preview, and carrying out."""
    number = shown(word)
    model = Finding.objects.filter(id=number, register=register).first() if number is not None else None
    if model is None or model.suggestion is None or model.field in ONE_BY_ONE:
        raise Http404
    people = _people(model, request)
    if request.method == "GET" or not people:
        return _shown(request, model, people)
    try:
        _refuse_other(request, len(people))
        verdicts = [Verdict(person=one.id, seen=one.version, values={model.field: model.suggestion}) for one in people]
        source = f"Đề xuất của chương trình ({model.rule})"
        done = settle(verdicts, source, request.POST.get("reason", ""), actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, model, people, refusal.notice)
    words = f"Đã áp dụng cho {done.persons} hồ sơ."
    request.session["review_said"] = {"words": words, "operation": done.operation, "person": ""}
    return HttpResponseRedirect(reverse("review", args=[register]))


def _people(model: Finding, request: Desk) -> list[Person]:
    """Those of whom the very same is found."""
    alike = {name: getattr(model, name) for name in ("register", "rule", "field", "value", "suggestion")}
    found = Finding.objects.filter(**alike, state=State.OPEN)
    return list(visible(request.actor).filter(left="", id__in=found.values("person")).order_by("id")[:MOST])


def _refuse_other(request: Desk, count: int) -> None:
    if request.POST.get("previewed") != str(count):
        raise refused("bulk_changed", count=count)
    if count > _MANY and "".join(filter(str.isdigit, request.POST.get("typed", ""))) != str(count):
        raise refused("bulk_typed", count=count)


def _shown(request: Desk, model: Finding, people: list[Person], said: Notice | None = None) -> HttpResponse:
    register = register_named(model.register)
    told = {
        "register": register,
        "notice": said,
        "section": "review_all",
        "label": problem_words(register).get(model.rule, model.rule),
        "field_label": register.by_name[model.field].label,
        "now": model.value or "",
        "proposed": as_read([(model.field, model.suggestion)], register)[0],
        "count": len(people),
        "people": people[:_SAMPLES],
        "must_type": len(people) > _MANY,
    }
    return render(request, "review/same.html", told, status=422 if said else 200)
