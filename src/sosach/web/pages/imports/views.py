"""Taking a file in, step by step; every step has its address, and nothing is changed before the last one."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.findings.notices import Notice, Refused, refused
from sosach.intake.reading import Opened
from sosach.registers.catalogue import registers
from sosach.registers.register import Register
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.desk.drafts import Draft, altered, draft, drafts, forget, hand_in
from sosach.store.desk.import_register import import_register
from sosach.store.log.models import Event
from sosach.store.progress import stage
from sosach.store.registers.models import Import
from sosach.store.registers.services.importing import FIGURES, Foreseen, foresee
from sosach.web.frame.clock import now
from sosach.web.frame.days import typed_day
from sosach.web.frame.long_work import Outcome, Work, carried_out, start
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk
from sosach.web.pages.imports.problems import problems
from sosach.web.pages.imports.reading import file, opened, remember_password

_SAMPLES = 5
_SHOWN_ROWS = 8
_GIVES_REGISTER = frozenset({"register_unknown", "register_wrong", "register_two"})
_GIVES_PASSWORD = frozenset({"file_password", "file_password_wrong"})
_GIVES_COLUMNS = frozenset({"column_required", "header_twice", "map_unknown", "map_field_register"})

STEPS = (("import_checked", "Kiểm tra"), ("import_columns", "Ghép cột"), ("import_figures", "Số liệu và xác nhận"))

FIGURE_LABELS = {
    "rows": "Người trong tệp",
    "new": "Mới",
    "changed": "Thay đổi",
    "same": "Giữ nguyên",
    "waiting": "Chờ nhận mặt",
    "rejected": "Không dùng được",
    "duplicate_in_file": "Trùng trong tệp",
    "gone": "Có trong sổ, không có trong tệp",
    "skipped": "Dòng không phải người",
}


@page("nhap", name="imports", right=Right.IMPORT, methods=("GET", "POST"), whole_commune=True)
def imports(request: Desk) -> HttpResponse:
    """The files that were taken in, those on their way, and handing one in."""
    said = None
    if request.method == "POST":
        try:
            return HttpResponseRedirect(reverse("import_checked", args=[_handed_in(request).key]))
        except Refused as refusal:
            said = refusal.notice
    done = list(Import.objects.order_by("-operation")[:50])
    told = {
        "notice": said,
        "drafts": drafts(request.actor),
        "imports": [(one, registers()[one.register].label, json.loads(one.figures)) for one in done],
        "registers": registers().values(),
        "section": "imports",
    }
    return render(request, "imports/imports.html", told, status=422 if said else 200)


def _handed_in(request: Desk) -> Draft:
    given = request.FILES.get("file")
    if given is None:
        raise refused("file_none")
    register = request.POST.get("register", "")
    as_of = typed_day(request.POST.get("as_of", ""))
    name = given.name or "tep"
    content = given.read()
    known = register if register in registers() else ""
    return hand_in(name, content, known, as_of, actor=request.actor, at=now())


@page("nhap/<str:key>/kiem-tra", name="import_checked", right=Right.IMPORT, methods=("GET", "POST"), whole_commune=True)
def import_checked(request: Desk, key: str) -> HttpResponse:
    """What the file is, whether it is safe, which sheets are read; sheets, register and password are chosen here."""
    one = draft(key, actor=request.actor)
    if request.method == "POST":
        if request.POST.get("password"):
            remember_password(one, request.POST["password"])
        register = request.POST.get("register", one.register)
        sheets = tuple(request.POST.getlist("sheet")) if "sheets-shown" in request.POST else one.sheets
        one = altered(one, register=register if register in registers() else "", sheets=sheets)
        return HttpResponseRedirect(reverse("import_checked", args=[key]))
    try:
        told = opened(one)
    except Refused as refusal:
        return _unreadable(request, one, refusal.notice)
    before = Import.objects.filter(sha256=told.sha256, undone_by=None).first()
    by = Event.objects.filter(seq=before.operation).first() if before else None
    context = {
        "opened": told,
        "before": before,
        "before_by": by,
        "grid": _grid(told),
        "skipped": [(sheet.name, row, why) for sheet in told.sheets for row, why in sheet.rows_skipped[:20]],
    }
    return _step(request, one, "import_checked", "imports/checked.html", context)


def _unreadable(request: Desk, one: Draft, said: Notice) -> HttpResponse:
    """The file cannot be used like this: the sentence, and what can be given here to go on."""
    context = {
        "notice": said,
        "asks_register": said.code in _GIVES_REGISTER,
        "asks_password": said.code in _GIVES_PASSWORD,
        "asks_columns": said.code in _GIVES_COLUMNS,
        "sha256": hashlib.sha256(one.path.read_bytes()).hexdigest() if one.path.is_file() else "",
    }
    return _step(request, one, "import_checked", "imports/unreadable.html", context, 422)


@page("nhap/<str:key>/cot", name="import_columns", right=Right.IMPORT, methods=("GET", "POST"), whole_commune=True)
def import_columns(request: Desk, key: str) -> HttpResponse:
    """Which column is which field, with what stands in it."""
    one = draft(key, actor=request.actor)
    said: Notice | None = None
    if request.method == "POST":
        fresh = altered(one, mapping=_mapping(request, one))
        try:
            opened(fresh)
        except Refused as refusal:
            said = refusal.notice
            altered(fresh, mapping=one.mapping)
        else:
            return HttpResponseRedirect(reverse("import_figures", args=[key]))
    try:
        told = opened(one)
    except Refused as refusal:
        return _unreadable(request, one, refusal.notice)
    mapped = {column.field for column in told.columns if column.field}
    lacking = [told.register.by_name[name].label for name in told.register.required if name not in mapped]
    context = {
        "notice": said,
        "columns": [(c, _samples(told, c.sheet, c.letter)) for c in told.columns],
        "fields": told.register.fields,
        "lacking": lacking,
        "mapped": sum(1 for c in told.columns if c.field),
    }
    return _step(request, one, "import_columns", "imports/columns.html", context, 422 if said else 200)


def _mapping(request: Desk, one: Draft) -> tuple[tuple[str, str], ...]:
    """What was chosen otherwise than the program read it."""
    try:
        told = opened(one)
    except Refused:
        return one.mapping
    named = {}
    for number, column in enumerate(told.columns):
        chosen = request.POST.get(f"column-{number}", "")
        if chosen in told.register.by_name and chosen != (column.field or ""):
            named[chosen] = column.heading or f"@{column.letter}"
    kept = tuple((field, heading) for field, heading in one.mapping if field not in named)
    return (*kept, *named.items())


@page("nhap/<str:key>/so-lieu", name="import_figures", right=Right.IMPORT, methods=("GET", "POST"), whole_commune=True)
def import_figures(request: Desk, key: str) -> HttpResponse:
    """What would come of it, figures that add up, problems beside the cells; then it is taken in."""
    one = draft(key, actor=request.actor)
    try:
        if request.method == "POST":
            return _taken(request, one)
        ready = file(one, request.today)
        foreseen = foresee(ready, actor=request.actor, on=request.today)
    except Refused as refusal:
        return _unreadable(request, one, refusal.notice)
    only = request.GET.get("loi", "")
    context = {
        "opened": ready.opened,
        "as_of": ready.as_of,
        "foreseen": foreseen,
        "figures": _figures(foreseen.figures),
        "problems": problems(ready.opened, foreseen.typed, only, request.today),
        "only": only,
        "read": sum(sheet.rows_read for sheet in ready.opened.sheets),
        "last": _last(ready.opened.register, foreseen),
    }
    return _step(request, one, "import_figures", "imports/figures.html", context)


def _taken(request: Desk, one: Draft) -> HttpResponse:
    reason = request.POST.get("accept", "").strip()
    actor, on = request.actor, request.today

    def act(_folder: Path) -> Outcome:
        stage("reading")
        taken = import_register(file(one, on), reason, actor=actor, on=on).taken
        forget(one)
        return Outcome(reverse("import_receipt", args=[taken.operation]))

    back = reverse("import_figures", args=[one.key])
    return carried_out(*start(request, Work(f"Nhập tệp {one.file}", "import", back)), act)


def _last(register: Register, foreseen: Foreseen) -> dict[str, object] | None:
    """How the file compares with the last one."""
    last = Import.objects.filter(register=register.name, undone_by=None).order_by("-operation").first()
    if last is None:
        return None
    before, rows = json.loads(last.figures)["rows"], foreseen.figures["rows"]
    return {"import": last, "rows": before, "more": rows - before}


@page("nhap/<str:key>/bo", name="import_forget", right=Right.IMPORT, methods=("POST",), whole_commune=True)
def import_forget(request: Desk, key: str) -> HttpResponse:
    """Removes a file that is not taken in."""
    forget(draft(key, actor=request.actor))
    return HttpResponseRedirect(reverse("imports"))


@page("nhap/lan/<int:number>", name="import_receipt", right=Right.IMPORT, whole_commune=True)
def import_receipt(request: Desk, number: int) -> HttpResponse:
    """What came of a file."""
    found = Import.objects.filter(operation=number).first()
    head = Event.objects.filter(seq=number).first()
    if found is None or head is None:
        raise refused("operation_none", value=number)
    figures = json.loads(found.figures)
    later = Import.objects.filter(register=found.register, undone_by=None, operation__gt=number).exists()
    context = {
        "import": found,
        "head": head,
        "register": registers()[found.register],
        "figures": _figures(figures),
        "raw": figures,
        "may_undo": Right.UNDO in ROLES[request.actor.role] and found.undone_by is None and not later,
        "may_decide": Right.DECIDE in ROLES[request.actor.role],
        "section": "imports",
    }
    return render(request, "imports/receipt.html", context)


def _figures(told: Mapping[str, int]) -> dict[str, object]:
    """The figures with their words: parts, their sum, and what stands outside."""
    parts = FIGURES[1 : FIGURES.index("duplicate_in_file") + 1]
    return {
        "parts": [(FIGURE_LABELS[name], told[name]) for name in parts],
        "sum": (FIGURE_LABELS["rows"], told["rows"]),
        "outside": [(FIGURE_LABELS[name], told[name]) for name in ("gone", "skipped")],
    }


def _samples(told: Opened, sheet: str, letter: str) -> list[str]:
    for grid in told.grids:
        if grid.name == sheet and letter in grid.text.columns:
            below = grid.text[letter][grid.header_row + grid.header_rows - 1 :].drop_nulls()
            return [str(value) for value in below.unique(maintain_order=True).head(_SAMPLES)]
    return []


def _grid(told: Opened) -> dict[str, object] | None:
    """The first rows of the first sheet, as they came."""
    if not told.grids:
        return None
    grid = told.grids[0]
    top = max(grid.header_row - 1, 0)
    rows = grid.text.slice(top, _SHOWN_ROWS + grid.header_rows).select(grid.text.columns[:12]).fill_null("").rows()
    return {
        "name": grid.name,
        "letters": grid.text.columns[:12],
        "rows": [(top + i + 1, i < grid.header_rows, row) for i, row in enumerate(rows)],
    }


def _step(
    request: Desk, one: Draft, step: str, template: str, context: Mapping[str, object], status: int = 200
) -> HttpResponse:
    names = [name for name, _ in STEPS]
    told = {
        **context,
        "draft": one,
        "registers": registers().values(),
        "section": "imports",
        "steps": [(name, words, names.index(name) < names.index(step), name == step) for name, words in STEPS],
    }
    return render(request, template, told, status=status)
