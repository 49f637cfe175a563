"""What a form of the review says, carried out by the services."""

from dataclasses import dataclass, replace

from sosach.campaign.outcome import Whom
from sosach.findings.notices import refused
from sosach.store.desk.ask import ask
from sosach.store.desk.card import NUMBERS, as_read
from sosach.store.desk.replace_number import NUMBER, Replacing, propose_number, replaces
from sosach.store.desk.settle import Verdict, settle
from sosach.store.findings.models import Finding, State
from sosach.store.findings.selectors import unsettled
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import facts, register_named
from sosach.web.frame.signed_in import Desk

_ACCEPT, _KEEP = "accept", "keep"
_WHOM = {"hamlet": Whom.COLLABORATOR, "civil": Whom.CIVIL_REGISTRATION, "police": Whom.POLICE}
_WHOM_WORDS = {
    "hamlet": "Đã hỏi thôn",
    "civil": "Đã chuyển tư pháp – hộ tịch",
    "police": "Đã đưa vào danh sách Công an",
}
_WHOM_WHY = {"hamlet": "Xác minh tại hộ", "civil": "Đối chiếu sổ hộ tịch", "police": "Xác minh số định danh"}


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, to be told."""

    operation: int
    words: str


def decided(request: Desk, person: Person) -> Done:
    """Carries the form out.

    Raises:
        Refused: see the services.
    """
    act, seen = request.POST.get("act", ""), _seen(request)
    name = person.full_name or person.record_code or "hồ sơ"
    if act in _WHOM:
        why = request.POST.get("question", "").strip() or _WHOM_WHY[act]
        done = ask(person.id, seen, _WHOM[act], why, actor=request.actor, on=request.today)
        return Done(done.operation, f"{_WHOM_WORDS[act]}: {name}.")
    verdict, evidence, reason = _verdict(request, person, act, seen)
    if NUMBER in verdict.values and replaces(person.id, verdict.values[NUMBER], on=request.today):
        return _proposed(request, verdict, evidence, reason)
    settled = settle([verdict], evidence, reason, actor=request.actor, on=request.today)
    words = {"accept": "Đã chấp nhận", "edit": "Đã sửa", "leave": "Đã để lại, ghi lý do"}[act]
    return Done(settled.operation, f"{words}: {name}. {settled.findings.closed} vấn đề được giải quyết.")


def _proposed(request: Desk, verdict: Verdict, evidence: str, reason: str) -> Done:
    """A number that stands is replaced by two people; the rest of the form is settled at once."""
    rest = {name: value for name, value in verdict.values.items() if name != NUMBER}
    wanted = Replacing(
        person=verdict.person,
        seen=verdict.seen,
        value=verdict.values[NUMBER],
        evidence=evidence,
        reason=reason,
    )
    number = propose_number(wanted, actor=request.actor, on=request.today)
    words = f"Đã đề nghị thay số định danh (số {number}); chờ người thứ hai duyệt."
    if not rest and not verdict.stands:
        return Done(0, words)
    others = replace(verdict, values=rest, seen=verdict.seen + 1)
    settled = settle([others], evidence, reason, actor=request.actor, on=request.today)
    return Done(settled.operation, f"{words} Đã ghi các mục còn lại.")


def _verdict(request: Desk, person: Person, act: str, seen: int) -> tuple[Verdict, str, str]:
    told = request.POST
    reason, evidence = _reason(request), told.get("evidence", "").strip()
    findings = list(Finding.objects.filter(unsettled(), person=person.id))
    if act == "leave":
        chosen = tuple(one.id for one in findings if f"leave-{one.id}" in told) or tuple(
            one.id for one in findings if one.state == State.OPEN
        )
        return Verdict(person=person.id, seen=seen, stands=chosen), evidence or "Cán bộ xác minh", reason
    if act == "edit":
        values = {name.removeprefix("value-"): told[name] for name in told if name.startswith("value-")}
        return Verdict(person=person.id, seen=seen, values=_really(values, person)), evidence, reason
    if act != "accept":
        raise refused("ask_nothing")
    taken = [one for one in findings if told.get(f"choice-{one.id}") == _ACCEPT and one.suggestion is not None]
    kept = tuple(one.id for one in findings if told.get(f"choice-{one.id}") == _KEEP)
    if not taken and not kept:
        raise refused("ask_nothing")
    why = reason or "; ".join(dict.fromkeys(one.message for one in taken)) or "Giữ nguyên theo giấy tờ"
    rules = ", ".join(dict.fromkeys(one.rule for one in taken))
    values = {one.field: one.suggestion or "" for one in taken}
    source = evidence or (f"Đề xuất của chương trình ({rules})" if rules else "Cán bộ xác minh")
    return Verdict(person=person.id, seen=seen, values=values, stands=kept), source, why


def _really(values: dict[str, str], person: Person) -> dict[str, str]:
    """What was typed anew: a field that says what it said is no decision."""
    register, known = register_named(person.register), facts({person.id})[person.id]
    named = [name for name in values if name in register.by_name]
    stands = dict(zip(named, as_read([(name, known.get(name)) for name in named], register), strict=True))
    new = {name: values[name].strip() for name in named if values[name].strip() != stands[name]}
    for name in [one for one in new if register.by_name[one].kind in NUMBERS and not new[one]]:
        del new[name]  # a number is not shown in the form: an empty one stays as it is
    if not new:
        raise refused("edit_nothing")
    return new


def _reason(request: Desk) -> str:
    return (request.POST.get("reason", "").strip() or request.POST.get("reason-chosen", "").strip())[:500]


def _seen(request: Desk) -> int:
    told = request.POST.get("seen", "")
    return int(told) if told.isdecimal() else 0


def other_side(request: Desk, person: Person) -> list[dict[str, str]]:
    """Per field of the form: what was there, what is wanted here, what stands now."""
    register, known = register_named(person.register), facts({person.id})[person.id]
    told, rows = request.POST, []
    for name in (one for one in register.by_name if f"saw-{one}" in told):
        suggested = next(
            (one.suggestion or "" for one in Finding.objects.filter(person=person.id, field=name)
             if told.get(f"choice-{one.id}") == _ACCEPT),
            None,
        )  # fmt: skip
        mine = told.get(f"value-{name}") if told.get("act") == "edit" else suggested
        now, wanted = as_read([(name, known.get(name)), (name, mine)], register)
        label = register.by_name[name].label
        rows.append(
            {"label": label, "before": told[f"saw-{name}"], "mine": wanted or "giữ nguyên", "now": now or "trống"}
        )
    return rows
