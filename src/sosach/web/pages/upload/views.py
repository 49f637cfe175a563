"""Back into the national software: what is ready, files with their proof, lines to type, what an export confirms."""

import json
from pathlib import Path
from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.findings.notices import Notice, Refused
from sosach.forms.typing_list import TYPING_LIST
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.registers.catalogue import registers
from sosach.store.accounts.rights import Right
from sosach.store.desk.confirm_upload import ConfirmedUpload, confirm_upload
from sosach.store.desk.prepared_files import kept_files, prepare_and_keep, take_kept
from sosach.store.desk.take_out import take_out
from sosach.store.desk.type_ticks import Said, type_ticks
from sosach.store.progress import stage
from sosach.store.registers.as_of import day_told
from sosach.store.registers.models import Import
from sosach.store.registers.services.importing import File
from sosach.store.start import current
from sosach.store.upload import ready
from sosach.store.upload.models import Fact, Upload
from sosach.store.upload.selectors import field_label, listed_rows, reopened, upload_of, uploads
from sosach.store.upload.services.preparing import ToPrepare
from sosach.web.frame.days import typed_day
from sosach.web.frame.files import download_all
from sosach.web.frame.long_work import GIVEN, Outcome, Work, with_file
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk

_SAID = "upload_said"
_AT_ONCE = 30  # lines of the typing list on a page
_SHOWN = 60  # reopened facts
_COLUMNS = "sosach-columns.toml"  # beside the drafts of imports: mappings that were chosen for files of this office


@page("tai-len", name="upload", right=Right.UPLOAD, whole_commune=True)
def upload(request: Desk) -> HttpResponse:
    """What is ready, what was prepared, what the software did not take."""
    return _listed(request)


@page("tai-len/lap", name="upload_prepare", right=Right.UPLOAD, methods=("POST",), whole_commune=True)
def upload_prepare(request: Desk) -> HttpResponse:
    """Files are made from the last export, and handed out at once."""
    register = request.POST.get("register", "")
    actor, on, options = request.actor, request.today, _options(request, register)
    with_cleaning = "with-cleaning" in request.POST

    def act(folder: Path) -> Outcome:
        stage("reading")
        base = next(iter((folder / GIVEN).iterdir()))
        wanted = ToPrepare(
            reading=read(base, options),
            base=base,
            out=base.with_name(f"tai-len-{on:%Y-%m-%d}{base.suffix}"),
            password=options.password,
            with_cleaning=with_cleaning,
        )
        prepared = prepare_and_keep(register, wanted, actor=actor, on=on)
        code = prepared.done.upload.code
        words = f"Đã lập đợt {code}; tải bộ tệp ở dưới."
        return Outcome(
            reverse("upload_list", args=[code]), {_SAID: {"words": words, "notices": _told(prepared.notices)}}
        )

    try:
        return with_file(request, Work("Lập tệp cập nhật phần mềm", "upload", reverse("upload")), act)
    except Refused as refusal:
        return _listed(request, refusal.notice)


@page("tai-len/<str:code>/tep", name="upload_file", right=Right.UPLOAD, methods=("POST",), whole_commune=True)
def upload_file(request: Desk, code: str) -> HttpResponse:
    """The files of an upload once more, as long as the home keeps them; the log says who takes them and what for."""
    one = _known(code)
    try:
        files = take_kept(code, request.POST.get("purpose", ""), actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, one, refusal.notice)
    return download_all(files, f"{code}.zip")


@page("tai-len/doi-chieu", name="upload_confirm", right=Right.UPLOAD, methods=("POST",), whole_commune=True)
def upload_confirm(request: Desk) -> HttpResponse:
    """A later export shows what the software has taken over."""
    register, accept = request.POST.get("register", ""), request.POST.get("accept", "").strip()
    actor, on, options = request.actor, request.today, _options(request, register)
    try:
        as_of = typed_day(request.POST.get("as_of", ""))
    except Refused as refusal:
        return _listed(request, refusal.notice)

    def act(folder: Path) -> Outcome:
        stage("reading")
        path = next(iter((folder / GIVEN).iterdir()))
        reading = read(path, options)
        day = as_of or day_told((sheet.title for sheet in reading.sheets), on) or on
        found = confirm_upload(register, File(reading, path.read_bytes(), day), accept, actor=actor, on=on)
        return Outcome(reverse("upload"), {_SAID: {"words": _confirmed(found), "notices": []}})

    try:
        return with_file(request, Work("Đối chiếu với phần mềm", "upload_confirm", reverse("upload")), act)
    except Refused as refusal:
        return _listed(request, refusal.notice)


@page("tai-len/<str:code>", name="upload_list", right=Right.UPLOAD, methods=("GET", "POST"), whole_commune=True)
def upload_list(request: Desk, code: str) -> HttpResponse:
    """One upload: its proof, and its typing list to tick."""
    one = _known(code)
    if request.method == "GET":
        return _shown(request, one)
    said = {
        number: Said(request.POST[f"line-{number}"] == "done", request.POST.get(f"note-{number}", ""))
        for number in range(1, one.lines + 1)
        if request.POST.get(f"line-{number}") in ("done", "failed")
    }
    try:
        received = type_ticks(code, said, actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, one, refusal.notice)
    told = received.figures
    words = f"Đã ghi {told['typed']} dòng đã nhập, {told['failed']} dòng không nhập được."
    request.session[_SAID] = {"words": words, "notices": _told(received.notices)}
    return HttpResponseRedirect(reverse("upload_list", args=[code]))


