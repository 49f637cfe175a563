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

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)

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

    def declared(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **told: Any) -> HttpResponse:
            return _turned_away(request, declaration) or view(desk(request), **told)

        declaration = Page(route, name, guarded, rights, tuple(methods), open_to_all, whole_commune)
        _PAGES.append(declaration)
        return guarded

    return declared


def _turned_away(request: HttpRequest, wanted: Page) -> HttpResponse | None:
    """The answer to whoever may not go on; None for those who may.

    Raises:
        Http404: for them the page is not there.
    """
    if not wanted.open_to_all:
        if is_stranger(request):
            return to_sign_in(request)
        here = desk(request)
        if here.session.get(MUST_CHANGE) and not wanted.route.startswith(_OWN):
            return HttpResponseRedirect(f"/{_OWN}")
        if not _is_there(here, wanted):
            raise Http404
    if request.method not in wanted.methods and not (request.method == "HEAD" and "GET" in wanted.methods):
        return HttpResponseNotAllowed(wanted.methods)
    return HttpResponseBadRequest() if _holds_zeros(request) else None


def _is_there(request: Desk, wanted: Page) -> bool:
    """Whether a page is there for somebody."""
    mine = ROLES.get(request.actor.role, frozenset())
    in_place = request.actor.hamlets is None or not wanted.whole_commune
    return in_place and (not wanted.rights or bool(mine & wanted.rights))


def pages() -> tuple[Page, ...]:
    """All pages that were declared, in the order of their modules."""
    return tuple(_PAGES)


def is_htmx(request: HttpRequest) -> bool:
    """Whether a part of a page is asked for."""
    return request.headers.get("HX-Request") == "true"


def _holds_zeros(request: HttpRequest) -> bool:
    """Whether something holds a zero byte, which no form sends and PostgreSQL takes nowhere."""
    sent = (request.GET, request.POST) if request.method == "POST" else (request.GET,)
    return any("\x00" in value for told in sent for _, values in told.lists() for value in values)
