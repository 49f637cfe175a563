"""The review: one person at a time, decided by keys or mouse; filters live in the address, and back works."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from sosach.findings.finding import GROUP_LABELS, Group
from sosach.findings.notices import Notice, Refused
from sosach.registers.catalogue import registers
from sosach.registers.register import Register
from sosach.store.accounts.rights import Right
from sosach.store.accounts.selectors import plan
from sosach.store.desk.history import history
from sosach.store.desk.queue import NOTHING, SET_ASIDE, Filters, Queue, read_filters
from sosach.store.desk.stages import STAGE_LABELS, Stage
from sosach.store.desk.undo import undo
from sosach.store.desk.visible import person_seen
from sosach.store.registers.models import Import, Person
from sosach.store.registers.selectors import register_named
from sosach.web.frame.clock import now
from sosach.web.frame.in_order import taken_in
from sosach.web.frame.opaque import hidden, shown
from sosach.web.frame.page import is_htmx, page
from sosach.web.frame.problem_words import problem_words
from sosach.web.frame.signed_in import Desk
from sosach.web.pages.review import pace
from sosach.web.pages.review.case import Case, case
from sosach.web.pages.review.decision import Done, decided, other_side

# How the filters are called in addresses.
NAMES = {"state": "trang-thai", "rule": "loi", "group": "nhom", "hamlet": "thon", "certainty": "de-xuat"}
_LIKE, _PERSON = "giong", "ho-so"
_SAID = "review_said"
_CERTAINTIES = {"proven": "Chắc chắn", "likely": "Có thể", NOTHING: "Không có"}
_REASONS = (
    "Đã đối chiếu giấy tờ, thông tin đúng",
    "Đặc thù của gia đình, đã xác minh",
    "Không xác minh được, để theo sổ",
    "Sẽ giải quyết ở sổ khác",
)


@page("ra-soat", name="review_all", right=Right.DECIDE)
def review_all(request: Desk) -> HttpResponse:
    """The first register that was taken in."""
    name = next((one for one in ("children", *registers()) if Import.objects.filter(register=one).exists()), "children")
    return HttpResponseRedirect(reverse("review", args=[name]))


@page("ra-soat/<str:register>", name="review", right=Right.DECIDE)
def review(request: Desk, register: str) -> HttpResponse:
    """The queue, and the person whose turn it is."""
    queue = _queue(request, register_named(register).name, request.GET.dict())
    person = _chosen(request, queue)
    response = render(request, "review/review.html", _told(request, queue, person))
    if is_htmx(request):
        response["HX-Push-Url"] = request.get_full_path()
    return response


@page("ra-soat/<str:register>/<str:word>/quyet-dinh", name="review_decide", right=Right.DECIDE, methods=("POST",))
def review_decide(request: Desk, register: str, word: str) -> HttpResponse:
    """Carries out what was decided, then the next person's turn comes."""
    told = dict(parse_qsl(request.POST.get("query", "")))
    queue = _queue(request, register_named(register).name, told)
    person = person_seen(_number(word), request.actor)
    try:
        done = decided(request, person)
    except Refused as refusal:
        if refusal.notice.code == "person_changed":
            return _conflict(request, queue, person, refusal.notice)
        return render(request, "review/review.html", _told(request, queue, person, refusal.notice), status=422)
    pace.note(request.session, now().timestamp())
    request.session[_SAID] = _said(done, person)
    return HttpResponseRedirect(_address(queue, told, queue.after(person.id)))


@page("hoan-tac/<int:number>", name="undo", right=Right.UNDO, methods=("POST",))
def undo_operation(request: Desk, number: int) -> HttpResponse:
    """Undoes an operation, and goes back to where the person is."""
    register, told = request.POST.get("register", ""), dict(parse_qsl(request.POST.get("query", "")))
    done = undo(number, request.POST.get("reason", ""), actor=request.actor, on=request.today)
    request.session[_SAID] = {"words": f"Đã hoàn tác việc số {number}.", "operation": 0}
    if request.POST.get("pairs") in registers():
        return HttpResponseRedirect(reverse("duplicate_pairs", args=[request.POST["pairs"]]))
    if register not in registers():
        return HttpResponseRedirect(
            reverse("import_receipt", args=[number]) if done.kind == "import" else reverse("log")
        )
    queue = _queue(request, register, told)
    return HttpResponseRedirect(_address(queue, told, shown(request.POST.get("person", ""))))