def _known(code: str) -> Upload:
    found = upload_of(code)
    if found.cancelled_by is not None:
        raise Http404
    return found


def _options(request: Desk, register: str) -> ReadingOptions:
    return ReadingOptions(
        register=register if register in registers() else None,
        insist=bool(request.POST.get("accept")),
        password=request.POST.get("password") or None,
        profile=current().folder / "drafts" / _COLUMNS,
    )


def _confirmed(found: ConfirmedUpload) -> str:
    told = found.confirmed.figures
    words = (
        f"Đã đối chiếu: phần mềm đã nhận {told['accepted']} mục, chưa nhận {told['missing']} mục, "
        f"người khác sửa {told['different']} mục."
    )
    return words if found.imported is None else f"{words} Tệp này cũng đã được nhập vào sổ."


def _told(notices: tuple[Notice, ...]) -> list[dict[str, str]]:
    return [{"message": one.message, "next_step": one.next_step} for one in notices]


def _listed(request: Desk, said: Notice | None = None) -> HttpResponse:
    taken = set(Import.objects.filter(undone_by=None).values_list("register", flat=True))
    names = [name for name in ("children", "beneficiaries") if name in taken]
    counts = _counts()
    again = [fact for name in names for fact in reopened(name)]
    told = {
        "section": "upload",
        "notice": said,
        "said": request.session.pop(_SAID, None),
        "ready": [{"register": registers()[name], "figures": ready.figures(name)} for name in names],
        "uploads": [
            {"upload": one, "register": registers()[one.register], "counts": counts.get(one.operation, {})}
            for one in reversed(uploads())
        ],
        "again_count": len(again),
        "again": [_again(fact) for fact in again[:_SHOWN]],
    }
    return render(request, "upload/upload.html", told, status=422 if said else 200)


def _counts() -> dict[int, dict[str, Any]]:
    """Per upload how many facts came to what."""
    told = (
        Fact.objects.filter(event__isnull=False)
        .values("upload")
        .annotate(
            facts=Count("id"),
            ticked=Count("id", filter=Q(typed="done")),
            failures=Count("id", filter=Q(typed="failed")),
            accepted=Count("id", filter=Q(taken="accepted")),
            missing=Count("id", filter=Q(taken="missing")),
            different=Count("id", filter=Q(taken="different")),
        )
    )
    return {one["upload"]: dict(one) for one in told.order_by("upload")}


def _again(fact: Fact) -> dict[str, Any]:
    label = field_label(fact.upload.register, fact.field)
    why = "Phần mềm chưa nhận" if fact.taken == "missing" else "Người khác đã sửa trên phần mềm"
    return {"person": fact.person, "hamlet": fact.hamlet, "label": label, "why": why, "code": fact.upload.code}


def _shown(request: Desk, one: Upload, said: Notice | None = None) -> HttpResponse:
    open_ones = one.facts.exclude(number=None).filter(typed="", taken="").order_by("number")
    numbers = list(open_ones.values_list("number", flat=True))
    start = request.GET.get("tu", "")
    first = int(start) if start.isdecimal() else 0
    shown = [number for number in numbers if (number or 0) >= first][:_AT_ONCE] or numbers[:_AT_ONCE]
    after = [number for number in numbers if shown and (number or 0) > (shown[-1] or 0)]
    if shown and request.method == "GET":  # what has to be typed stands here in full
        take_out("typing_list", f"{one.code}, dòng {shown[0]}-{shown[-1]}", actor=request.actor, on=request.today)
    proof = json.loads(one.proof) if one.proof else None
    told = {
        "section": "upload",
        "notice": said,
        "said": request.session.pop(_SAID, None),
        "upload": one,
        "register": registers()[one.register],
        "counts": _counts().get(one.operation, {}),
        "proof": proof,
        "kept": kept_files(one.code),
        "persons": _persons(one, set(shown)),
        "open": len(numbers),
        "next": after[0] if after else 0,
    }
    return render(request, "upload/list.html", told, status=422 if said else 200)


def _persons(one: Upload, shown: set[int | None]) -> list[dict[str, Any]]:
    """The lines in order, those of one person together."""
    keys = [column.key for column in TYPING_LIST.facts]
    found: list[dict[str, Any]] = []
    for sent in listed_rows(one):
        if sent.number not in shown:
            continue
        facts = dict(zip(keys, sent.facts, strict=True))
        who = (facts["record_code"], facts["full_name"], facts["birth_date"])
        if not found or found[-1]["who"] != who:
            found.append({"who": who, "facts": facts, "lines": []})
        found[-1]["lines"].append({"number": sent.number, "facts": facts})
    return found
