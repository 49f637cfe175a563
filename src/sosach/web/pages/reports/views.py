"""Reports: figures frozen, read as they will be printed, compared with the week before, worded, approved, taken out."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.findings.notices import Notice, Refused
from sosach.papers.edited import SECTIONS
from sosach.registers.catalogue import registers
from sosach.store.accounts.rights import Right
from sosach.store.desk.take_out import take_out
from sosach.store.desk.write_papers import write_letters, write_notices
from sosach.store.desk.write_report import LEAVING, file_stem, write_report
from sosach.store.reports.models import Snapshot
from sosach.store.reports.periods import KINDS
from sosach.store.reports.selectors import (
    compared,
    corrected,
    edited_of,
    papers_of,
    snapshot_of,
    snapshots,
    week_before,
)
from sosach.store.reports.services import Wanted, approve, edit, freeze_report
from sosach.web.frame.files import download_all, folder
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk
from sosach.web.pages.reports.preview import shown

_SAID = "reports_said"
KIND_WORDS = {"weekly": "Tuần", "monthly": "Tháng", "final": "Tổng kết", "adhoc": "Đột xuất"}


@page("bao-cao", name="reports", right=Right.REPORT)
def reports(request: Desk) -> HttpResponse:
    """The reports that were frozen, and freezing one."""
    return _listed(request)


@page("bao-cao/chot", name="report_freeze", right=Right.REPORT, methods=("POST",))
def report_freeze(request: Desk) -> HttpResponse:
    """The figures of a period, as frozen before or now."""
    kind = request.POST.get("kind", KINDS[0])
    wanted = Wanted(
        kind=kind if kind in KINDS else KINDS[0], on=request.today, correct=request.POST.get("correct", "").strip()
    )
    try:
        snapshot = freeze_report(wanted, actor=request.actor)
    except Refused as refusal:
        return _listed(request, refusal.notice)
    return HttpResponseRedirect(reverse("report", args=[snapshot.number]))


@page("bao-cao/giay-to", name="report_papers", right=Right.REPORT, methods=("POST",))
def report_papers(request: Desk) -> HttpResponse:
    """Letters that the last report calls for, or what households are told."""
    letters = request.POST.get("paper") == "letters"
    try:
        with folder() as place:
            if letters:
                made = write_letters(place, request.today, actor=request.actor)
                take_out("letters", "công văn, danh sách chưa khai sinh", actor=request.actor, on=request.today)
            else:
                made = write_notices(place, request.today)
            return download_all(made, "cong-van.zip" if letters else "thong-bao.zip")
    except Refused as refusal:
        return _listed(request, refusal.notice)


@page("bao-cao/<str:number>", name="report", right=Right.REPORT)
def report(request: Desk, number: str) -> HttpResponse:
    """A report as it will be printed, beside the week before."""
    return _shown(request, snapshot_of(number))


@page("bao-cao/<str:number>/muc", name="report_edit", right=Right.REPORT, methods=("POST",))
def report_edit(request: Desk, number: str) -> HttpResponse:
    """The office's own words in a section, or the draft again."""
    snapshot, section = snapshot_of(number), request.POST.get("section", "")
    words = None if request.POST.get("act") == "draft" else request.POST.get("words", "")
    try:
        edit(number, section, words, actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, snapshot, refusal.notice)
    request.session[_SAID] = f"Đã ghi mục {SECTIONS[section]}."
    return HttpResponseRedirect(reverse("report", args=[number]))


@page("bao-cao/<str:number>/duyet", name="report_approve", right=Right.REPORT, methods=("POST",))
def report_approve(request: Desk, number: str) -> HttpResponse:
    """From now on nothing of it changes."""
    snapshot = snapshot_of(number)
    try:
        approve(number, actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, snapshot, refusal.notice)
    request.session[_SAID] = "Đã duyệt; bản tải về không còn chữ DỰ THẢO."
    return HttpResponseRedirect(reverse("report", args=[number]))


@page("bao-cao/<str:number>/tep", name="report_file", right=Right.REPORT, methods=("POST",))
def report_file(request: Desk, number: str) -> HttpResponse:
    """One file of a report, those of one kind, or all of them."""
    snapshot, name = snapshot_of(number), request.POST.get("file", "")
    leaves = request.POST.get("copy") == "leaves"
    try:
        with folder() as place:
            written = write_report(snapshot, place, fallback=True)
            mine = [path for path in written.files if (path.parent.name == LEAVING) == leaves]
            if not leaves:  # by hamlet and category: small numbers may tell of persons
                take_out("report", number, actor=request.actor, on=request.today)
            chosen = [path for path in mine if name in (path.name, path.suffix)]
            return download_all(chosen or mine, f"{file_stem(snapshot, '')}.zip")
    except Refused as refusal:
        return _shown(request, snapshot, refusal.notice)


def _listed(request: Desk, said: Notice | None = None) -> HttpResponse:
    found = snapshots()
    corrected_ones = {one.corrects for one in found}
    told = {
        "section": "reports",
        "notice": said,
        "kinds": KIND_WORDS.items(),
        "reports": [
            {
                "report": one,
                "kind": KIND_WORDS[one.kind],
                "registers": _labels(one),
                "old": one.number in corrected_ones,
            }
            for one in found
        ],
    }
    return render(request, "reports/reports.html", told, status=422 if said else 200)


def _shown(request: Desk, snapshot: Snapshot, said: Notice | None = None) -> HttpResponse:
    before, own = week_before(snapshot) if snapshot.kind == KINDS[0] else None, edited_of(snapshot)
    papers = papers_of(snapshot)
    told: dict[str, Any] = {
        "section": "reports",
        "notice": said,
        "said": request.session.pop(_SAID, ""),
        "report": snapshot,
        "kind": KIND_WORDS[snapshot.kind],
        "registers": _labels(snapshot),
        "papers": [
            {
                "label": registers()[register].label if register else "",
                "blocks": shown(paper),
                "stem": file_stem(snapshot, register),
            }
            for register, paper in papers.items()
        ],
        "workbook": f"{file_stem(snapshot, '')}.xlsx",
        "before": before,
        "differences": _by_register(compared(snapshot, before)) if before else [],
        "corrections": corrected(snapshot) if snapshot.corrects else [],
        "sections": [(key, label, own.get(key)) for key, label in SECTIONS.items()],
    }
    return render(request, "reports/report.html", told, status=422 if said else 200)


def _by_register(found: list[Any]) -> list[dict[str, Any]]:
    return [
        {
            "register": registers()[one.register].label,
            "label": one.label,
            "before": one.before,
            "now": one.now,
            "change": f"{one.now - one.before:+d}".replace("-", "−"),
            "come": len(one.come),
            "gone": len(one.gone),
        }
        for one in found
    ]


def _labels(snapshot: Snapshot) -> str:
    return ", ".join(registers()[name].label for name in snapshot.registers.split(","))
