"""First start: which commune, which hamlets, the first account; or the made-up commune to try things with.

Open as long as nobody can sign in, to this machine alone: whoever sits here owns the folder anyway.
"""

import tempfile
from datetime import date
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from sosach.campaign.plan import Plan, read_plan
from sosach.findings.notices import Notice, Refused
from sosach.registers.catalogue import registers
from sosach.store.accounts.models import Campaign
from sosach.store.desk.begin import begin_campaign, key_file_beside
from sosach.store.log.act import Actor
from sosach.store.sign_in.passwords import LEAST, refuse_weak
from sosach.store.sign_in.selectors import anybody
from sosach.store.sign_in.services import check_in, let_in
from sosach.store.start import current
from sosach.web.frame.clock import now
from sosach.web.frame.page import is_htmx, page
from sosach.web.frame.signed_in import begin_session, desk
from sosach.web.pages.start.adapted_plan import adapted, sample_plan, typed_hamlets
from sosach.web.pages.start.communes import Found, found, named
from sosach.web.pages.start.sample import SAMPLE, take_in_sample

_HERE = ("127.0.0.1", "::1")
_SINCE = date(2025, 7, 1)  # communes of today, and their hamlets, begin here
_FIRST_ROLE = "operator"


@page("bat-dau", name="start", open_to_all=True)
def start(request: HttpRequest) -> HttpResponse:
    """Which commune; found while typing."""
    _closed_to_others(request)
    if Campaign.objects.exists():
        return HttpResponseRedirect("/bat-dau/tai-khoan")
    typed = request.GET.get("q", "")
    template = "start/communes.html" if is_htmx(request) else "start/start.html"
    return render(request, template, {"q": typed, "found": found(typed)})


@page("bat-dau/<str:code>", name="start_commune", methods=("GET", "POST"), open_to_all=True)
def start_commune(request: HttpRequest, code: str) -> HttpResponse:
    """The plan of a commune, and the first account."""
    _closed_to_others(request)
    has_begun = Campaign.objects.exists()
    if has_begun != (code == "tai-khoan"):
        return HttpResponseRedirect("/bat-dau/tai-khoan" if has_begun else "/bat-dau")
    commune = named(code)
    if commune is None and code not in ("tai-khoan", SAMPLE):
        raise Http404
    if request.method == "GET":
        return _asked(request, code, commune)
    try:
        _begin(request, code, commune)
    except Refused as refusal:
        return _asked(request, code, commune, refusal.notice)
    name, password = request.POST["name"].strip(), request.POST["password"]
    begin_session(request, check_in(name, password, origin="", now=now()))
    return HttpResponseRedirect("/") if code == "tai-khoan" else _key_shown(request)


def _key_shown(request: HttpRequest) -> HttpResponse:
    """The recovery key, to be put away: this page is shown once."""
    place = key_file_beside(current().folder)
    lines = place.read_text(encoding="utf-8").splitlines()
    key = next((line for line in lines if line and not line.startswith("#")), "")
    return render(request, "start/key.html", {"place": place, "key": key})


def _begin(request: HttpRequest, code: str, commune: Found | None) -> None:
    """Everything or nothing that could be asked again: the password is looked at before anything is made."""
    on = desk(request).today
    name, password = request.POST.get("name", "").strip(), request.POST.get("password", "")
    refuse_weak(password, name)
    actor = Actor(name, _FIRST_ROLE)
    if code == SAMPLE:
        _started(sample_plan(), actor, on)
        let_in(name, _FIRST_ROLE, frozenset(), password, actor=actor, on=on)
        take_in_sample(actor, on)
        return
    if commune is not None:
        _started(_plan(request, commune), actor, on)
    let_in(name, _FIRST_ROLE, frozenset(), password, actor=actor, on=on)


def _plan(request: HttpRequest, commune: Found) -> str:
    given = request.FILES.get("plan")
    if given is not None:
        return bytes(given.read()).decode("utf-8-sig", errors="replace")
    return adapted(commune, typed_hamlets(request.POST.get("hamlets", "")), _SINCE)


def _started(plan: str, actor: Actor, on: date) -> None:
    with tempfile.TemporaryDirectory(prefix="sosach-") as folder:
        place = Path(folder) / "plan.toml"
        place.write_text(plan, encoding="utf-8")
        begin_campaign(place, key_file_beside(current().folder), actor=actor, on=on)


def _asked(request: HttpRequest, code: str, commune: Found | None, said: Notice | None = None) -> HttpResponse:
    told = {
        "notice": said,
        "code": code,
        "commune": commune,
        "begun": Campaign.objects.first() if code == "tai-khoan" else None,
        "sample": code == SAMPLE,
        "name": request.POST.get("name", ""),
        "hamlets": request.POST.get("hamlets", ""),
        "least": LEAST,
        "deadlines": _deadlines() if commune else (),
    }
    return render(request, "start/commune.html", told, status=422 if said else 200)


def _deadlines() -> list[tuple[str, date, date]]:
    """What the sample plan says of each register: label, first day, last day."""
    with tempfile.TemporaryDirectory(prefix="sosach-") as folder:
        place = Path(folder) / "plan.toml"
        place.write_text(sample_plan(), encoding="utf-8")
        plan: Plan = read_plan(place)
    return [(registers()[name].label, schedule.starts, schedule.due) for name, schedule in plan.registers.items()]


def _closed_to_others(request: HttpRequest) -> None:
    """Only as long as nobody can sign in, and only from this machine."""
    if anybody() or settings.HTTPS or request.META.get("REMOTE_ADDR") not in _HERE:
        raise Http404