def _queue(request: Desk, register: str, told: Mapping[str, str]) -> Queue:
    filters = read_filters(told, NAMES)
    like = shown(told.get(_LIKE, ""))
    if like is not None:
        filters = replace(filters, like=str(like))
    return Queue(register, filters, request.actor)


def _chosen(request: Desk, queue: Queue) -> Person | None:
    """The person of the address, or the first of the queue."""
    word = request.GET.get(_PERSON)
    number = _number(word) if word else queue.after(0)
    return person_seen(number, request.actor) if number is not None else None


def _number(word: str) -> int:
    number = shown(word)
    if number is None:
        raise Http404
    return number


def _address(queue: Queue, told: Mapping[str, str], person: int | None) -> str:
    known = {name: value for name, value in told.items() if name in (*NAMES.values(), _LIKE)}
    query = urlencode(known | ({_PERSON: hidden(person)} if person is not None else {}))
    return reverse("review", args=[queue.register]) + (f"?{query}" if query else "")


def _told(request: Desk, queue: Queue, person: Person | None, said: Notice | None = None) -> dict[str, object]:
    register = registers()[queue.register]
    states, speed = queue.states(), pace.per_minute(request.session)
    count = states[queue.filters.state]
    told: dict[str, object] = {
        "section": "review_all",
        "register": register,
        "registers": taken_in(plan()),
        "notice": said,
        "said": request.session.pop(_SAID, None),
        "count": count,
        "speed": round(speed, 1) if speed else None,
        "minutes": max(1, round(count / speed)) if speed else None,
        "facets": _facets(queue, register, states),
        "filtered": queue.filters != Filters(),
        "reasons": _REASONS,
        "query_string": request.GET.urlencode() or request.POST.get("query", ""),
    }
    if person is not None:
        told |= _about(request, queue, person, register)
    return told


def _about(request: Desk, queue: Queue, person: Person, register: Register) -> dict[str, object]:
    found: Case = case(person, request.actor)
    words = problem_words(register)
    before, after = queue.before(person.id), queue.after(person.id)
    address = request.GET.dict() or dict(parse_qsl(request.POST.get("query", "")))
    return {
        "case": found,
        "card": found.card,
        "word": hidden(person.id),
        "history": history(person, words)[:12],
        "previous": _address(queue, address, before) if before not in (None, person.id) else "",
        "next": _address(queue, address, after) if after not in (None, person.id) else "",
    }


def _facets(queue: Queue, register: Register, counted: Mapping[str, int]) -> list[dict[str, object]]:
    rules = problem_words(register)
    states = {**{stage.value: words for stage, words in STAGE_LABELS.items()}, SET_ASIDE: "Bỏ qua, có lý do"}
    groups = {group.value: GROUP_LABELS[group] for group in Group}
    chosen = queue.filters
    return [
        _facet("Trạng thái", "state", list(counted.items()), states, chosen.state),
        _facet("Nhóm của kế hoạch", "group", queue.facet("group"), groups, chosen.group),
        _facet("Vấn đề", "rule", queue.facet("rule"), rules, chosen.rule),
        _facet("Thôn", "hamlet", queue.facet("hamlet"), {"": "Chưa rõ thôn"}, chosen.hamlet),
        _facet("Đề xuất", "certainty", queue.facet("certainty"), _CERTAINTIES, chosen.certainty),
    ]


def _facet(
    title: str, name: str, counted: list[tuple[str, int]], words: Mapping[str, str], chosen: str
) -> dict[str, object]:
    default = Stage.OPEN.value if name == "state" else ""
    items = [
        {
            "value": "" if value in (chosen, default) else value,
            "label": words.get(value, value),
            "count": count,
            "chosen": value == chosen and value != "",
        }
        for value, count in counted
    ]
    return {"title": title, "name": NAMES[name], "items": items[:12], "more": items[12:]}


def _said(done: Done, person: Person) -> dict[str, object]:
    return {"words": done.words, "operation": done.operation, "person": hidden(person.id)}


def _conflict(request: Desk, queue: Queue, person: Person, said: Notice) -> HttpResponse:
    """Somebody else was quicker: what was there, what each of both wants."""
    told = {
        "notice": said,
        "rows": other_side(request, person),
        "register": registers()[queue.register],
        "word": hidden(person.id),
        "query_string": request.POST.get("query", ""),
        "again": [(name, value) for name, value in request.POST.items() if name not in ("csrfmiddlewaretoken", "seen")],
        "version": person.version,
        "section": "review_all",
    }
    return render(request, "review/conflict.html", told, status=409)
