"""How a page is declared: its address, who may see it, which methods it knows.

    @page("ra-soat/<str:register>", name="review", right=Right.SEE)
    def review(request: Desk, register: str) -> HttpResponse: ...

A page without `right` is for everybody who is signed in; `open_to_all` opens it to strangers. What one may not see is
not there (404). What changes something is reached by POST alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect

from sosach.store.accounts.rights import ROLES, Right
from sosach.web.frame.signed_in import MUST_CHANGE, Desk, desk, is_stranger, to_sign_in

_OWN = "tai-khoan"  # where a password is changed

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Page:
    """An address and what stands behind it."""

    route: str
    name: str
    view: View
    rights: frozenset[Right]  # one of them is enough; empty: everybody who is signed in
    methods: tuple[str, ...]
    open_to_all: bool
    whole_commune: bool  # not for those who work in hamlets of their own


_PAGES: list[Page] = []


def page(
    route: str,
    *,
    name: str,
    right: Right | Sequence[Right] = (),
    methods: Sequence[str] = ("GET",),
    open_to_all: bool = False,
    whole_commune: bool = False,
) -> Callable[[View], View]:
    """Declares a view as a page."""
    rights = frozenset((right,) if isinstance(right, Right) else right)
    known = tuple(methods)

    def declared(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **told: Any) -> HttpResponse:
            here = desk(request)
            if not open_to_all and is_stranger(request):
                return to_sign_in(request)
            if here.session.get(MUST_CHANGE) and not open_to_all and not route.startswith(_OWN):
                return HttpResponseRedirect(f"/{_OWN}")
            if rights and not _has_one(here, rights):
                raise Http404
            if whole_commune and here.actor.hamlets is not None:
                raise Http404
            if request.method not in known and not (request.method == "HEAD" and "GET" in known):
                return HttpResponseNotAllowed(known)
            return view(here, **told)

        _PAGES.append(Page(route, name, guarded, rights, known, open_to_all, whole_commune))
        return guarded

    return declared


def pages() -> tuple[Page, ...]:
    """All pages that were declared, in the order of their modules."""
    return tuple(_PAGES)


def is_htmx(request: HttpRequest) -> bool:
    """Whether a part of a page is asked for."""
    return request.headers.get("HX-Request") == "true"


def _has_one(request: Desk, rights: frozenset[Right]) -> bool:
    return bool(ROLES.get(request.actor.role, frozenset()) & rights)
