"""A later export shows what the national software took over."""

import pytest

from sosach.findings.notices import Refused
from sosach.store.desk.import_register import import_register
from sosach.store.desk.merge import merge_records
from sosach.store.desk.undo import undo
from sosach.store.log.models import Event
from sosach.store.registers.models import Import
from sosach.store.upload import ready, selectors
from sosach.store.upload.models import Confirmation, Fact
from tests.store.civil.books import birth, compared
from tests.store.invariants import check_invariants
from tests.store.people import HEADINGS, OPERATOR, opened, taken_in, workbook
from tests.store.upload import exports

TAKEN = {1: {"sex": "Nữ"}, 2: {"father_name": "Nguyễn Văn Tám"}}


@pytest.fixture
def base(campaign, tmp_path):
    path = exports.register(tmp_path)
    exports.prepared(path, tmp_path / "o.xlsx")
    return path


def test_everything_was_taken_over(base, tmp_path):
    found = exports.confirmed(exports.later(tmp_path, TAKEN))
    assert found.confirmed.complete
    assert found.confirmed.figures["accepted"] == 2
    assert found.imported is not None
    assert Event.objects.filter(kind="taken_over").count() == 2
    assert ready.figures("children").facts == 0
    check_invariants()


def test_what_was_not_taken_is_open_again_with_its_reason(base, tmp_path):
    found = exports.confirmed(exports.later(tmp_path, {1: {"sex": "Nữ"}})).confirmed
    assert not found.complete
    assert (found.figures["accepted"], found.figures["missing"]) == (1, 1)
    assert found.details["missing"][0]["field"] == "father_name"
    assert [fact.field for fact in selectors.reopened("children")] == ["father_name"]
    assert "chưa nhận" in Event.objects.get(kind="not_taken").details
    again = exports.prepared(tmp_path / "b.xlsx", tmp_path / "p.xlsx", exports.LATER).done
    assert (again.upload.code, again.upload.cells) == ("CN-02", 1)
    check_invariants()


def test_what_somebody_else_changed_waits_until_it_is_decided_once_more(base, tmp_path):
    path = exports.later(tmp_path, {1: {"sex": "Nữ"}, 2: {"father_name": "Nguyễn Văn Chín"}})
    found = exports.confirmed(path).confirmed
    assert (found.figures["different"], found.figures["persons"]["different"]) == (1, 1)
    assert found.details["different"][0]["now"] == "Nguyễn Văn Chín"
    with pytest.raises(Refused, match="1 mục chờ quyết định"):
        exports.prepared(path, tmp_path / "p.xlsx", exports.LATER)
    exports.decided(2, "father_name", "Nguyễn Văn Tám", exports.LATER)  # what stands here is right after all
    assert exports.prepared(path, tmp_path / "q.xlsx", exports.LATER).done.upload.cells == 1


def test_a_decision_for_the_softwares_value_ends_it(base, tmp_path):
    path = exports.later(tmp_path, {1: {"sex": "Nữ"}, 2: {"father_name": "Nguyễn Văn Chín"}})
    exports.confirmed(path)
    exports.decided(2, "father_name", "Nguyễn Văn Chín", exports.LATER)
    assert ready.figures("children").waiting == 0


def test_the_same_export_twice_changes_nothing(base, tmp_path):
    path = exports.later(tmp_path, {1: {"sex": "Nữ"}})
    first = exports.confirmed(path).confirmed
    events = Event.objects.count()
    second = exports.confirmed(path).confirmed
    assert second.again
    assert (second.figures, second.operation) == (first.figures, first.operation)
    assert dict(second.details) == dict(first.details)
    assert Event.objects.count() == events


def test_an_export_that_was_imported_by_itself_is_compared_too(base, tmp_path):
    path = exports.later(tmp_path, TAKEN)
    import_register(opened(path, exports.LATER), actor=OPERATOR, on=exports.LATER)
    found = exports.confirmed(path)
    assert found.imported is None
    assert found.confirmed.complete


def test_an_export_from_before_the_upload_tells_nothing(base, tmp_path):
    with pytest.raises(Refused, match="trước khi lập lần cập nhật"):
        exports.confirmed(base)


def test_nothing_was_ever_prepared(campaign, tmp_path):
    exports.register(tmp_path)
    with pytest.raises(Refused, match="chưa lập lần cập nhật"):
        exports.confirmed(exports.later(tmp_path, TAKEN))
    assert Import.objects.count() == 1


