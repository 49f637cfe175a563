"""The police answer on the page: row by row what was asked, one result each; empty rows stay open."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from sosach.findings.notices import Notice, Refused
from sosach.forms.police import POLICE_LIST, RESULT_WORDS
from sosach.store.accounts.rights import Right
from sosach.store.desk.batch_file import batch_seen
from sosach.store.desk.take_out import take_out
from sosach.store.desk.type_answers import type_answers
from sosach.store.police.models import Batch
from sosach.store.police.selectors import sent_rows
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk
from sosach.web.pages.police.views import received_page

_AT_ONCE = 10  # rows on a page: what is typed is never lost to a page that was open for too long
_TYPED = ("result", "new_personal_id", "new_full_name", "new_birth_date", "new_sex", "note")


@page("cong-an/<str:code>/tra-loi", name="police_answers", right=Right.RECEIVE, methods=("GET", "POST"))
def police_answers(request: Desk, code: str) -> HttpResponse:
    """The next rows that are open."""
    batch = batch_seen(code, actor=request.actor)
    if request.method == "GET":
        return _shown(request, batch)
    typed = {
        number: {key: request.POST.get(f"{key}-{number}", "") for key in _TYPED} for number in range(1, batch.rows + 1)
    }
    try:
        received = type_answers(code, typed, actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, batch, refusal.notice)
    return received_page(request, received)


def _shown(request: Desk, batch: Batch, said: Notice | None = None) -> HttpResponse:
    waiting = list(batch.lines.filter(answered_by=None).order_by("number").values_list("number", flat=True))
    start = request.GET.get("tu", "")
    first = int(start) if start.isdecimal() else 0
    shown = [number for number in waiting if number >= first][:_AT_ONCE] or waiting[:_AT_ONCE]
    names = [column.key for column in POLICE_LIST.facts]
    rows: list[dict[str, Any]] = [
        {
            "number": sent.number,
            "facts": dict(zip(names, sent.facts, strict=True)),
            "typed": _typed(request, sent.number),
        }
        for sent in sent_rows(batch)
        if sent.number in shown
    ]
    if rows and request.method == "GET":  # numbers stand here in full, as in the list that was handed over
        take_out("police_rows", f"{batch.code}, dòng {shown[0]}-{shown[-1]}", actor=request.actor, on=request.today)
    after = [number for number in waiting if shown and number > shown[-1]]
    told = {
        "section": "police",
        "notice": said,
        "batch": batch,
        "rows": rows,
        "left": len(waiting),
        "next": after[0] if after else 0,
        "results": RESULT_WORDS.values(),
    }
    return render(request, "police/answers.html", told, status=422 if said else 200)


def _typed(request: Desk, number: int) -> dict[str, str]:
    return {key: request.POST.get(f"{key}-{number}", "") for key in _TYPED}
