"""Lists at the police: for them what there is to answer, for the office who is ready, what came back, what waits."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.campaign.answer_words import REASON_WORDS, STEP_WORDS, WHY_WORDS
from sosach.campaign.outcome import Whom, Why
from sosach.campaign.readiness_words import KEPT_BACK_WORDS
from sosach.findings.notices import Notice, Refused
from sosach.forms.police import RESULT_WORDS, Result
from sosach.forms.police_reason import Reason
from sosach.intake.options import ReadingOptions
from sosach.intake.police_answer import read_police_answer
from sosach.registers.catalogue import registers
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.accounts.selectors import plan
from sosach.store.desk.batch_file import batch_seen, write_batch_file
from sosach.store.desk.receive_answer import Came, Received, receive_answer
from sosach.store.desk.send_batch import ToSend, send_batch
from sosach.store.desk.settle_answer import Take, settle_answer
from sosach.store.desk.take_out import take_out
from sosach.store.desk.write_papers import write_minutes_papers
from sosach.store.police.candidates import candidates
from sosach.store.police.days import hand_over_day
from sosach.store.police.models import Answer, Batch
from sosach.store.police.said import answer_of, compared_of
from sosach.store.police.selectors import Figures, batches, conflicts_of, figures_by_batch, next_steps_of, returns
from sosach.store.registers.models import Import
from sosach.web.frame.files import download, folder, handed_in
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk

_SAID = "police_said"
_BOTH = (Right.SEND, Right.RECEIVE)
_NUMBERS = frozenset({"personal_id"})
_SHOWN = 60  # differences and next steps on one page

PAPERS = {"giao": "bien-ban-giao", "danh-sach": "danh-sach", "nhan": "bien-ban-nhan"}


@page("cong-an", name="police", right=_BOTH)
def police(request: Desk) -> HttpResponse:
    """The batches, and one of them."""
    return _shown(request)


@page("cong-an/gui", name="police_send", right=Right.SEND, methods=("POST",))
def police_send(request: Desk) -> HttpResponse:
    """The next batch leaves."""
    register = request.POST.get("register", "")
    if register not in registers():
        return HttpResponseRedirect(reverse("police"))
    try:
        with folder() as place:
            out = place / f"danh-sach-{register}-{request.today:%Y-%m-%d}.xlsx"
            wanted = ToSend(register=register, out=out)
            sent = send_batch(wanted, actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, refusal.notice)
    said = [{"message": one.message, "next_step": one.next_step} for one in sent.notices]
    if sent.batch is None:
        request.session[_SAID] = {"notices": said}
        return HttpResponseRedirect(reverse("police"))
    words = f"Đã lập đợt {sent.batch.code}: {sent.batch.rows} hồ sơ, hạn trả {sent.batch.due:%d/%m/%Y}."
    request.session[_SAID] = {"words": words, "notices": said}
    return HttpResponseRedirect(f"{reverse('police')}?dot={sent.batch.code}")


@page("cong-an/nhan", name="police_receive", right=Right.RECEIVE, methods=("POST",))
def police_receive(request: Desk) -> HttpResponse:
    """A workbook comes back filled in."""
    try:
        with handed_in(request) as path:
            read = read_police_answer(path, ReadingOptions(password=request.POST.get("password") or None))
            came = Came(read=read, content=path.read_bytes())
            received = receive_answer(came, actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, refusal.notice)
    return received_page(request, received)


def received_page(request: Desk, received: Received) -> HttpResponse:
    """What came of answers, told on the page of their batch."""
    told = received.figures
    words = (
        f"Đã nhận {told['answered']} dòng có kết quả của đợt {received.batch}: {told['applied']} đã áp dụng, "
        f"{told['conflicts']} khác biệt chờ quyết định, {told['next_step']} chuyển bước tiếp, "
        f"{told['repeated']} lặp lại."
    )
    left = {
        "altered_rows": "dòng bị sửa mã hoặc thông tin nên chưa áp dụng",
        "unknown_rows": "dòng lạ không nhận",
    }
    more = [f"{told[name]} {label}." for name, label in left.items() if told[name]]
    said = [{"message": one.message, "next_step": one.next_step} for one in received.notices]
    request.session[_SAID] = {"words": " ".join([words, *more]), "notices": said}
    return HttpResponseRedirect(f"{reverse('police')}?dot={received.batch}")


@page("cong-an/<str:code>/tep", name="police_file", right=_BOTH, methods=("POST",))
def police_file(request: Desk, code: str) -> HttpResponse:
    """The workbook of a batch, under a password where one is wanted."""
    batch_seen(code, actor=request.actor)
    password = request.POST.get("password") or None
    try:
        with folder() as place:
            out = place / f"dot-{code}.xlsx"
            write_batch_file(code, out, password, actor=request.actor, on=request.today)
            return download(out)
    except Refused as refusal:
        return _shown(request, refusal.notice, code)


@page("cong-an/<str:code>/bien-ban", name="police_paper", right=_BOTH, methods=("POST",))
def police_paper(request: Desk, code: str) -> HttpResponse:
    """Minutes or the printed list of a batch, as Word or PDF."""
    batch = batch_seen(code, actor=request.actor)
    kind, _, ending = request.POST.get("paper", "giao.pdf").partition(".")
    which, _, number = kind.partition("-lan-")
    name = "-".join(filter(None, (PAPERS.get(which, ""), code, number))) + f".{ending}"
    with folder() as place:
        made = {path.name: path for path in write_minutes_papers(batch.code, place, actor=request.actor)}
        if name not in made:
            return HttpResponseRedirect(f"{reverse('police')}?dot={code}")
        take_out("police_paper", name, actor=request.actor, on=request.today)
        return download(made[name])


@page("cong-an/quyet-dinh", name="police_settle", right=Right.DECIDE, methods=("POST",))
def police_settle(request: Desk) -> HttpResponse:
    """An official decides about a difference."""
    code, batch = request.POST.get("row", ""), request.POST.get("batch", "")
    take = Take.ANSWERED if request.POST.get("take") == Take.ANSWERED else Take.CURRENT
    try:
        settle_answer(code, take, request.POST.get("reason", ""), actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, refusal.notice, batch)
    words = "Đã nhận thông tin của Công an." if take is Take.ANSWERED else "Đã giữ thông tin hiện tại."
    request.session[_SAID] = {"words": words, "notices": []}
    return HttpResponseRedirect(f"{reverse('police')}?dot={batch}#khac-biet")


def _shown(request: Desk, said: Notice | None = None, code: str = "") -> HttpResponse:
    found = list(reversed(batches()))
    wanted = code or request.GET.get("dot", "")
    if wanted and wanted not in {batch.code for batch in found}:
        raise Http404
    figures = _figures(found, request.today)
    cards = [_card(batch, figures[batch.code], request.today) for batch in found]
    urgent = sorted(cards, key=lambda one: (not one["left"], one["batch"].due))
    chosen = next((one for one in cards if one["batch"].code == wanted), urgent[0] if urgent else None)
    may = ROLES[request.actor.role]
    told: dict[str, Any] = {
        "section": "police",
        "notice": said,
        "cards": cards,
        "chosen": chosen,
        "sums": {
            name: sum(getattr(one, name) for one in figures.values()) for name in ("sent", "returned", "at_police")
        },
        "may_send": Right.SEND in may,
        "may_receive": Right.RECEIVE in may,
        "may_decide": Right.DECIDE in may,
        "said": request.session.pop(_SAID, None),
        "ready": _ready(request.today) if Right.SEND in may else [],
    }
    if chosen:
        told |= _detail(chosen["batch"])
    return render(request, "police/police.html", told, status=422 if said else 200)


def _figures(found: list[Batch], on: date) -> Mapping[str, Figures]:
    names = dict.fromkeys(batch.register for batch in found)
    counted = {code: one for name in names for code, one in figures_by_batch(name, on).items()}
    return {batch.code: counted.get(batch.code, Figures()) for batch in found}


def _card(batch: Batch, told: Figures, on: date) -> dict[str, Any]:
    days = (batch.due - on).days
    if not told.at_police:
        state, picture, words = "done", "check", "Đã trả đủ"
    elif days < 0:
        state, picture, words = "late", "late", f"Quá hạn {-days} ngày"
    elif days == 0:
        state, picture, words = "due", "clock", "Hạn trả hôm nay"
    else:
        state, picture, words = ("due" if days <= 2 else "todo"), "clock", f"Còn {days} ngày"
    waits = told.conflicts + told.next_step
    return {
        "batch": batch,
        "register": registers()[batch.register],
        "figures": told,
        "left": told.at_police,
        "waits": waits,
        "closed": told.applied + told.decided,
        "state": state,
        "picture": picture,
        "words": words,
        "results": [
            (RESULT_WORDS[Result(name)], count) for name, count in told.results.items() if count and name != "unread"
        ],
        "unread": told.results.get("unread", 0),
    }


def _detail(batch: Batch) -> dict[str, Any]:
    waiting_count, waiting = conflicts_of(batch, _SHOWN)
    step_count, steps = next_steps_of(batch, _SHOWN)
    return {
        "returns": returns(batch),
        "waiting_count": waiting_count,
        "differences": [_difference(one) for one in waiting],
        "steps": [
            {
                "line": one,
                "result": RESULT_WORDS[Result(one.result)] if one.result else "",
                "reason": REASON_WORDS[Reason(one.reason)] if one.reason else "",
                "words": STEP_WORDS[Whom(one.whom)] if one.whom else "",
            }
            for one in steps
        ],
        "step_count": step_count,
    }


def _difference(one: Answer) -> dict[str, Any]:
    by_name = registers()[one.line.batch.register].by_name
    compared = [
        {
            "label": by_name[field.field].label if field.field in by_name else field.field,
            "sent": _value(field.sent, field.field),
            "current": _value(field.current, field.field),
            "answered": _value(field.answered, field.field),
            "number": field.field in _NUMBERS,
            "changed": field.sent != field.current,
        }
        for field in compared_of(one.compared)
    ]
    answer = answer_of(one.said)
    return {
        "line": one.line,
        "compared": compared,
        "result": RESULT_WORDS[answer.result] if answer.result else answer.result_shown,
        "note": answer.note,
        "why": WHY_WORDS[Why(one.why)] if one.why else "",
    }


def _value(value: str | None, field: str) -> str:
    if field == "birth_date" and value:
        return "/".join(reversed(value.split("-")))
    return {"male": "Nam", "female": "Nữ"}.get(value or "", value or "")


def _ready(on: date) -> list[dict[str, Any]]:
    """Per register that goes to the police: who can go in the next batch, and what keeps others back."""
    found = []
    for name, schedule in plan().registers.items():
        taken = name in registers() and Import.objects.filter(register=name, undone_by=None).exists()
        if schedule.hand_over is None or not taken:
            continue
        known, day = candidates(registers()[name]), hand_over_day(registers()[name], on)
        found.append(
            {
                "register": registers()[name],
                "count": known.people.height,
                "kept_back": [
                    (KEPT_BACK_WORDS[why], count) for why, count in known.kept_back.items() if why in KEPT_BACK_WORDS
                ],
                "day": day,
            }
        )
    return found
