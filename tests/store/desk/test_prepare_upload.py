"""The export goes back with the settled cells changed, and nothing else."""

import json
from datetime import date

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.findings.notices import Refused
from sosach.store.desk.prepare_upload import prepare_upload
from sosach.store.desk.undo import undo
from sosach.store.log.models import Event
from sosach.store.upload.models import Fact, Upload
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, ON, OPERATOR, POLICE, child, children, taken_in
from tests.store.upload import exports


def test_only_what_was_decided_is_changed_and_each_cell_names_its_event(campaign, tmp_path):
    base, out = exports.register(tmp_path), tmp_path / "tai-len.xlsx"
    done = exports.prepared(base, out).done
    proof = json.loads((tmp_path / "tai-len.xlsx.proof.json").read_text(encoding="utf-8"))
    events = {f"Q-{e.seq:06}": (e.field, e.new) for e in Event.objects.filter(kind="changed", source="decision")}
    assert {events[cell["change"]][0] for cell in proof["cells_changed"]} == {"sex", "father_name"}
    assert [(cell["old"], cell["new"]) for cell in proof["cells_changed"]] == [("", "Nữ"), ("", "Nguyễn Văn Tám")]
    assert (proof["rows"], proof["other_cells_changed"]) == (6, 0)
    assert (done.upload.code, done.upload.cells, done.upload.lines) == ("CN-01", 2, 2)
    facts = {(f.person_id, f.field): (f.event, f.cell, f.number) for f in Fact.objects.all()}
    assert facts[1, "sex"][1:] == ("D2", 1)
    assert facts[2, "father_name"][1] == "I3"
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert sheet["D2"].value == "Nữ"
    check_invariants()


def test_a_value_that_a_rule_calls_impossible_stays_here(campaign, tmp_path):
    base = exports.register(tmp_path)
    exports.decided(3, "birth_date", "2031-05-05")
    prepared = exports.prepared(base, tmp_path / "o.xlsx")
    assert {fact.field for fact in Fact.objects.all()} == {"sex", "father_name"}
    assert "quy tắc còn báo lỗi" in str(prepared.notices[0])


def test_nothing_ready_says_why(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    with pytest.raises(Refused, match="chưa có thông tin nào sẵn sàng"):
        exports.prepared(tmp_path / "a.xlsx", tmp_path / "o.xlsx")
    assert Upload.objects.count() == 0
    assert not (tmp_path / "o-list.xlsx").exists()


def test_an_older_export_is_not_changed_again(campaign, tmp_path):
    base = exports.register(tmp_path)
    taken_in(tmp_path / "b.xlsx", [*exports.ROWS, child(7)], exports.LATER)
    with pytest.raises(Refused, match="tệp kết xuất cũ"):
        exports.prepared(base, tmp_path / "o.xlsx")


def test_a_file_that_was_never_taken_in_is_refused(campaign, tmp_path):
    base = exports.register(tmp_path)
    book = openpyxl.load_workbook(base)
    book.save(tmp_path / "khac.xlsx")
    with pytest.raises(Refused, match="chưa được nhập"):
        exports.prepared(tmp_path / "khac.xlsx", tmp_path / "o.xlsx")


def test_somebody_without_the_right_is_refused(campaign, tmp_path):
    base = exports.register(tmp_path)
    with pytest.raises(Refused):
        prepare_upload("children", exports.wanted(base, tmp_path / "o.xlsx"), actor=POLICE, on=ON)


def test_a_collaborator_of_one_hamlet_does_not_take_everybody_out(campaign, tmp_path):
    base = exports.register(tmp_path)
    with pytest.raises(Refused):
        prepare_upload("children", exports.wanted(base, tmp_path / "o.xlsx"), actor=COLLABORATOR, on=ON)


def test_persons_whom_the_export_does_not_have_any_more_are_told(campaign, tmp_path):
    exports.register(tmp_path)
    rows = [exports.ROWS[0], *exports.ROWS[2:]]
    taken_in(tmp_path / "b.xlsx", rows, date(2026, 6, 20))
    prepared = exports.prepared(tmp_path / "b.xlsx", tmp_path / "o.xlsx")
    assert {fact.person_id for fact in Fact.objects.all()} == {1}
    assert "không còn trong tệp kết xuất" in str(prepared.notices[0])


def test_tidying_goes_only_where_it_is_asked_for(campaign, tmp_path):
    base = tmp_path / "a.xlsx"
    taken_in(base, [child(1, full_name="nguyễn  thị an bình", sex=""), *children(4)[1:]])
    exports.decided(1, "sex", "Nữ")
    exports.prepared(base, tmp_path / "o.xlsx")
    assert {fact.field for fact in Fact.objects.all()} == {"sex"}
    asked = exports.wanted(base, tmp_path / "p.xlsx", with_cleaning=True)
    prepare_upload("children", asked, actor=OPERATOR, on=ON)
    tidy = Fact.objects.get(field="full_name")
    assert (tidy.event, tidy.new, tidy.cell, tidy.number) == (None, "Nguyễn Thị An Bình", "B2", None)
    assert Upload.objects.order_by("-operation")[0].lines == 1
    assert openpyxl.load_workbook(tmp_path / "p.xlsx").worksheets[0]["B2"].value == "Nguyễn Thị An Bình"


def test_mere_tidying_needs_no_typing_list(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(1, full_name="nguyễn  thị an bình"), *children(4)[1:]])
    asked = exports.wanted(tmp_path / "a.xlsx", tmp_path / "o.xlsx", with_cleaning=True)
    done = prepare_upload("children", asked, actor=OPERATOR, on=ON).done
    assert (done.upload.cells, done.upload.lines, done.written.typing_list) == (1, 0, None)
    assert {path.name for path in tmp_path.glob("o*")} == {"o.xlsx", "o.xlsx.proof.json"}


def test_an_upload_can_be_undone_until_its_list_is_ticked(campaign, tmp_path):
    base = exports.register(tmp_path)
    first = exports.prepared(base, tmp_path / "o.xlsx").done.operation.number
    undo(first, actor=OPERATOR, on=ON)
    second = exports.prepared(base, tmp_path / "p.xlsx").done
    assert second.upload.code == "CN-02"
    exports.ticked(exports.tick(tmp_path / "p-list.xlsx", {1: "x"}))
    with pytest.raises(Refused, match="đã được nhận"):
        undo(second.operation.number, actor=OPERATOR, on=ON)
    check_invariants()


def test_what_an_upload_rests_on_is_not_undone_under_it(campaign, tmp_path):
    base = exports.register(tmp_path)
    decision = Event.objects.filter(kind="decision").order_by("seq")[0].seq
    exports.prepared(base, tmp_path / "o.xlsx")
    for operation in (1 + Event.objects.filter(kind="campaign").count(), decision):
        with pytest.raises(Refused, match="CN-01"):
            undo(operation, actor=OPERATOR, on=ON)


def test_queries_do_not_grow_with_rows(campaign, tmp_path):
    counted = []
    for number, size in enumerate((5, 40)):
        base = tmp_path / f"{number}.xlsx"
        taken_in(base, [child(n, sex="") for n in range(1, size + 1)], accept="Thử")
        for n in range(1, size + 1):
            exports.decided(n, "sex", "Nữ" if n % 2 else "Nam")
        with CaptureQueriesContext(connection) as asked:
            exports.prepared(base, tmp_path / f"o{number}.xlsx")
        counted.append(len(asked))
    assert counted[1] <= counted[0] + 1
