"""The typing list comes back with ticks."""

import json

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from sosach.findings.notices import Refused
from sosach.store.desk.undo import undo
from sosach.store.log.models import Event
from sosach.store.upload import ready
from sosach.store.upload.models import Fact
from tests.store.invariants import check_invariants
from tests.store.people import OPERATOR
from tests.store.upload import exports


@pytest.fixture
def listed(campaign, tmp_path):
    exports.prepared(exports.register(tmp_path), tmp_path / "o.xlsx")
    return tmp_path / "o-list.xlsx"


def test_ticks_are_events(listed):
    received = exports.ticked(exports.tick(listed, {1: "x", 2: "không nhập được"}))
    assert received.figures == {
        "typed": 1,
        "failed": 1,
        "repeated": 0,
        "unticked": 0,
        "altered_rows": 0,
        "unknown_rows": 0,
    }
    event = Event.objects.get(kind="typed")
    assert (event.person, event.field, event.source) == (1, "sex", "upload")
    assert "dòng 1" in event.evidence
    assert json.loads(event.details)["upload"] == "CN-01"
    assert Event.objects.filter(kind="not_typed").count() == 1
    check_invariants()


def test_what_was_typed_is_not_listed_again_but_stays_in_the_workbook(listed, tmp_path):
    exports.ticked(exports.tick(listed, {1: "x"}))
    again = exports.prepared(tmp_path / "a.xlsx", tmp_path / "p.xlsx").done.upload
    assert (again.cells, again.lines) == (2, 1)


def test_everything_typed_leaves_nothing_to_prepare(listed, tmp_path):
    exports.ticked(exports.tick(listed, {1: "x", 2: "x"}))
    assert ready.figures("children").typed == 2
    with pytest.raises(Refused, match="2 mục đã nhập tay"):
        exports.prepared(tmp_path / "a.xlsx", tmp_path / "p.xlsx")


def test_the_same_list_twice_changes_nothing(listed):
    exports.ticked(exports.tick(listed, {1: "x"}))
    events = Event.objects.count()
    again = exports.ticked(listed)
    assert again.operation is None
    assert again.figures["repeated"] == 1
    assert Event.objects.count() == events


def test_a_list_worked_on_further_brings_only_its_news(listed, tmp_path):
    exports.ticked(exports.tick(listed, {1: "x"}))
    further = exports.ticked(exports.tick(listed, {1: "x", 2: "x"}, tmp_path / "later.xlsx"))
    assert (further.figures["typed"], further.figures["repeated"]) == (1, 1)


def test_a_list_without_ticks_is_told(listed):
    with pytest.raises(Refused, match="chưa đánh dấu"):
        exports.ticked(listed)


def test_an_altered_row_is_not_believed(listed):
    exports.tick(listed, {1: "x", 2: "x"})
    book = openpyxl.load_workbook(listed)
    book.worksheets[0]["I2"] = "Nam"
    book.save(listed)
    received = exports.ticked(listed)
    assert (received.figures["typed"], received.figures["altered_rows"]) == (1, 1)
    assert Fact.objects.get(number=1).typed == ""


def test_colours_are_no_ticks(listed):
    exports.tick(listed, {1: "x"})
    book = openpyxl.load_workbook(listed)
    book.worksheets[0].cell(3, 10).fill = PatternFill("solid", fgColor="00FF00")
    book.save(listed)
    received = exports.ticked(listed)
    assert "tô màu hoặc ghi chú kèm ô ở 1 dòng" in str(received.notices)
    assert received.figures["unticked"] == 1


def test_a_code_of_somebody_elses_is_refused(listed):
    exports.tick(listed, {1: "x"})
    book = openpyxl.load_workbook(listed)
    for row in (2, 3):
        book.worksheets[0].cell(row, 1, f"XX01-000{row}-ABCDEFGH")
    book.save(listed)
    with pytest.raises(Refused, match="Không mã dòng nào"):
        exports.ticked(listed)


def test_a_list_of_a_cancelled_upload_is_kept_aside(listed):
    exports.tick(listed, {1: "x"})
    upload = Event.objects.get(kind="upload").seq
    undo(upload, actor=OPERATOR, on=exports.LATER)
    with pytest.raises(Refused, match="đã hủy"):
        exports.ticked(listed)


def test_ticks_can_be_undone(listed, tmp_path):
    first = exports.ticked(exports.tick(listed, {1: "không nhập được"}))
    second = exports.ticked(exports.tick(listed, {1: "x"}, tmp_path / "later.xlsx"))
    with pytest.raises(Refused, match="đã được nhận"):
        undo(first.operation, actor=OPERATOR, on=exports.LATER)
    undo(second.operation, actor=OPERATOR, on=exports.LATER)
    assert Fact.objects.get(number=1).typed == "failed"
    undo(first.operation, actor=OPERATOR, on=exports.LATER)
    assert Fact.objects.get(number=1).typed == ""
