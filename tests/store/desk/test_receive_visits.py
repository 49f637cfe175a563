"""A hamlet's list comes back: every row accounted for, every change with its list and row, mischief told."""

import json
from datetime import date

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from sosach.findings.notices import Refused
from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.undo import undo
from sosach.store.findings.models import Finding
from sosach.store.log.models import Event
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import facts
from sosach.store.visits.models import Line, Met, Return
from tests.store.civil.books import birth, compared
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, OPERATOR, POLICE, child, taken_in
from tests.store.visits import lists

BABY = {
    "Họ và tên trẻ": "Nguyễn Thị Mới",
    "Ngày sinh": "02/05/2026",
    "Giới tính": "Nữ",
    "Họ tên mẹ": "Trần Thị Sen",
    "Đã khai sinh": "Chưa",
}


def decided(number, field, value):
    decision = Decision(
        register="children",
        record_code=f"TE{number:06d}",
        field=field,
        value=value,
        evidence="GKS 12/2015",
        reason="Rõ",
    )
    return decide(decision, actor=OPERATOR, on=lists.BACK).operation


@pytest.fixture
def out(campaign, tmp_path):
    """Questions about four children of one hamlet."""
    lists.register(tmp_path, {"sex": ""}, {"father_name": "", "mother_name": ""}, {"personal_id": ""}, {"sex": "?"})
    lists.sent(tmp_path)
    return lists.workbook(tmp_path)


def test_an_answer_sets_the_value_with_list_and_row(out):
    came = lists.received(
        lists.filled(out, {lists.number(1, "sex"): "nữ", lists.number(2, "mother_name"): "Lê Thị Tư"})
    )
    assert (came.figures["answered"], came.figures["applied"]) == (2, 2)
    assert facts({1})[1]["sex"] == "female"
    assert facts({2})[2]["mother_name"] == "Lê Thị Tư"
    event = Event.objects.get(kind="changed", person=1, field="sex")
    assert (event.source, event.evidence) == ("visit", f"phiếu RS-0001, dòng {lists.number(1, 'sex')}")
    assert not Finding.objects.filter(person=1, field="sex", state="open").exists()
    check_invariants()


def test_the_same_file_twice_changes_nothing(out):
    path = lists.filled(out, {lists.number(1, "sex"): "Nữ"}, [BABY])
    lists.received(path)
    events, people = Event.objects.count(), Person.objects.count()
    again = lists.received(path)
    assert (again.operation, again.figures["repeated"], again.figures["met_repeated"]) == (None, 1, 1)
    assert (Event.objects.count(), Person.objects.count()) == (events, people)


def test_a_list_filled_in_further_brings_only_its_news(out, tmp_path):
    lists.received(lists.filled(out, {lists.number(1, "sex"): "Nữ"}, [BABY]))
    people = Person.objects.count()
    further = lists.filled(out, {lists.number(4, "sex"): "Nam"}, out=tmp_path / "them.xlsx")
    came = lists.received(further)
    assert (came.figures["repeated"], came.figures["applied"], came.figures["met_repeated"]) == (1, 1, 1)
    assert Person.objects.count() == people
    check_invariants()


def test_what_was_changed_here_meanwhile_is_compared_three_ways(out):
    decided(4, "sex", "Nữ")
    came = lists.received(lists.filled(out, {lists.number(4, "sex"): "Nam"}))
    (conflict,) = came.details["conflicts"]
    assert (conflict["why"], conflict["sent"], conflict["current"]) == ("changed_meanwhile", None, "female")
    assert conflict["answered"] == "Nam"
    assert facts({4})[4]["sex"] == "female"


def test_what_was_decided_here_to_the_same_is_confirmed(out):
    decided(4, "sex", "Nam")
    came = lists.received(lists.filled(out, {lists.number(4, "sex"): "Nam"}))
    assert came.figures["applied"] == 1


def test_a_number_that_is_somebody_elses_waits_for_the_office(out):
    taken = child(11)["personal_id"]
    number = lists.number(3, "personal_id")
    came = lists.received(lists.filled(out, {number: taken}))
    assert came.details["conflicts"][0]["why"] in ("number_of_other", "number_disagrees")
    finding = Finding.objects.get(person=3, field="personal_id")
    assert (finding.state, finding.waiting_for) == ("waiting", "culture_society_office")


def test_no_birth_registration_goes_to_civil_registration_first(out):
    came = lists.received(lists.filled(out, {lists.number(3, "registered"): "Chưa"}))
    assert came.details["next_step"][0]["whom"] == "civil_registration_officer"
    assert Finding.objects.get(person=3, field="personal_id").waiting_for == "civil_registration_officer"


def test_who_has_moved_away_has_moved(out):
    lists.received(lists.filled(out, {lists.number(1, "sex"): {"Ghi chú": "cháu đã chuyển đi Bình Dương"}}))
    assert Person.objects.get(id=1).status == "moved"
    check_invariants()


