"""The household review by hamlet: lists to take along, sheets to print, answers by file or typed house by house."""

import json
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.findings.notices import Notice, Refused
from sosach.forms.visits import CHOICES, SEEN_PAPERS, VISIT_LIST, Asks
from sosach.intake.options import ReadingOptions
from sosach.intake.visit_answer import read_visit_answer
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.desk.receive_visits import ReceivedVisit, receive_visits
from sosach.store.desk.send_visits import ToSend, send_visits
from sosach.store.desk.take_out import take_out
from sosach.store.desk.type_visits import type_visits
from sosach.store.desk.visit_file import visit_seen, write_visit_file
from sosach.store.desk.write_papers import write_sheets
from sosach.store.log.act import Actor
from sosach.store.visits.models import Line, Visit
from sosach.store.visits.residents import hamlets as hamlets_on
from sosach.store.visits.selectors import conflicts, visits, waiting_met
from sosach.web.frame.files import download, folder, handed_in
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk

_SAID = "hamlets_said"
_ALL = "*"
_FACTS = [column.key for column in VISIT_LIST.facts]


@page("thon", name="hamlets", right=Right.ANSWER)
def hamlets(request: Desk) -> HttpResponse:
    """The hamlets of whoever looks, each with its latest list."""
    return _listed(request)


@page("thon/lap", name="hamlet_send", right=Right.ANSWER, methods=("POST",))
def hamlet_send(request: Desk) -> HttpResponse:
    """Lists leave: of one hamlet or of all."""
    wanted = request.POST.get("hamlet", "")
    names = _names(request.actor, request.today) if wanted == _ALL else [wanted]
    try:
        with folder() as place:
            sent = send_visits(ToSend(hamlets=names, out=place / "phieu"), actor=request.actor, on=request.today)
    except Refused as refusal:
        return _listed(request, refusal.notice)
    asked = sum(visit.questions for visit in sent.visits)
    words = f"Đã lập {len(sent.visits)} phiếu, {asked} câu hỏi." if asked else "Không có câu nào cần hỏi."
    request.session[_SAID] = {"words": words, "notices": _told(sent.notices)}
    return HttpResponseRedirect(reverse("hamlets"))


@page("thon/nhan", name="hamlet_receive", right=Right.ANSWER, methods=("POST",))
def hamlet_receive(request: Desk) -> HttpResponse:
    """A workbook comes back."""
    try:
        with handed_in(request) as path:
            read = read_visit_answer(path, ReadingOptions(password=request.POST.get("password") or None))
            received = receive_visits(read, path.read_bytes(), actor=request.actor, on=request.today)
    except Refused as refusal:
        return _listed(request, refusal.notice)
    request.session[_SAID] = _received(received)
    return HttpResponseRedirect(reverse("hamlets"))


@page("thon/<str:code>/tep", name="hamlet_file", right=Right.ANSWER, methods=("POST",))
def hamlet_file(request: Desk, code: str) -> HttpResponse:
    """The workbook of a list."""
    visit_seen(code, actor=request.actor)
    try:
        with folder() as place:
            return download(write_visit_file(code, place, actor=request.actor, on=request.today))
    except Refused as refusal:
        return _listed(request, refusal.notice)


@page("thon/<str:code>/phieu", name="hamlet_sheets", right=Right.ANSWER, methods=("POST",))
def hamlet_sheets(request: Desk, code: str) -> HttpResponse:
    """A sheet per household, to print."""
    visit = visit_seen(code, actor=request.actor)
    try:
        with folder() as place:
            made = write_sheets([visit.hamlet], place, actor=request.actor)
            take_out("household_sheets", code, actor=request.actor, on=request.today)
            return download(made[0])
    except Refused as refusal:
        return _listed(request, refusal.notice)


@page("thon/<str:code>", name="hamlet_list", right=Right.ANSWER, methods=("GET", "POST"))
def hamlet_list(request: Desk, code: str) -> HttpResponse:
    """House by house what is asked; typed at the door or at the office."""
    visit = visit_seen(code, actor=request.actor)
    if request.method == "GET":
        return _shown(request, visit)
    typed = {
        number: {key: request.POST.get(f"{key}-{number}", "") for key in ("answer", "seen", "note")}
        for number in range(1, visit.questions + 1)
        if f"answer-{number}" in request.POST
    }
    try:
        received = type_visits(code, typed, actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, visit, refusal.notice)
    request.session[_SAID] = _received(received)
    return HttpResponseRedirect(reverse("hamlet_list", args=[code]))


def _received(received: ReceivedVisit) -> dict[str, Any]:
    told = received.figures
    words = [f"Đã nhận {told['answered']} câu trả lời của {received.visit.hamlet}: {told['applied']} đã áp dụng"]
    rest = {
        "conflicts": "chờ văn phòng quyết định",
        "next_step": "chuyển bước tiếp",
        "noted": "ghi nhận",
        "repeated": "lặp lại",
    }
    words += [f"{told[name]} {label}" for name, label in rest.items() if told[name]]
    met = f" Trẻ gặp thêm: {told['met']}, trong đó thêm vào sổ {told['met_new']}." if told["met"] else ""
    return {"words": f"{', '.join(words)}.{met}", "notices": _told(received.notices)}