def test_a_person_whom_the_later_export_lacks_counts_as_not_taken(base, tmp_path):
    taken_in(tmp_path / "b.xlsx", exports.ROWS[1:], exports.LATER)
    found = exports.confirmed(tmp_path / "b.xlsx").confirmed
    assert found.figures["missing"] == 2


def test_a_column_that_the_export_does_not_show_is_told_apart(base, tmp_path):
    fields = [name for name in HEADINGS if name != "father_name"]
    path = workbook(tmp_path / "b.xlsx", [row | TAKEN.get(n, {}) for n, row in enumerate(exports.ROWS, 1)], fields)
    found = exports.confirmed(path).confirmed
    assert (found.figures["accepted"], found.figures["not_shown"]) == (1, 1)
    assert found.complete
    assert selectors.figures("children", exports.LATER).open == 1


def test_a_comparison_can_be_undone_and_then_its_import(base, tmp_path):
    found = exports.confirmed(exports.later(tmp_path, {1: {"sex": "Nữ"}}))
    with pytest.raises(Refused, match="đối chiếu"):
        undo(found.imported.taken.operation, actor=OPERATOR, on=exports.LATER)
    undo(found.confirmed.operation, actor=OPERATOR, on=exports.LATER)
    assert set(Fact.objects.values_list("taken", flat=True)) == {""}
    undo(found.imported.taken.operation, actor=OPERATOR, on=exports.LATER)
    assert Confirmation.objects.filter(undone_by=None).count() == 0
    check_invariants()


def test_a_child_of_the_births_book_is_a_new_person_until_the_software_has_it(campaign, tmp_path):
    base = exports.register(tmp_path)
    baby = birth(77, full_name="Nguyễn Thị Mới", birth_date="02/05/2026", sex="Nữ", mother_name="Trần Thị Sen")
    compared(tmp_path / "ks.xlsx", [*(birth(n) for n in range(3, 7)), baby])
    done = exports.prepared(base, tmp_path / "o.xlsx").done
    with pytest.raises(Refused, match="CN-01"):
        undo(Import.objects.get(register="births").operation, actor=OPERATOR, on=exports.LATER)
    (new,) = done.collected.new_persons
    assert (new.values["full_name"], new.values["mother_name"]) == ("Nguyễn Thị Mới", "Trần Thị Sen")
    assert (tmp_path / "o-new.xlsx").exists()
    rows = [row | TAKEN.get(n, {}) for n, row in enumerate(exports.ROWS, 1)]
    typed = {"record_code": "TE000077", "hamlet": "Thôn Gò Me", **new_row(new.values)}
    found = exports.confirmed(workbook(tmp_path / "b.xlsx", [*rows, typed])).confirmed
    assert found.details["missing"] == []
    assert {"full_name", "birth_date", "sex"} <= {one["field"] for one in found.details["accepted"]}
    assert ready.figures("children").new_persons == 0
    check_invariants()


def test_a_double_has_to_be_deleted_until_a_later_export_lacks_it(campaign, tmp_path):
    base = exports.register(tmp_path)
    merged = merge_records("children", "TE000005", "TE000004", "Một trẻ nhập hai lần", actor=OPERATOR, on=exports.LATER)
    done = exports.prepared(base, tmp_path / "o.xlsx").done
    assert (done.upload.cells, done.upload.lines) == (2, 3)
    listed = [row.facts[-3:] for row in done.written.rows if row.facts[1] == "TE000005"]
    assert listed == [("Hồ sơ trùng", "(đang có)", "Xóa, giữ hồ sơ TE000004")]
    with pytest.raises(Refused, match="CN-01"):
        undo(merged.operation, actor=OPERATOR, on=exports.LATER)
    still = exports.confirmed(exports.later(tmp_path, TAKEN)).confirmed
    assert [one["record_code"] for one in still.details["missing"]] == ["TE000005"]
    exports.prepared(tmp_path / "b.xlsx", tmp_path / "p.xlsx", exports.LATER)
    rows = [row | TAKEN.get(n, {}) for n, row in enumerate(exports.ROWS, 1) if n != 5]
    gone = exports.confirmed(workbook(tmp_path / "c.xlsx", rows), exports.LATER).confirmed
    assert gone.complete
    assert ready.figures("children").facts == 0
    check_invariants()


def new_row(values):
    """What somebody types of a new person."""
    year, month, day = values["birth_date"].split("-")
    words = {"birth_date": f"{day}/{month}/{year}", "sex": {"male": "Nam", "female": "Nữ"}[values["sex"]]}
    return {name: words.get(name, value) for name, value in values.items() if name in HEADINGS}