def test_who_has_died_is_a_task_and_no_change(out):
    lists.received(lists.filled(out, {lists.number(1, "sex"): "đã chết năm 2020"}))
    assert Person.objects.get(id=1).status is None
    waiting = Finding.objects.filter(person=1, state="waiting")
    assert {finding.waiting_for for finding in waiting} == {"civil_registration_officer"}


def test_whom_nobody_knows_the_office_looks_at(out):
    came = lists.received(lists.filled(out, {lists.number(1, "sex"): "không có người này"}))
    assert came.details["next_step"][0]["whom"] == "culture_society_office"


def test_who_asked_and_when_is_no_answer(out):
    filled = {line.number: {"Người hỏi": "Đỗ Thị Hoa", "Ngày hỏi": "20/06/2026"} for line in Line.objects.all()}
    filled[1] |= {"Trả lời": "Nữ"}
    assert lists.received(lists.filled(out, filled)).figures["answered"] == 1


def test_rows_that_were_sorted_find_their_questions(out):
    lists.filled(out, {lists.number(1, "sex"): "Nữ"})
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for at, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
    book.save(out)
    assert lists.received(out).figures["applied"] == 1
    assert facts({1})[1]["sex"] == "female"


def test_an_altered_row_is_not_believed(out):
    number = lists.number(1, "sex")
    lists.filled(out, {number: "Nữ"})
    book = openpyxl.load_workbook(out)
    book.worksheets[0].cell(number + 1, 5).value = "Người Khác, sinh 2015, nữ (trẻ em)"
    book.save(out)
    came = lists.received(out)
    assert (came.figures["answered"], came.figures["altered_rows"]) == (0, 1)
    assert facts({1})[1].get("sex") is None


def test_two_different_answers_wait(out):
    number = lists.number(1, "sex")
    lists.filled(out, {number: "Nữ"})
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    sheet.append([cell.value for cell in sheet[number + 1]])
    sheet.cell(sheet.max_row, headings.index("Trả lời") + 1).value = "Nam"
    book.save(out)
    came = lists.received(out)
    assert came.details["conflicts"][0]["why"] == "two_answers"
    assert facts({1})[1].get("sex") is None


def test_one_column_sorted_alone_is_refused_whole(out):
    lists.filled(out, {lists.number(1, "sex"): "Nữ"})
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    people = [sheet.cell(row, 5).value for row in range(2, 7)]
    for row, text in enumerate([*people[1:], people[0]], 2):
        sheet.cell(row, 5).value = text
    book.save(out)
    with pytest.raises(Refused, match="lệch dòng"):
        lists.received(out)
    assert Return.objects.count() == 0


def test_colours_and_comments_are_asked_about_and_no_answers(out):
    lists.filled(out, {lists.number(1, "sex"): "Nữ"})
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    sheet.cell(lists.number(4, "sex") + 1, 7).fill = PatternFill("solid", fgColor="FFFF00")
    sheet.cell(lists.number(2, "mother_name") + 1, 7).comment = Comment("Nữ", "Hoa")
    book.save(out)
    came = lists.received(out)
    assert "tô màu hoặc ghi chú kèm ô ở 2 dòng" in str(came.notices)
    assert came.figures["answered"] == 1


def test_a_formula_in_an_answer_is_a_text(out):
    came = lists.received(lists.filled(out, {lists.number(2, "mother_name"): "'=cmd|' /C calc'!A0"}))
    assert came.figures["applied"] == 0


def test_a_day_before_the_list_left_is_told(out):
    came = lists.received(lists.filled(out, {1: "Nữ"}), on=date(2026, 6, 1))
    assert "trước ngày gửi" in str(came.notices)


def test_an_empty_list_is_refused(out):
    with pytest.raises(Refused, match="chưa câu nào được trả lời"):
        lists.received(out)


def test_a_list_of_another_home_is_refused(out):
    lists.filled(out, {1: "Nữ"})
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, 1).value = f"RS0001-{row - 1:04}-ABCDEFGH"
    book.save(out)
    with pytest.raises(Refused, match="Không mã dòng nào"):
        lists.received(out)


def test_a_cancelled_list_is_kept_aside(out):
    undo(Event.objects.get(kind="visits_send").seq, actor=OPERATOR, on=lists.BACK)
    with pytest.raises(Refused, match="đã hủy"):
        lists.received(lists.filled(out, {1: "Nữ"}))


def test_a_child_that_was_merged_meanwhile_is_told(out):
    from sosach.store.desk.merge import merge_records

    merge_records("children", "TE000001", "TE000011", "Một người", actor=OPERATOR, on=lists.BACK)
    came = lists.received(lists.filled(out, {lists.number(1, "sex"): "Nữ"}))
    assert came.details["conflicts"][0]["why"] == "person_gone"


