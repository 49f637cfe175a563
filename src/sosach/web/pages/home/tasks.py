"""The work of the week, role by role: what is late, what is due, what others have to do; each with its list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from sosach.campaign.calendar import calendar
from sosach.campaign.event import Event, EventKind
from sosach.campaign.plan import Plan
from sosach.registers.catalogue import registers
from sosach.registers.register import Register
from sosach.store.accounts.rights import ROLES, Right
from sosach.store.accounts.selectors import extensions, plan
from sosach.store.desk.pairs import merge_proposals
from sosach.store.desk.replace_number import number_proposals
from sosach.store.desk.stages import Stage, stages
from sosach.store.log.act import Actor
from sosach.store.police.models import Batch, Line
from sosach.store.registers.models import Import, WaitingRow
from sosach.web.frame.in_order import in_order
from sosach.web.frame.page import pages

LATE, TODAY, WEEK, OTHERS, DONE = "Quá hạn", "Hôm nay", "Trong tuần", "Bên khác", "Đã xong"
WHENS = (LATE, TODAY, WEEK, OTHERS, DONE)

_PAGE_OF = {
    EventKind.POLICE_SEND: "police",
    EventKind.POLICE_RETURN: "police",
    EventKind.UPDATE_DUE: "upload",
    EventKind.WEEKLY_REPORT: "reports",
    EventKind.MONTHLY_REPORT: "reports",
    EventKind.FINAL_REPORT: "reports",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to do."""

    when: str
    label: str
    note: str = ""
    count: int | None = None
    due: date | None = None
    hour: str = ""
    state: str = "todo"  # todo, due, late, wait, done
    words: str = "Chưa làm"
    link: str = ""  # the list behind the number; empty: its page is not there

    @property
    def picture(self) -> str:
        """The icon of the state."""
        return {"todo": "todo", "due": "clock", "late": "late", "wait": "wait", "done": "check"}[self.state]


def tasks(actor: Actor, on: date) -> list[Task]:
    """The tasks of an actor in the week of a day, the urgent first."""
    known = plan()
    order = in_order(known)
    found = [
        *_approvals(actor),
        *_batches(actor, on),
        *_events(known, actor, on),
        *_lists(order, actor),
        *_imports(order, known, actor),
    ]
    return sorted(found, key=lambda task: (WHENS.index(task.when), task.due or date.max))


def link(name: str, query: str = "", **told: str) -> str:
    """The address of a page, if it exists."""
    if name not in {page.name for page in pages()}:
        return ""
    return reverse(name, kwargs=told) + query


def _time(day: date, on: date) -> tuple[str, str, str]:
    """When, state and words for something due on a day."""
    left = (day - on).days
    if left < 0:
        return LATE, "late", f"Quá hạn {-left} ngày"
    if left == 0:
        return TODAY, "due", "Đến hạn hôm nay"
    return WEEK, "due" if left <= 2 else "todo", f"Còn {left} ngày"


def _approvals(actor: Actor) -> Iterator[Task]:
    """What waits for a second person, one's own proposals left out."""
    if Right.DECIDE not in ROLES[actor.role]:
        return
    waiting = [*number_proposals(), *merge_proposals()]
    others = [one for one in waiting if one.actor != actor.name]
    if others:
        note = "Thay số định danh, gộp hồ sơ: người thứ hai duyệt"
        yield Task(
            when=TODAY, label="Duyệt đề nghị của người khác", note=note, count=len(others), link=link("approvals")
        )


def _batches(actor: Actor, on: date) -> Iterator[Task]:
    """Batches at the police."""
    if not ROLES[actor.role] & {Right.SEND, Right.RECEIVE}:
        return
    for batch in Batch.objects.filter(cancelled_by=None).order_by("due"):
        left = Line.objects.filter(batch=batch, answered_by=None).count()
        if not left:
            continue
        when, state, words = _time(batch.due, on)
        theirs = actor.role == "police"
        label = f"Trả kết quả đợt {batch.code}" if theirs else f"Nhận kết quả đợt {batch.code}"
        note = f"{registers()[batch.register].label}: đã trả {batch.rows - left} trong {batch.rows} hồ sơ"
        yield Task(
            when=when if theirs or state == "late" else OTHERS,
            label=label,
            note=note[0].upper() + note[1:],
            count=left,
            due=batch.due,
            state=state if theirs or state == "late" else "wait",
            words=words if theirs or state == "late" else "Chờ bên khác",
            link=link("police", f"?dot={batch.code}"),
        )


