"""Rows of a file of which it is not certain whose they are: the row beside the person it may be, and one answer."""

import json
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.findings.notices import Notice, Refused
from sosach.registers.register import Register
from sosach.store.accounts.rights import Right
from sosach.store.desk.answer_row import answer_row
from sosach.store.desk.card import as_read
from sosach.store.registers.models import WaitingRow
from sosach.store.registers.selectors import facts, register_named, waiting_rows
from sosach.store.registers.services.waiting import Answer
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk

_WHY = {
    "code_taken": "Mã hồ sơ là của người khác tên, khác ngày sinh",
    "number_taken": "Số định danh là của người khác tên, khác ngày sinh",
    "unsure": "Giống một người trong sổ nhưng chưa đủ chắc",
}
_COMPARED = ("full_name", "birth_date", "sex", "personal_id", "hamlet", "father_name", "mother_name", "guardian_name")
_SHOWN = 50


@page("cho-nhan/<str:register>", name="waiting", right=Right.IMPORT, methods=("GET", "POST"), whole_commune=True)
def waiting(request: Desk, register: str) -> HttpResponse:
    """The list; an answer to one row."""
    known, said = register_named(register), None
    if request.method == "POST":
        try:
            _answer(request)
            return HttpResponseRedirect(reverse("waiting", args=[register]))
        except Refused as refusal:
            said = refusal.notice
    return _shown(request, known, said)


def _answer(request: Desk) -> None:
    number, said = request.POST.get("row", ""), request.POST.get("said", "")
    if number.isdecimal() and said in {one.value for one in Answer}:
        answer_row(
            int(number), Answer(said), None, request.POST.get("reason", ""), actor=request.actor, on=request.today
        )


def _shown(request: Desk, register: Register, said: Notice | None) -> HttpResponse:
    rows = waiting_rows(register.name)
    known = facts({row.candidate_id for row in rows[:_SHOWN] if row.candidate_id is not None})
    told = {
        "register": register,
        "notice": said,
        "count": len(rows),
        "rows": [_beside(row, known.get(row.candidate_id or 0, {}), register) for row in rows[:_SHOWN]],
        "section": "imports",
    }
    return render(request, "waiting/waiting.html", told, status=422 if said else 200)


def _beside(row: WaitingRow, known: Any, register: Register) -> dict[str, Any]:
    shown = json.loads(row.shown)
    names = [name for name in _COMPARED if name in register.by_name and (shown.get(name) or known.get(name))]
    ours = as_read([(name, known.get(name)) for name in names], register)
    theirs = as_read([(name, shown.get(name)) for name in names], register)
    facts_beside = [
        (register.by_name[name].label, one, other, one == other)
        for name, one, other in zip(names, ours, theirs, strict=True)
    ]
    return {"row": row, "why": _WHY.get(row.why, row.why), "facts": facts_beside}