def test_a_child_met_becomes_a_person_with_its_list_and_row(out):
    came = lists.received(lists.filled(out, {1: "Nữ"}, [BABY]))
    assert came.figures["met_new"] == 1
    met = Met.objects.get()
    person = met.person
    assert (person.full_name, person.hamlet, person.birth_date) == ("Nguyễn Thị Mới", lists.HAMLET, "2026-05-02")
    event = Event.objects.get(kind="met")
    assert (event.person, event.evidence) == (person.id, "phiếu RS-0001, trẻ gặp thêm, dòng 2")
    assert Finding.objects.get(person=person, field="personal_id").waiting_for == "civil_registration_officer"
    check_invariants()


def test_a_child_met_whom_the_register_has_is_no_new_one(out):
    known = child(11)
    like = {
        "Họ và tên trẻ": known["full_name"].upper(),
        "Ngày sinh": known["birth_date"],
        "Giới tính": known["sex"],
        "Họ tên mẹ": known["mother_name"],
    }
    came = lists.received(lists.filled(out, {1: "Nữ"}, [like]))
    assert came.figures["met_known"] == 1
    assert Met.objects.get().person_id == Person.objects.get(record_code="TE000011").id


def test_two_lines_for_one_child_are_one_child_and_a_question(out):
    twice = {**BABY, "Họ và tên trẻ": "NGUYỄN THỊ MỚI"}
    came = lists.received(lists.filled(out, {1: "Nữ"}, [BABY, twice, BABY]))
    assert (came.figures["met_new"], came.figures["met_waiting"], came.figures["met_repeated"]) == (1, 1, 1)


def test_a_child_met_is_compared_with_the_births_book(out, tmp_path):
    from sosach.intake.options import ReadingOptions
    from sosach.intake.read import read
    from sosach.store.desk.import_register import import_register
    from sosach.store.registers.services.importing import File

    path = tmp_path / "khai-sinh.csv"
    heads = "Số khai sinh;Quyển số;Ngày đăng ký;Họ và tên;Ngày sinh;Giới tính;Họ tên mẹ"
    path.write_text(
        f"{heads}\n12/2026;01/2026;10/05/2026;Nguyễn Thị Mới;02/05/2026;Nữ;Trần Thị Sen", encoding="utf-8-sig"
    )
    wanted = ReadingOptions(register="births", profile=path.with_suffix(".toml"))
    import_register(File(read(path, wanted), path.read_bytes(), lists.BACK), actor=OPERATOR, on=lists.BACK)
    lists.received(lists.filled(out, {1: "Nữ"}, [BABY]))
    met = Met.objects.get()
    assert met.birth.full_name == "Nguyễn Thị Mới"
    assert met.birth_sure


def test_a_child_whose_entry_belongs_to_somebody_of_the_register_is_a_question(out, tmp_path):
    entry = birth(12, personal_id="")
    compared(tmp_path / "ks.xlsx", [entry, birth(11), birth(13), birth(14)], lists.BACK)
    renamed = {
        "Họ và tên trẻ": "Nguyễn Văn Bình Châu",  # as the book has it, and the register does not
        "Ngày sinh": entry["birth_date"],
        "Giới tính": entry["sex"],
        "Họ tên mẹ": entry["mother_name"],
    }
    decided(12, "full_name", "Lê Văn Tèo")
    decided(12, "mother_name", "Phạm Thị Lụa")
    lists.received(lists.filled(out, {1: "Nữ"}, [renamed]))
    met = Met.objects.get()
    assert (met.why, met.candidate) == ("birth_known", Person.objects.get(record_code="TE000012"))
    check_invariants()


def test_the_next_export_finds_a_child_met_again(out, tmp_path):
    lists.received(lists.filled(out, {1: "Nữ"}, [BABY]))
    person = Met.objects.get().person
    rows = [child(n, hamlet=lists.HAMLET) for n in range(1, 5)]
    baby = child(20, full_name="Nguyễn Thị Mới", birth_date="02/05/2026", sex="Nữ", mother_name="Trần Thị Sen")
    baby |= {"hamlet": lists.HAMLET, "personal_id": "027326600999"}
    taken = taken_in(tmp_path / "b.xlsx", [*rows, *(child(n) for n in range(11, 15)), baby], lists.BACK)
    assert taken.taken.figures["new"] == 0
    assert Person.objects.get(id=person.id).record_code == "TE000020"
    check_invariants()
    with pytest.raises(Refused):
        undo(Event.objects.get(kind="visits_answer").seq, actor=OPERATOR, on=lists.BACK)