def _told(notices: tuple[Notice, ...]) -> list[dict[str, str]]:
    return [{"message": one.message, "next_step": one.next_step} for one in notices]


def _names(actor: Actor, on: date) -> list[str]:
    """The hamlets of an actor, as the plan names them."""
    return [name for name in hamlets_on(on) if actor.hamlets is None or name in actor.hamlets]


def _listed(request: Desk, said: Notice | None = None) -> HttpResponse:
    latest = {visit.hamlet: visit for visit in visits()}
    counted = _counts([visit.operation for visit in latest.values()])
    rows = [_row(name, latest.get(name), counted, request.today) for name in _names(request.actor, request.today)]
    told = {
        "section": "hamlets",
        "notice": said,
        "said": request.session.pop(_SAID, None),
        "rows": rows,
        "own": request.actor.hamlets is not None,
        "to_decide": _to_decide(request.actor),
        "any_list": any(row["visit"] and row["visit"].questions for row in rows),
    }
    return render(request, "hamlets/hamlets.html", told, status=422 if said else 200)


def _to_decide(actor: Actor) -> int:
    """What waits on the page of children met, for those who have it."""
    if Right.IMPORT not in ROLES[actor.role] or actor.hamlets is not None:
        return 0
    return len(waiting_met()) + len(conflicts())


def _counts(lists: list[int]) -> dict[int, dict[str, Any]]:
    """Per list how many questions and houses it has, and how many of them have answered."""
    told = (
        Line.objects.filter(visit__in=lists)
        .values("visit")
        .annotate(
            lines=Count("id"),
            done=Count("id", filter=Q(answered_by__isnull=False)),
            houses=Count("household", distinct=True),
            houses_met=Count("household", distinct=True, filter=Q(answered_by__isnull=False)),
        )
    )
    return {one["visit"]: dict(one) for one in told.order_by("visit")}


def _row(name: str, visit: Visit | None, counted: dict[int, dict[str, Any]], on: date) -> dict[str, Any]:
    told = counted.get(visit.operation, {}) if visit else {}
    left = told.get("lines", 0) - told.get("done", 0)
    days = (visit.due - on).days if visit else 0
    if visit is None:
        state = ("todo", "todo", "Chưa lập phiếu")
    elif not left:
        state = ("done", "check", "Đã trả lời hết")
    elif days < 0:
        state = ("late", "late", f"Quá hạn {-days} ngày")
    else:
        state = ("due" if days <= 2 else "todo", "clock", f"Còn {days} ngày" if days else "Hạn hôm nay")
    return {"name": name, "visit": visit, "counts": told, "left": left, "state": state}


def _shown(request: Desk, visit: Visit, said: Notice | None = None) -> HttpResponse:
    lines = list(visit.lines.order_by("number"))
    waiting = [line for line in lines if line.answered_by is None]
    start = request.GET.get("tu", request.POST.get("tu", ""))
    first = int(start) if start.isdecimal() else 0
    at = next((line for line in waiting if line.number >= first), waiting[0] if waiting else None)
    house = [line for line in waiting if at and line.household == at.household]
    after = [line for line in waiting if house and line.number > house[-1].number]
    told = {
        "section": "hamlets",
        "notice": said,
        "said": request.session.pop(_SAID, None),
        "visit": visit,
        "persons": _persons(house, request),
        "head": dict(zip(_FACTS, json.loads(house[0].printed), strict=True)) if house else {},
        "at": house[0].number if house else 0,
        "next": after[0].number if after else 0,
        "houses_left": len({line.household for line in waiting}),
        "houses": len({line.household for line in lines}),
        "papers": SEEN_PAPERS,
    }
    return render(request, "hamlets/list.html", told, status=422 if said else 200)


def _persons(house: list[Line], request: Desk) -> list[dict[str, Any]]:
    """The questions of a household, those about one person together."""
    found: dict[int, dict[str, Any]] = {}
    for line in house:
        facts = dict(zip(_FACTS, json.loads(line.printed), strict=True))
        person = found.setdefault(line.person_id, {"words": facts["person"], "questions": []})
        person["questions"].append(
            {
                "number": line.number,
                "text": line.question,
                "choices": CHOICES.get(Asks(line.asks), ()) if line.asks != Asks.CONFIRM_NUMBER else (),
                "is_number": line.asks in (Asks.NUMBER, Asks.CONFIRM_NUMBER, Asks.DATE),
                "answer": request.POST.get(f"answer-{line.number}", ""),
                "note": request.POST.get(f"note-{line.number}", ""),
            }
        )
    return list(found.values())
