"""The births book beside the register: differences with book and number, children it alone has, children it lacks."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.findings.notices import Notice, Refused, refused
from sosach.intake.options import ReadingOptions
from sosach.intake.read import read
from sosach.registers.catalogue import registers
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.civil.beside import BIRTHS, CHILDREN
from sosach.store.civil.selectors import (
    Difference,
    all_differences,
    corrections,
    doubtful_pairs,
    evidence_of_all,
    figures,
    new_children,
    overdue_children,
)
from sosach.store.desk.card import NUMBERS, as_read
from sosach.store.desk.compare_births import compare_births
from sosach.store.desk.set_aside import set_findings_aside
from sosach.store.desk.settle_difference import ask_for_correction, fill_from_book, rule_pair, take_over_entry
from sosach.store.findings.models import Finding, State
from sosach.store.progress import stage
from sosach.store.registers.as_of import day_told
from sosach.store.registers.models import Person
from sosach.store.registers.services.importing import File
from sosach.store.start import current
from sosach.web.frame.long_work import GIVEN, Outcome, Work, with_file
from sosach.web.frame.opaque import shown
from sosach.web.frame.page import page
from sosach.web.frame.signed_in import Desk

_SAID = "civil_said"
_SHOWN = 50  # persons on a page
_SIXTY = 60  # days within which a birth is to be registered (Law on Civil Status 60/2014, Art. 15(1))
_DIFFERENCE = "civil_difference"  # the rule
_CODED = frozenset({"ethnicity", "nationality"})

PARTS = {
    "khac": "Khác sổ hộ tịch",
    "chua-co": "Chưa có trong sổ trẻ em",
    "cap": "Cần nhận mặt",
    "qua-han": "Quá 60 ngày chưa khai sinh",
    "cai-chinh": "Đề nghị cải chính",
}


@page("ho-tich", name="civil", right=Right.COMPARE)
def civil(request: Desk) -> HttpResponse:
    """The comparison, one part of it at a time."""
    return _shown(request)


@page("ho-tich/tep", name="civil_compare", right=Right.COMPARE, methods=("POST",))
def civil_compare(request: Desk) -> HttpResponse:
    """An extract of the births book is laid beside the register."""
    actor, on, password = request.actor, request.today, request.POST.get("password") or None

    def act(folder: Path) -> Outcome:
        stage("reading")
        path = next(iter((folder / GIVEN).iterdir()))
        profile = current().folder / "drafts" / "sosach-columns.toml"
        opened = read(path, ReadingOptions(register=BIRTHS, password=password, profile=profile))
        day = day_told((sheet.title for sheet in opened.sheets), on) or on
        told = compare_births(File(opened, path.read_bytes(), day), actor=actor, on=on).figures
        words = (
            f"Đã đối chiếu {told.entries} bản ghi khai sinh: {told.same} khớp người, {told.review} cần nhận mặt, "
            f"{told.only_in_births} chỉ có trong sổ hộ tịch."
        )
        return Outcome(reverse("civil"), {_SAID: words})

    try:
        return with_file(request, Work("Đối chiếu sổ hộ tịch", "import", reverse("civil")), act)
    except Refused as refusal:
        return _shown(request, refusal.notice)


@page("ho-tich/quyet-dinh", name="civil_settle", right=Right.COMPARE, methods=("POST",))
def civil_settle(request: Desk) -> HttpResponse:
    """The book's values are taken, ours are kept, or the book is to be corrected."""
    told, reason = request.POST, request.POST.get("reason", "")
    try:
        code = _child(told.get("child", "")).id
        if told.get("act") == "correct":
            ask_for_correction(code, told.get("field", ""), reason, actor=request.actor, on=request.today)
            words = "Đã chuyển cải chính hộ tịch."
        elif told.get("act") == "keep":
            set_findings_aside(CHILDREN, code, _DIFFERENCE, reason, actor=request.actor, on=request.today)
            words = "Đã giữ giá trị trong sổ trẻ em."
        else:
            done = take_over_entry(code, (), reason, actor=request.actor, on=request.today)
            words = f"Đã nhận {len(done.fields)} giá trị theo {done.evidence}."
    except Refused as refusal:
        return _shown(request, refusal.notice)
    return _back(request, words, "khac")


@page("ho-tich/nhan-mat", name="civil_pair", right=Right.COMPARE, methods=("POST",))
def civil_pair(request: Desk) -> HttpResponse:
    """Whether a child and an entry are one person."""
    same = request.POST.get("same") == "yes"
    try:
        code = _child(request.POST.get("child", "")).id
        entry = shown(request.POST.get("entry", "")) or 0
        rule_pair(code, entry, request.POST.get("reason", ""), same=same, actor=request.actor, on=request.today)
    except Refused as refusal:
        return _shown(request, refusal.notice)
    return _back(request, "Đã ghi: cùng một trẻ." if same else "Đã ghi: hai trẻ khác nhau.", "cap")