def _events(known: Plan, actor: Actor, on: date) -> Iterator[Task]:
    """What the plan's calendar says of this week."""
    monday, told_already = on - timedelta(days=on.weekday()), set[tuple[EventKind, str | None]]()
    for event in calendar(known, extensions()).events:
        if not monday <= event.day <= monday + timedelta(days=6) or not _concerns(event, known, actor):
            continue
        page = _PAGE_OF.get(event.kind)
        if event.day < on or page is None or (event.kind, event.register) in told_already:
            continue
        if event.kind is EventKind.UPDATE_DUE:  # the strictest of the plan's readings is enough here
            told_already.add((event.kind, event.register))
        when, state, words = _time(event.day, on)
        hour = f"{event.hour:%H:%M}" if event.hour else ""
        yield Task(
            when=when,
            label=_words(event),
            due=event.day,
            hour=hour,
            state=state,
            words=words,
            link=link(page),
        )


def _words(event: Event) -> str:
    if event.kind is not EventKind.UPDATE_DUE or event.register is None:
        return event.title
    return f"Hạn cập nhật lên phần mềm, sổ {registers()[event.register].label}"


def _concerns(event: Event, known: Plan, actor: Actor) -> bool:
    who = known.organisations.get(event.organisation or "")
    if event.kind is EventKind.POLICE_RETURN and actor.role != "police":
        return False
    if actor.role in ("operator", "culture"):
        return who is None or who.role in ("culture", "leader")
    return who is not None and who.role == actor.role


def _lists(order: Sequence[tuple[str, Register]], actor: Actor) -> Iterator[Task]:
    """Persons who wait, and for whom."""
    mine = ROLES[actor.role]
    for name, register in order:
        if Right.COUNT not in mine or not Import.objects.filter(register=name, undone_by=None).exists():
            continue
        counted = stages(name, actor)
        if Right.DECIDE in mine and counted[Stage.OPEN]:
            yield Task(
                when=WEEK,
                label=f"Rà soát sổ {register.label}",
                note="Hồ sơ còn vấn đề chưa có ai xem",
                count=counted[Stage.OPEN],
                link=link("review", register=name),
            )
        waiting = WaitingRow.objects.filter(register=name, answer="").count() if Right.IMPORT in mine else 0
        if waiting and actor.hamlets is None:
            yield Task(
                when=WEEK,
                label=f"Nhận mặt dòng chờ, sổ {register.label}",
                note="Dòng của tệp chưa chắc là của ai",
                count=waiting,
                link=link("waiting", register=name),
            )
        yield from _waiting(name, counted, actor)


def _waiting(name: str, counted: Mapping[Stage, int], actor: Actor) -> Iterator[Task]:
    label, mine = registers()[name].label, ROLES[actor.role]
    for stage, words, right, page in (
        (Stage.HAMLET, "Hỏi thôn", Right.ANSWER, "hamlets"),
        (Stage.CIVIL, "Đối chiếu sổ hộ tịch", Right.COMPARE, "civil"),
    ):
        if right not in mine or not counted[stage]:
            continue
        own = Right.DECIDE not in mine
        yield Task(
            when=WEEK if own else OTHERS,
            label=f"{words}, sổ {label}",
            note="" if own else "Chờ câu trả lời",
            count=counted[stage],
            state="todo" if own else "wait",
            words="Chưa làm" if own else "Chờ bên khác",
            link=link(page) or (link("review", f"?trang-thai={stage.value}", register=name) if not own else ""),
        )


def _imports(order: Sequence[tuple[str, Register]], known: Plan, actor: Actor) -> Iterator[Task]:
    """The files of the last days."""
    if Right.IMPORT not in ROLES[actor.role] or actor.hamlets is not None:
        return
    last = {one.register: one for one in Import.objects.filter(undone_by=None).order_by("operation")}
    for name, register in order:
        if name not in last and name in known.registers:
            yield Task(
                when=TODAY if name == "children" else WEEK,
                label=f"Nhập tệp kết xuất sổ {register.label}",
                note="Chưa có lần nhập nào",
                link=link("imports"),
            )
        elif name in last:
            yield Task(
                when=DONE,
                label=f"Nhập tệp kết xuất sổ {register.label}",
                note=f"Lần nhập {last[name].operation}, số liệu ngày {last[name].as_of:%d/%m/%Y}",
                due=last[name].as_of,
                state="done",
                words="Xong",
                link=link("import_receipt", number=str(last[name].operation)),
            )
