"""One's own account: password, one-time codes, where one is signed in."""

import segno
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from sosach.findings.notices import Notice, Refused
from sosach.store.accounts.selectors import campaign
from sosach.store.sign_in import one_time
from sosach.store.sign_in.selectors import credential_of, sessions
from sosach.store.sign_in.services import change_password, end_session, set_up_codes
from sosach.web.frame.clock import now
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk, begin_session, prove

_FRESH = "fresh_secret"


@page("tai-khoan", name="my_account")
def my_account(request: Desk) -> HttpResponse:
    """What there is."""
    return _shown(request)


@page("tai-khoan/mat-khau", name="my_password", methods=("POST",))
def my_password(request: Desk) -> HttpResponse:
    """Changes the password; all other sessions end."""
    credential = credential_of(request.account.id)
    new = request.POST.get("new", "")
    if credential is None:
        return HttpResponseRedirect("/tai-khoan")
    try:
        change_password(credential, request.POST.get("old", ""), new, on=request.today)
    except Refused as refusal:
        return _shown(request, refusal.notice)
    begin_session(request, credential)
    prove(request)
    return _shown(request, done="Đã đổi mật khẩu. Các nơi đăng nhập khác đã bị đăng xuất.")


@page("tai-khoan/ma", name="my_codes", methods=("POST",))
def my_codes(request: Desk) -> HttpResponse:
    """Sets one-time codes up: first the picture, then the first code."""
    credential = credential_of(request.account.id)
    if credential is None:
        return HttpResponseRedirect("/tai-khoan")
    if "code" not in request.POST:
        secret = request.session[_FRESH] = one_time.new_secret()
        return _shown(request, secret=secret)
    secret = request.session.get(_FRESH, one_time.new_secret())
    try:
        codes = set_up_codes(credential, secret, request.POST["code"], on=request.today, now=now())
    except Refused as refusal:
        return _shown(request, refusal.notice, secret=secret)
    request.session.pop(_FRESH, None)
    return _shown(request, codes=codes)


@page("tai-khoan/phien", name="my_session_end", methods=("POST",))
def my_session_end(request: Desk) -> HttpResponse:
    """Signs out elsewhere."""
    known = sessions(request.account.id, now())
    place = request.POST.get("place", "")
    if place.isdecimal() and int(place) < len(known):
        end_session(request.account.id, known[int(place)].session_key)
    return HttpResponseRedirect("/tai-khoan")


def _shown(
    request: Desk, said: Notice | None = None, *, done: str = "", secret: str = "", codes: list[str] | None = None
) -> HttpResponse:
    credential = credential_of(request.account.id)
    told = {
        "notice": said,
        "done": done,
        "must_change": bool(credential and credential.must_change),
        "has_codes": bool(credential and credential.secret),
        "secret": secret,
        "picture": _picture(secret, request) if secret else "",
        "codes": codes,
        "sessions": sessions(request.account.id, now()),
        "this_session": request.session.session_key,
    }
    return render(request, "my_account/my_account.html", told, status=422 if said else 200)


def _picture(secret: str, request: Desk) -> str:
    """The QR code as a picture within the page; nothing is fetched and nothing is drawn with inline styles."""
    return segno.make(one_time.address(secret, request.account.name, campaign().unit_name)).svg_data_uri(scale=4)
