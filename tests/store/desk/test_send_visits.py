"""Lists leave for the hamlets: whom they ask, what they keep silent about, what becomes of the questions."""

import json

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.campaign.row_code import parse, verify
from sosach.findings.notices import Refused
from sosach.store.desk.set_aside import set_findings_aside
from sosach.store.desk.undo import undo
from sosach.store.findings.models import Finding
from sosach.store.log.models import Event
from sosach.store.seals.services import key
from sosach.store.visits.models import Line, Visit
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, ON, OPERATOR, POLICE, child, children, taken_in
from tests.store.visits import lists


def test_rows_are_sealed_and_what_stood_is_kept(campaign, tmp_path):
    lists.register(tmp_path, {"sex": "?"}, {"father_name": "", "mother_name": ""})
    (visit,) = lists.sent(tmp_path).visits
    assert (visit.code, visit.questions, visit.persons, visit.households) == ("RS-0001", 2, 2, 2)
    sheet = openpyxl.load_workbook(lists.workbook(tmp_path)).worksheets[0]
    for line in Line.objects.all():
        assert sheet.cell(line.number + 1, 1).value == line.code
        assert verify(key(), parse(line.code), json.loads(line.printed))
    event = Event.objects.get(kind="visits_send")
    assert json.loads(event.details)["sha256"] == visit.sha256
    check_invariants()


def test_no_full_number_and_no_circumstance_leaves_the_office(campaign, tmp_path):
    rows = [
        child(1, hamlet=lists.HAMLET, personal_id="027315600021", special_circumstance="Trẻ em mồ côi cả cha và mẹ")
    ]
    fields = ("personal_id", "special_circumstance")
    from tests.store.people import HEADINGS, PLAINLY, import_register, opened, workbook

    path = workbook(tmp_path / "a.xlsx", rows, [*HEADINGS, *(name for name in PLAINLY if name in fields)])
    import_register(opened(path), actor=OPERATOR, on=ON)
    lists.sent(tmp_path)
    page = lists.workbook(tmp_path).with_suffix(".html").read_text(encoding="utf-8")
    book = openpyxl.load_workbook(lists.workbook(tmp_path))
    written = page + " ".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    assert "021" in written
    assert "027315600021" not in written
    assert "mồ côi" not in written


def test_sensitive_groups_are_tasks_of_the_office(campaign, tmp_path):
    from tests.store.people import HEADINGS, import_register, opened, workbook

    rows = [child(1, hamlet=lists.HAMLET, sex="", special_circumstance="Trẻ em bị xâm hại"), child(2)]
    path = workbook(tmp_path / "a.xlsx", rows, [*HEADINGS, "special_circumstance"])
    import_register(opened(path), actor=OPERATOR, on=ON)
    sent = lists.sent(tmp_path)
    (visit,) = sent.visits
    assert (visit.questions, visit.left_out, visit.file_name) == (0, 1, "")
    assert "văn phòng tự hỏi" in str(sent.notices)
    assert {f.waiting_for for f in Finding.objects.filter(person=1, state="waiting")} == {"culture_society_office"}
    assert lists.sent(tmp_path).visits == ()
    undo(visit.operation, actor=OPERATOR, on=ON)
    assert not Finding.objects.filter(state="waiting").exists()
    check_invariants()


def test_a_household_stands_together_and_whoever_lives_alone_comes_last(campaign, tmp_path):
    from tests.store.people import HEADINGS, import_register, opened, workbook

    houses = {1: "H2", 2: "", 3: "H1", 4: "H2"}
    rows = [child(n, hamlet=lists.HAMLET, sex="", household_code=code) for n, code in houses.items()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(HEADINGS, "household_code", "Mã hộ")
        path = workbook(tmp_path / "a.xlsx", rows, list(HEADINGS))
    import_register(opened(path), actor=OPERATOR, on=ON)
    (visit,) = lists.sent(tmp_path).visits
    order = list(dict.fromkeys(Line.objects.order_by("number").values_list("person", flat=True)))
    assert order[0] == 3
    assert set(order[1:3]) == {1, 4}
    assert order[3] == 2
    assert visit.households == 3


def test_who_is_set_aside_or_waits_for_others_is_not_asked(campaign, tmp_path):
    lists.register(tmp_path, {"sex": ""}, {"sex": ""})
    finding = Finding.objects.get(person=1, field="sex")
    set_findings_aside("children", "TE000001", finding.rule, "Đã hỏi qua điện thoại", actor=OPERATOR, on=ON)
    lists.sent(tmp_path)
    assert set(Line.objects.values_list("person", flat=True)) == {2}


def test_a_collaborator_sends_the_list_of_her_own_hamlet_only(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(n, sex="") for n in range(1, 5)])
    assert len(lists.sent(tmp_path, actor=COLLABORATOR).visits) == 1
    for actor in (COLLABORATOR, POLICE):
        with pytest.raises(Refused):
            lists.sent(tmp_path, "Thôn Bãi Dâu", actor=actor)


def test_numbers_go_on_and_a_cancelled_one_is_not_given_again(campaign, tmp_path):
    lists.register(tmp_path, {"sex": ""})
    (first,) = lists.sent(tmp_path).visits
    undo(first.operation, actor=OPERATOR, on=ON)
    assert lists.sent(tmp_path).visits[0].code == "RS-0002"


def test_all_lists_leave_or_none(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", [child(n, sex="") for n in range(1, 7)])
    (tmp_path / "phieu" / "RS-0002-thon-go-me.html").mkdir(parents=True)
    with pytest.raises(Refused):
        lists.sent(tmp_path, "Thôn Bãi Dâu", lists.HAMLET)
    assert Visit.objects.count() == 0
    assert [path.name for path in (tmp_path / "phieu").iterdir()] == ["RS-0002-thon-go-me.html"]


def test_queries_do_not_grow_with_rows(campaign, tmp_path):
    counted = []
    for number, size in enumerate((4, 40)):
        rows = [child(n, hamlet=lists.HAMLET, sex="") for n in range(1, size + 1)]
        taken_in(tmp_path / f"{number}.xlsx", rows, accept="Thử")
        with CaptureQueriesContext(connection) as asked:
            lists.sent(tmp_path)
        counted.append(len(asked))
    assert counted[1] <= counted[0]


def test_nobody_to_ask(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    sent = lists.sent(tmp_path)
    assert sent.visits == ()
    assert "Không có ai cần hỏi" in str(sent.notices[0])
