"""The door: user name and password, then a one-time code where one was set up."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from sosach.findings.notices import Notice, Refused
from sosach.store.sign_in.selectors import anybody
from sosach.store.sign_in.services import check_code, check_in
from sosach.web.frame.clock import now
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import begin_session, pending, prove

_NEXT = "next"


@page("dang-nhap", name="sign_in", methods=("GET", "POST"), open_to_all=True)
def sign_in(request: HttpRequest) -> HttpResponse:
    """User name and password."""
    if not anybody():
        return HttpResponseRedirect("/bat-dau")
    if request.method == "GET":
        return _shown(request, None)
    name = request.POST.get("name", "").strip()
    try:
        credential = check_in(name, request.POST.get("password", ""), origin=_origin(request), now=now())
    except Refused as refusal:
        return _shown(request, refusal.notice, name)
    begin_session(request, credential)
    if credential.secret:
        request.session[_NEXT] = _wanted(request)
        return HttpResponseRedirect("/dang-nhap/ma")
    return HttpResponseRedirect("/tai-khoan" if credential.must_change else _wanted(request))


@page("dang-nhap/ma", name="sign_in_code", methods=("GET", "POST"), open_to_all=True)
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """The one-time code, or a recovery code."""
    credential = pending(request)
    if credential is None:
        return HttpResponseRedirect("/dang-nhap")
    said: Notice | None = None
    if request.method == "POST":
        try:
            check_code(credential, request.POST.get("code", ""), origin=_origin(request), now=now())
        except Refused as refusal:
            said = refusal.notice
        else:
            prove(request)
            return HttpResponseRedirect(request.session.pop(_NEXT, "/"))
    return render(request, "sign_in/code.html", {"notice": said}, status=422 if said else 200)


@page("dang-xuat", name="sign_out", methods=("POST",), open_to_all=True)
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session and lets the browser forget what it has seen."""
    request.session.flush()
    response = HttpResponseRedirect("/dang-nhap")
    response["Clear-Site-Data"] = '"cache"'
    return response


def _shown(request: HttpRequest, said: Notice | None, name: str = "") -> HttpResponse:
    told = {
        "notice": said,
        "name": name,
        "next": request.GET.get(_NEXT, ""),
        "minutes": settings.SESSION_COOKIE_AGE // 60,
    }
    return render(request, "sign_in/sign_in.html", told, status=422 if said else 200)


def _wanted(request: HttpRequest) -> str:
    """Where somebody wanted to go: within this desk only."""
    told = request.POST.get(_NEXT, "")
    safe = url_has_allowed_host_and_scheme(told, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return told if told.startswith("/") and safe else "/"


def _origin(request: HttpRequest) -> str:
    """The address that tries, as the server sees it; what a header says of it is believed behind a proxy only."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return (forwarded.split(",")[-1].strip() or request.META.get("REMOTE_ADDR", ""))[:45]