def test_a_return_can_be_undone_with_the_children_met(out):
    before = facts({1, 2, 3, 4})
    came = lists.received(lists.filled(out, {1: "Nữ", lists.number(3, "registered"): "Chưa"}, [BABY]))
    undo(came.operation, actor=OPERATOR, on=lists.BACK)
    assert facts({1, 2, 3, 4}) == before
    assert Person.objects.filter(left="withdrawn").count() == 1
    assert not Line.objects.exclude(effect="").exists()
    assert not Finding.objects.filter(state="waiting").exists()
    check_invariants()
    assert lists.received(out).figures["met_new"] == 1
    check_invariants()


def test_what_rests_on_a_return_keeps_it(out, tmp_path):
    first = lists.received(lists.filled(out, {lists.number(1, "sex"): "Nữ"}))
    second = lists.received(lists.filled(out, {lists.number(4, "sex"): "Nam"}, out=tmp_path / "hai.xlsx"))
    with pytest.raises(Refused, match=f"việc số {second.operation}"):
        undo(first.operation, actor=OPERATOR, on=lists.BACK)
    with pytest.raises(Refused, match=f"việc số {first.operation}"):
        undo(Event.objects.get(kind="visits_send").seq, actor=OPERATOR, on=lists.BACK)
    decided(4, "sex", "Nữ")
    with pytest.raises(Refused):
        undo(second.operation, actor=OPERATOR, on=lists.BACK)


def test_a_decision_about_a_child_met_keeps_its_return(out):
    came = lists.received(lists.filled(out, {1: "Nữ"}, [BABY]))
    person = Met.objects.get().person_id
    Person.objects.filter(id=person).update(record_code="TE000099")
    decided(99, "sex", "Nam")
    with pytest.raises(Refused):
        undo(came.operation, actor=OPERATOR, on=lists.BACK)


def test_rights_are_those_of_the_hamlet(out, campaign, tmp_path):
    path = lists.filled(out, {1: "Nữ"})
    with pytest.raises(Refused):
        lists.received(path, actor=POLICE)
    from sosach.store.log.act import Actor

    with pytest.raises(Refused):
        lists.received(path, actor=Actor("Hà Thị Ba", "collaborator", frozenset({"Thôn Bãi Dâu"})))
    assert lists.received(path, actor=COLLABORATOR).figures["applied"] == 1


def test_queries_do_not_grow_with_rows(campaign, tmp_path):
    counted = []
    for number, size in enumerate((4, 40)):
        rows = [child(n, hamlet=lists.HAMLET, sex="") for n in range(1, size + 1)]
        taken_in(tmp_path / f"{number}.xlsx", rows, accept="Thử")
        lists.sent(tmp_path)
        met = [{**BABY, "Họ và tên trẻ": f"Nguyễn Thị {name}", "Họ tên mẹ": f"Lê Thị {name}"} for name in _NAMES[:size]]
        answers = {line.number: "Nữ" if line.person_id % 2 else "Nam" for line in Line.objects.filter(answered_by=None)}
        path = lists.filled(lists.workbook(tmp_path), answers, met)
        with CaptureQueriesContext(connection) as asked:
            lists.received(path)
        counted.append(len(asked))
        undo(Return.objects.order_by("-operation")[0].operation, actor=OPERATOR, on=lists.BACK)
    assert counted[1] <= counted[0] + 2


_NAMES = [
    f"{a} {b}"
    for a in ("Thu", "Ngọc", "Hoài", "Bích", "Kim", "Lệ", "Mỹ")
    for b in ("Lan", "Huệ", "Cúc", "Đào", "Sen", "Yến")
]


def test_what_is_told_of_beneficiaries_is_set_in_their_register(campaign, tmp_path):
    path = tmp_path / "bt.csv"
    heads = "Mã đối tượng;Họ và tên;Ngày sinh;Giới tính;Thôn;Loại đối tượng;Số quyết định;Mức hưởng"
    path.write_text(f"{heads}\nBT000001;Trần Văn Lành;01/02/1950;;{lists.HAMLET};;12/QĐ;500000", encoding="utf-8-sig")
    from sosach.intake.options import ReadingOptions
    from sosach.intake.read import read
    from sosach.store.desk.import_register import import_register
    from sosach.store.registers.services.importing import File

    wanted = ReadingOptions(register="beneficiaries", profile=path.with_suffix(".toml"))
    import_register(File(read(path, wanted), path.read_bytes(), lists.BACK), actor=OPERATOR, on=lists.BACK)
    lists.sent(tmp_path)
    line = Line.objects.get(field="sex")
    assert "người lớn trong danh sách rà soát" in json.loads(line.printed)[2]
    came = lists.received(lists.filled(lists.workbook(tmp_path), {line.number: "Nam"}))
    assert facts({line.person_id})[line.person_id]["sex"] == "male"
    check_invariants()
    undo(came.operation, actor=OPERATOR, on=lists.BACK)
    assert facts({line.person_id})[line.person_id].get("sex") is None
    check_invariants()
