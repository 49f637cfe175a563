"""What the hamlets tell and somebody has to decide: who a child met is, answers that differ from what stands."""

import json
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.campaign.visit_outcomes import WHY_WORDS, VisitWhy
from sosach.findings.notices import Notice, Refused, refused
from sosach.registers.catalogue import registers
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.civil.selectors import evidence_of_all
from sosach.store.desk.answer_met import answer_met
from sosach.store.desk.card import NUMBERS, as_read
from sosach.store.registers.selectors import facts
from sosach.store.registers.services.waiting import Answer
from sosach.store.visits.meeting import BIRTH_KNOWN, CHILDREN, NAMELESS, NO_REGISTER, TWICE
from sosach.store.visits.models import Answer as Said
from sosach.store.visits.models import Line, Met
from sosach.store.visits.selectors import conflicts, waiting_met
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk

_SAID = "met_said"
_SHOWN = 50
_COMPARED = ("full_name", "birth_date", "sex", "personal_id", "hamlet", "father_name", "mother_name")
_WHY = {
    "code_taken": "Mã hồ sơ là của người khác tên, khác ngày sinh",
    "number_taken": "Số định danh là của người khác tên, khác ngày sinh",
    "unsure": "Giống một trẻ trong sổ nhưng chưa đủ chắc",
    TWICE: "Hai dòng của phiếu có thể là một trẻ",
    NO_REGISTER: "Chưa nhập sổ trẻ em nên chưa so được",
    NAMELESS: "Chưa ghi họ tên",
    BIRTH_KNOWN: "Bản ghi khai sinh của trẻ này đang thuộc một trẻ khác trong sổ",
}
_DONE = {Answer.SAME: "Đã ghi: là trẻ trong sổ.", Answer.NEW: "Đã thêm trẻ vào sổ.", Answer.NONE: "Đã bỏ qua dòng này."}


@page("gap-them", name="met", right=Right.IMPORT, methods=("GET", "POST"), whole_commune=True)
def met(request: Desk) -> HttpResponse:
    """Children met who are on no list; below them the answers of households that wait for an official."""
    if request.method == "GET":
        return _shown(request)
    number, said = request.POST.get("child", ""), request.POST.get("said", "")
    try:
        if not number.isdecimal() or said not in {one.value for one in Answer}:
            raise refused("visits_met_none", value=number[:20])
        reason = request.POST.get("reason", "")
        answer_met(int(number), Answer(said), None, reason, actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, refusal.notice)
    request.session[_SAID] = _DONE[Answer(said)]
    return HttpResponseRedirect(reverse("met"))


def _shown(request: Desk, said: Notice | None = None) -> HttpResponse:
    waiting, different = waiting_met(), conflicts()
    known = facts({one.candidate_id for one in waiting[:_SHOWN] if one.candidate_id is not None})
    book = evidence_of_all({one.birth_id for one in waiting[:_SHOWN] if one.birth_id is not None})
    told = {
        "section": "hamlets",
        "notice": said,
        "said": request.session.pop(_SAID, ""),
        "count": len(waiting),
        "children": [_child(one, known.get(one.candidate_id or 0, {}), book) for one in waiting[:_SHOWN]],
        "different_count": len(different),
        "different": _differences(different[:_SHOWN]),
        "may_decide": Right.DECIDE in ROLES[request.actor.role],
    }
    return render(request, "met/met.html", told, status=422 if said else 200)


def _child(one: Met, known: Any, book: dict[int, str]) -> dict[str, Any]:
    register, written = registers()[CHILDREN], json.loads(one.shown)
    names = [name for name in _COMPARED if written.get(name) or known.get(name)]
    ours = as_read([(name, known.get(name)) for name in names], register)
    theirs = as_read([(name, written.get(name)) for name in names], register)
    rows = [
        (register.by_name[name].label, stands, told, stands == told)
        for name, stands, told in zip(names, ours, theirs, strict=True)
    ]
    return {
        "met": one,
        "name": written.get("full_name", ""),
        "visit": one.received.visit,
        "why": _WHY.get(one.why, one.why),
        "facts": rows,
        "book": book.get(one.birth_id or 0, ""),
    }


def _differences(lines: list[Line]) -> list[dict[str, Any]]:
    """What was asked of, what stands, what the household says, and why it waits."""
    stands = facts({line.person_id for line in lines})
    latest = {
        one.line_id: json.loads(one.said)
        for one in Said.objects.filter(line__in=lines, received__undone_by=None).order_by("received")
    }
    found = []
    for line in lines:
        field = registers()[line.register].by_name.get(line.field)
        found.append(
            {
                "line": line,
                "label": field.label if field else line.field,
                "number": field is not None and field.kind in NUMBERS,
                "sent": line.stood or "",
                "now": stands.get(line.person_id, {}).get(line.field) or "",
                "told": latest.get(line.id, {}).get("answer") or "",
                "why": WHY_WORDS.get(VisitWhy(line.why), "") if line.why else "",
            }
        )
    return found
