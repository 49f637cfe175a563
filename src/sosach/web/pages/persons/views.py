"""Searching for persons, and a person's card: facts, household, what is open, history in words.

What is searched for is sent in the body of a request, never in an address.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from sosach.store.accounts.rights import ROLES, Right
from sosach.store.desk.card import card, may_see_numbers, open_questions
from sosach.store.desk.history import history
from sosach.store.desk.reveal import reveal
from sosach.store.desk.search import MOST, search
from sosach.store.desk.visible import person_seen
from sosach.store.registers.models import Person
from sosach.web.frame.opaque import shown
from sosach.web.frame.page import page
from sosach.web.frame.problem_words import problem_words
from sosach.web.frame.signed_in import Desk


@page("tim", name="search", right=Right.SEE, methods=("GET", "POST"))
def search_page(request: Desk) -> HttpResponse:
    """Everybody that was found."""
    return render(request, "persons/search.html", _found(request))


@page("tim/nhanh", name="search_results", right=Right.SEE, methods=("POST",))
def search_results(request: Desk) -> HttpResponse:
    """The first that were found, while typing."""
    return render(request, "persons/results.html", _found(request))


@page("ho-so/<str:word>", name="person", right=Right.SEE)
def person(request: Desk, word: str) -> HttpResponse:
    """The card."""
    found = seen(request, word)
    told = card(found, request.actor)
    labels = problem_words(told.register)
    return render(
        request,
        "persons/person.html",
        {
            "card": told,
            "findings": [(one, labels.get(one.rule, one.rule)) for one in open_questions(found)],
            "history": history(found, labels),
            "may_see_numbers": may_see_numbers(request.actor),
            "may_decide": Right.DECIDE in ROLES[request.actor.role],
        },
    )


@page("ho-so/<str:word>/so/<str:field>", name="person_number", right=Right.SEE_NUMBER, methods=("POST",))
def person_number(request: Desk, word: str, field: str) -> HttpResponse:
    """The whole number; asking for it is logged."""
    number = reveal(seen(request, word).id, field, actor=request.actor, on=request.today)
    return render(request, "persons/number.html", {"number": number})


def seen(request: Desk, word: str) -> Person:
    """The person of a word in an address, if the one who asks may see them."""
    number = shown(word)
    if number is None:
        raise Http404
    return person_seen(number, request.actor)


def _found(request: Desk) -> dict[str, object]:
    typed = request.POST.get("q", "")
    return {"q": typed, "hits": search(typed, request.actor), "most": MOST}
