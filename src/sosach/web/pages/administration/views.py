"""Who takes part: accounts, roles, hamlets; first passwords that are shown once and changed at the first sign-in."""

import json
import secrets
from functools import cache
from importlib import resources

from django.http import HttpResponse
from django.shortcuts import render

from sosach.findings.notices import Notice, Refused
from sosach.store.accounts.models import Account
from sosach.store.accounts.rights import IN_HAMLETS, ROLES, Right
from sosach.store.accounts.selectors import plan
from sosach.store.accounts.services import open_account
from sosach.store.sign_in.models import Credential
from sosach.store.sign_in.selectors import account_named
from sosach.store.sign_in.services import close_account, let_in, set_password
from sosach.web.frame.page import page
from sosach.web.frame.rail import ROLE_LABELS
from sosach.web.frame.signed_in import Desk

_WORDS = 5  # of a first password
_FREE = "operator"  # the one role that nobody is given here: it belongs to whoever owns the folder


@page("quan-tri", name="administration", right=Right.START, methods=("GET", "POST"))
def administration(request: Desk) -> HttpResponse:
    """The accounts, and letting somebody in."""
    if request.method == "GET":
        return _shown(request)
    name, role = request.POST.get("name", "").strip(), request.POST.get("role", "")
    password = first_password()
    try:
        let_in(name, role, _hamlets(request, role), password, actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, refusal.notice)
    return _shown(request, fresh=(name, password))


@page("quan-tri/tai-khoan", name="account_change", right=Right.START, methods=("POST",))
def account_change(request: Desk) -> HttpResponse:
    """Another role or other hamlets, a new first password, or the end."""
    name, act = request.POST.get("name", ""), request.POST.get("act", "")
    try:
        account = account_named(name)
        if act == "close":
            close_account(name, actor=request.actor, on=request.today)
            return _shown(request, done=f"Đã khóa tài khoản {name}; các phiên đang mở của tài khoản này đã kết thúc.")
        if act == "password":
            password = first_password()
            set_password(account, password, actor=request.actor, on=request.today)
            return _shown(request, fresh=(name, password))
        role = request.POST.get("role", account.role)
        open_account(name, role, _hamlets(request, role), actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, refusal.notice)
    return _shown(request, done=f"Đã đổi phần việc của {name}; có hiệu lực ngay.")


def first_password() -> str:
    """Words that can be dictated, of 48 bits; good for one sign-in."""
    words = _syllables()
    return " ".join(secrets.choice(words) for _ in range(_WORDS))


@cache
def _syllables() -> tuple[str, ...]:
    """Syllables without marks, which any keyboard types."""
    text = resources.files("sosach.web.pages.administration").joinpath("syllables.txt").read_text(encoding="ascii")
    return tuple(text.split())


def _hamlets(request: Desk, role: str) -> frozenset[str]:
    known = {one.name for one in plan().hamlets}
    return frozenset(known & set(request.POST.getlist("hamlet"))) if role in IN_HAMLETS else frozenset()


def _shown(
    request: Desk, said: Notice | None = None, *, fresh: tuple[str, str] | None = None, done: str = ""
) -> HttpResponse:
    signing = dict(Credential.objects.values_list("account", "secret"))
    accounts = [
        {
            "account": one,
            "role": ROLE_LABELS.get(one.role, one.role),
            "hamlets": json.loads(one.hamlets),
            "signs_in": one.id in signing,
            "has_codes": bool(signing.get(one.id)),
            "own": one.name == request.actor.name,
        }
        for one in Account.objects.order_by("-active", "name")
    ]
    told = {
        "notice": said,
        "fresh": fresh,
        "done": done,
        "accounts": accounts,
        "roles": [(role, ROLE_LABELS[role]) for role in ROLES if role != _FREE],
        "hamlets": [one.name for one in plan().hamlets if one.exists(request.today)],
        "section": "administration",
    }
    return render(request, "administration/administration.html", told, status=422 if said else 200)