@page("ho-tich/dien", name="civil_fill", right=Right.DECIDE, methods=("POST",))
def civil_fill(request: Desk) -> HttpResponse:
    """What the register leaves empty and the book has, of all children at once."""
    done = fill_from_book(request.POST.get("reason", ""), actor=request.actor, on=request.today)
    left = f" {done.left_out} số định danh cần xem từng trẻ." if done.left_out else ""
    return _back(request, f"Đã điền {done.values} giá trị còn trống của {done.children} trẻ.{left}", "khac")


def _back(request: Desk, words: str, part: str) -> HttpResponse:
    request.session[_SAID] = words
    return HttpResponseRedirect(f"{reverse('civil')}?muc={part}")


def _child(word: str) -> Person:
    number = shown(word)
    found = Person.objects.filter(id=number, register=CHILDREN, left="").first() if number is not None else None
    if found is None:
        raise refused("person_none", value="")
    return found


def _shown(request: Desk, said: Notice | None = None) -> HttpResponse:
    told = figures()
    part = request.GET.get("muc", "khac")
    chosen = part if part in PARTS else "khac"
    lists: dict[str, Callable[[], list[dict[str, Any]]]] = {
        "khac": _differences,
        "chua-co": _new,
        "cap": _pairs,
        "qua-han": lambda: _overdue(request.today),
        "cai-chinh": _corrections,
    }
    rows = lists[chosen]()
    counts = {
        "khac": told.persons_different,
        "chua-co": told.not_in_register,
        "cap": told.review,
        "qua-han": told.overdue,
        "cai-chinh": told.corrections,
    }
    context = {
        "section": "civil",
        "notice": said,
        "said": request.session.pop(_SAID, ""),
        "figures": told,
        "parts": [(key, label, counts[key]) for key, label in PARTS.items()],
        "part": chosen,
        "count": len(rows),
        "rows": rows[:_SHOWN],
        "may_decide": Right.DECIDE in ROLES[request.actor.role],
    }
    return render(request, "civil/civil.html", context, status=422 if said else 200)


def _differences() -> list[dict[str, Any]]:
    """The children with a difference that nobody has settled, each with its fields."""
    undecided = Finding.objects.filter(
        register=CHILDREN, rule=_DIFFERENCE, state__in=(State.OPEN, State.WAITING)
    ).values_list("person", "field", "state")
    states = {(person, field): state for person, field, state in undecided}
    by_child: dict[int, list[Difference]] = {}
    for one in all_differences():
        if (one.child.id, one.field) in states:
            by_child.setdefault(one.child.id, []).append(one)
    evidence = evidence_of_all({found[0].birth.id for found in by_child.values()})
    return [
        {
            "child": found[0].child,
            "evidence": evidence[found[0].birth.id],
            "fields": [_field(one, states[child, one.field] == State.WAITING) for one in found],
        }
        for child, found in by_child.items()
    ]


def _field(one: Difference, waits: bool) -> dict[str, Any]:
    field = registers()[CHILDREN].by_name[one.field]
    return {
        "name": one.field,
        "label": field.label,
        "ours": _value(one.ours, one.field),
        "theirs": _value(one.theirs, one.field),
        "number": field.kind in NUMBERS,
        "prevails": one.prevails,
        "waits": waits,
    }


def _value(value: str | None, field: str) -> str:
    if value and field == "birth_date":
        return "/".join(reversed(value.split("-")))
    if value and field in _CODED:
        return _decoded(value, field)
    return {"male": "Nam", "female": "Nữ"}.get(value or "", value or "")


@cache
def _decoded(value: str, field: str) -> str:
    """What a code means."""
    return as_read([(field, value)], registers()[CHILDREN])[0]


def _new() -> list[dict[str, Any]]:
    found = new_children()
    evidence = evidence_of_all({one.birth.id for one in found[:_SHOWN]})
    return [{"birth": one.birth, "values": one.values, "evidence": evidence.get(one.birth.id, "")} for one in found]


def _pairs() -> list[dict[str, Any]]:
    found = doubtful_pairs()
    evidence = evidence_of_all({one.birth_id for one in found[:_SHOWN]})
    return [
        {
            "child": one.child,
            "birth": one.birth,
            "evidence": evidence.get(one.birth_id, ""),
            "reasons": [words for words in one.reasons.split("\n") if words],
        }
        for one in found
    ]


def _overdue(on: date) -> list[dict[str, Any]]:
    return [{"child": one, "days": _days(one.birth_date, on)} for one in _by_age(overdue_children())]


def _by_age(found: Iterable[Person]) -> list[Person]:
    return sorted(found, key=lambda one: (one.birth_date or "", one.id))


def _days(born: str | None, on: date) -> int | None:
    """Days since the last day on which the birth could be registered in time."""
    if born is None or len(born) != len("2026-06-16"):
        return None
    return (on - date.fromisoformat(born)).days - _SIXTY


def _corrections() -> list[dict[str, Any]]:
    found = corrections()
    evidence = evidence_of_all({one.birth_id for one in found[:_SHOWN]})
    return [
        {
            "child": one.child,
            "label": registers()[CHILDREN].by_name[one.field].label,
            "ours": _value(one.ours, one.field),
            "theirs": _value(one.theirs, one.field),
            "number": registers()[CHILDREN].by_name[one.field].kind in NUMBERS,
            "evidence": evidence.get(one.birth_id, ""),
        }
        for one in found
    ]
