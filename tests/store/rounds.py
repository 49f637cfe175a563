"""The rounds to households and to the software, as cases for stopped services and as rules for any sequence."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from sosach.intake.options import ReadingOptions
from sosach.intake.typing_ticks import read_ticks
from sosach.intake.visit_answer import read_visit_answer
from sosach.store.desk.answer_met import answer_met
from sosach.store.desk.confirm_upload import confirm_upload
from sosach.store.desk.prepare_upload import prepare_upload
from sosach.store.desk.receive_ticks import receive_ticks
from sosach.store.desk.receive_visits import receive_visits
from sosach.store.desk.send_visits import ToSend, send_visits
from sosach.store.desk.undo import undo
from sosach.store.registers.models import Import
from sosach.store.registers.services.waiting import Answer
from sosach.store.upload.models import Upload
from sosach.store.visits.models import Visit
from sosach.store.visits.selectors import waiting_met
from tests.store.people import ON, OPERATOR, child, opened, taken_in
from tests.store.upload import exports
from tests.store.visits import lists

BABY = {
    "Họ và tên trẻ": "Nguyễn Thị Mới",
    "Ngày sinh": "02/05/2026",
    "Giới tính": "Nữ",
    "Họ tên mẹ": "Trần Thị Sen",
    "Đã khai sinh": "Chưa",
    "Chủ hộ": "Nguyễn Văn Ba",
}
DOUBTFUL = {
    "Họ và tên trẻ": "Lê Thị Khác",
    "Ngày sinh": "05/05/2014",
    "Số định danh": child(11)["personal_id"],
    "Họ tên mẹ": "Trần Thị Lành",
}


def _asked(folder: Path) -> Path:
    lists.register(folder, {"sex": ""}, {"mother_name": "", "father_name": ""}, {"personal_id": ""})
    lists.sent(folder)
    answers = {1: "Nữ", 2: "Lê Thị Tư", 3: "Chưa"}
    return lists.filled(lists.workbook(folder), answers, [BABY, DOUBTFUL])


def _send(folder: Path) -> Callable[[], object]:
    lists.register(folder, {"sex": ""}, {"personal_id": ""})
    return lambda: lists.sent(folder)


def _undo_send(folder: Path) -> Callable[[], object]:
    _send(folder)()
    number = Visit.objects.get().operation
    return lambda: undo(number, actor=OPERATOR, on=ON)


def _receive(folder: Path) -> Callable[[], object]:
    path = _asked(folder)
    read, content = read_visit_answer(path, ReadingOptions()), path.read_bytes()
    return lambda: receive_visits(read, content, actor=OPERATOR, on=lists.BACK)


def _undo_receive(folder: Path) -> Callable[[], object]:
    number = lists.received(_asked(folder)).operation or 0
    return lambda: undo(number, actor=OPERATOR, on=lists.BACK)


def _met(folder: Path) -> Callable[[], object]:
    lists.received(_asked(folder))
    (doubtful,) = waiting_met()
    return lambda: answer_met(doubtful.id, Answer.NEW, actor=OPERATOR, on=lists.BACK)


def _prepare(folder: Path) -> Callable[[], object]:
    asked = exports.wanted(exports.register(folder), folder / "o.xlsx")
    return lambda: prepare_upload("children", asked, actor=OPERATOR, on=ON)


def _prepared(folder: Path) -> Path:
    exports.prepared(exports.register(folder), folder / "o.xlsx")
    return folder / "o-list.xlsx"


def _undo_prepare(folder: Path) -> Callable[[], object]:
    _prepared(folder)
    number = Upload.objects.get().operation
    return lambda: undo(number, actor=OPERATOR, on=ON)


def _ticks(folder: Path) -> Callable[[], object]:
    path = exports.tick(_prepared(folder), {1: "x", 2: "không nhập được"})
    ticks, content = read_ticks(path, ReadingOptions()), path.read_bytes()
    return lambda: receive_ticks(ticks, content, actor=OPERATOR, on=exports.LATER)


def _confirm(folder: Path) -> Callable[[], object]:
    _prepared(folder)
    file = opened(exports.later(folder, {1: {"sex": "Nữ"}}), exports.LATER)
    return lambda: confirm_upload("children", file, actor=OPERATOR, on=exports.LATER)


def _undo_confirm(folder: Path) -> Callable[[], object]:
    _prepared(folder)
    number = exports.confirmed(exports.later(folder, {1: {"sex": "Nữ"}})).confirmed.operation
    return lambda: undo(number, actor=OPERATOR, on=exports.LATER)


# What a service on its way is prepared by, and the steps that it has at least.
CASES: dict[str, tuple[Callable[[Path], Callable[[], object]], int]] = {
    "visits_send": (_send, 15),
    "undo_visits_send": (_undo_send, 6),
    "visits_answer": (_receive, 40),
    "undo_visits_answer": (_undo_receive, 30),
    "met_answer": (_met, 20),
    "upload": (_prepare, 20),
    "undo_upload": (_undo_prepare, 6),
    "upload_typed": (_ticks, 10),
    "upload_confirm": (_confirm, 35),
    "undo_upload_confirm": (_undo_confirm, 8),
}

SAID = st.sampled_from(
    ["Nam", "Nữ", "Có", "Chưa", "Đúng", "Lê Thị Tư", "02/01/2013", "027313600007", "đã chuyển đi", "đã chết", "?"]
)
MET = st.lists(st.sampled_from([BABY, DOUBTFUL]), max_size=2)


class Rounds:
    """Rules of a campaign: its household review and its uploads."""

    @initialize()
    def begin(self):
        """A register with something to ask about everybody, so that the rules find something to do."""
        faults = (
            {"sex": ""},
            {"father_name": "", "mother_name": ""},
            {"personal_id": ""},
            {"sex": "?"},
            {"ethnicity": ""},
        )
        rows = [child(number, **facts) for number, facts in enumerate(faults, 1)]
        taken_in(self.folder / "0.xlsx", [*rows, child(6)], self.day)

    @rule()
    def ask_households(self):
        wanted = ToSend(hamlets=(), out=self.folder / "phieu")
        self._or_refused(lambda: send_visits(wanted, actor=OPERATOR, on=self.day))

    @rule(which=st.integers(0, 3), said=st.lists(SAID, min_size=1, max_size=6), met=MET)
    def hear_households(self, which, said, met):
        visits = list(Visit.objects.exclude(file_name="").order_by("-operation"))
        if not visits:
            return
        visit = visits[which % len(visits)]
        answers = dict(zip(range(1, visit.questions + 1), said, strict=False))
        self.files += 1
        out = self.folder / f"{self.files}.xlsx"
        path = lists.filled(self.folder / "phieu" / visit.file_name, answers, met, out)
        self._or_refused(lambda: lists.received(path, on=self.day))

    @rule(said=st.sampled_from(list(Answer)))
    def say_who_was_met(self, said):
        waiting = waiting_met()
        if waiting:
            self._or_refused(lambda: answer_met(waiting[0].id, said, actor=OPERATOR, on=self.day))

    @rule()
    def bring_up(self):
        last = Import.objects.filter(register="children", undone_by=None).order_by("-operation").first()
        if last is not None:
            self.files += 1
            asked = exports.wanted(self.folder / last.file_name, self.folder / f"{self.files}.xlsx")
            self._or_refused(lambda: prepare_upload("children", asked, actor=OPERATOR, on=self.day))

    @rule(which=st.integers(0, 3), mark=st.sampled_from(["x", "không nhập được"]))
    def tick(self, which, mark):
        uploads = list(Upload.objects.order_by("-operation"))
        found = sorted(self.folder.glob("*-list.xlsx"))
        if uploads and found:
            path = found[which % len(found)]
            lines = openpyxl.load_workbook(path).worksheets[0].max_row
            exports.tick(path, {which % (lines - 1) + 1: mark})
            self._or_refused(lambda: exports.ticked(path, on=self.day))

    @rule()
    def see_what_was_taken(self):
        last = Import.objects.filter(register="children", undone_by=None).order_by("-operation").first()
        if last is not None:
            file = opened(self.folder / last.file_name, last.as_of)
            self._or_refused(lambda: confirm_upload("children", file, "Thử", actor=OPERATOR, on=self.day))
