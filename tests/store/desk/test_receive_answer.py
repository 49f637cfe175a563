"""What comes back from the police, with every mischief of F4 of the catalogue of faults."""

import json
from datetime import date

import pytest
from msoffcrypto import OfficeFile

from sosach.findings.notices import Refused
from sosach.outputs.office_password import locked
from sosach.store import start
from sosach.store.desk.decide import Decision, decide
from sosach.store.desk.merge import merge_records
from sosach.store.desk.send_batch import ToSend, send_batch
from sosach.store.desk.undo import undo
from sosach.store.findings.models import Finding, Step
from sosach.store.log.models import Event
from sosach.store.log.selectors import head
from sosach.store.originals import original
from sosach.store.police import selectors
from sosach.store.police.models import Answer, Line, Return
from sosach.store.registers.models import Person
from tests.forms.batches import LETTERS, sorted_rows
from tests.store.invariants import check_invariants
from tests.store.people import COLLABORATOR, KEY, OPERATOR, POLICE, child, taken_in
from tests.store.police.lists import (
    THURSDAY,
    WEDNESDAY,
    adds_up,
    aided,
    answered,
    asked,
    filled,
    given,
    number_of,
    received,
    rows_of,
    sent,
    written_into,
)

FIVE = (1, 2, 3, 4, 5)


def _deep(*given):
    """One more of a kind: every one of them is tried on pure functions in `tests/campaign` anyway."""
    return pytest.param(*given, marks=pytest.mark.deep)


@pytest.fixture
def out(campaign, tmp_path):
    """Five children are at the police."""
    asked(tmp_path, *FIVE)
    sent(tmp_path)
    return tmp_path


def _number(number):
    return Person.objects.get(record_code=f"TE{number:06d}", left="").personal_id


def _missing(number):
    return Finding.objects.get(person__record_code=f"TE{number:06d}", rule="personal_id_missing")


def _line(number):
    return Line.objects.get(person__record_code=f"TE{number:06d}")


def _decide(number, field, value):
    decision = Decision(
        register="children", record_code=f"TE{number:06d}", field=field, value=value, evidence="GKS", reason="Đã xem"
    )
    return decide(decision, actor=OPERATOR, on=THURSDAY)


def test_a_number_is_set_with_batch_and_row_as_its_evidence(out):
    told = answered(out, {2: given(2)})
    assert told.figures | {"unanswered": 4, "answered": 1, "applied": 1} == told.figures
    assert _number(2) == number_of(2)
    event = Event.objects.get(kind="changed", operation=told.operation)
    line = _line(2)
    assert (event.source, event.evidence) == ("police", f"đợt TE-01, dòng {line.number}")
    assert (event.old, event.new, event.actor) == (None, number_of(2), OPERATOR.name)
    assert (_missing(2).state, _missing(2).how) == ("settled", "repaired")
    assert (line.effect, line.result, line.answered_on) == ("applied", "number_given", WEDNESDAY)
    check_invariants()


def test_matches_confirms_a_doubtful_number(campaign, tmp_path):

    boys = child(1)["personal_id"].replace("0273", "0272", 1)
    taken_in(tmp_path / "a.xlsx", [child(1, personal_id=boys), child(2)])
    sent(tmp_path)
    told = answered(tmp_path, {1: {"result": "Khớp"}})
    assert told.figures["applied"] == 1
    finding = Finding.objects.get(rule="personal_id_sex")
    assert (finding.state, finding.how) == ("settled", "confirmed")
    assert Step.objects.filter(finding=finding).latest("id").why == "đợt TE-01, dòng 1"
    check_invariants()


@pytest.mark.parametrize(
    ("answer", "whom", "words"),
    [
        ({"result": "Chưa đăng ký khai sinh"}, "civil_registration_officer", "Chưa đăng ký khai sinh"),
        _deep(
            {"result": "Không tìm thấy", "note": "chưa làm giấy khai sinh"}, "civil_registration_officer", "khai sinh"
        ),
        _deep(
            {"result": "Không tìm thấy", "note": "gia đình đã chuyển đi Hải Phòng"}, "collaborator", "Cư trú nơi khác"
        ),
        ({"result": "Không tìm thấy", "note": "sai ngày sinh"}, "collaborator", "Thông tin khác"),
        _deep({"result": "Không tìm thấy", "note": "chưa thu nhận"}, "commune_police", "chưa thu nhận"),
        _deep({"result": "Không tìm thấy"}, "collaborator", "Hỏi gia đình"),
        _deep({"result": "Trùng", "note": "trùng dòng 3"}, "culture_society_office", "Xem ghi chú"),
        _deep({"result": "ko thấy trên hệ thống"}, "collaborator", "Hỏi gia đình"),
    ],
)
def test_what_the_police_do_not_find_leads_to_the_next_actor(out, answer, whom, words):
    told = answered(out, {1: answer})
    assert told.figures["next_step"] == 1
    finding = _missing(1)
    assert (finding.state, finding.waiting_for) == ("waiting", whom)
    assert words in Step.objects.filter(finding=finding).latest("id").why
    assert _number(1) is None
    check_invariants()


def test_whoever_waits_for_somebody_else_is_not_sent_again_until_something_is_done(out):
    answered(out, {1: {"result": "Không tìm thấy", "note": "sai ngày sinh"}, **{n: given(n) for n in FIVE[1:]}})
    assert sent(out, "2.xlsx", on=date(2026, 6, 25)).batch is None
    _decide(1, "birth_date", "03/02/2013")
    assert sent(out, "2.xlsx", on=date(2026, 6, 25)).batch.rows == 1


def test_whom_the_police_have_yet_to_collect_is_asked_again(out):
    answered(out, {1: {"result": "Không tìm thấy", "note": "chưa thu nhận"}, **{n: given(n) for n in FIVE[1:]}})
    assert sent(out, "2.xlsx", on=date(2026, 6, 25)).batch.rows == 1


def test_a_birth_that_is_not_registered_goes_to_civil_registration_first(out):
    answered(out, {1: {"result": "Chưa đăng ký khai sinh"}, **{n: given(n) for n in FIVE[1:]}})
    _decide(1, "birth_date", "03/02/2013")
    again = sent(out, "2.xlsx", on=date(2026, 6, 25))
    assert (again.batch, again.kept_back) == (None, {"unregistered": 1})


def test_F69_the_same_file_twice_changes_nothing(out):
    path = filled(out / "dot.xlsx", out / "tra.xlsx", {1: given(1), 2: {"result": "Trùng"}})
    first = received(path)
    before, events = head(), Event.objects.count()
    again = received(path, on=date(2026, 6, 25))
    assert (head(), Event.objects.count(), Return.objects.count()) == (before, events, 1)
    assert again.operation is None
    assert again.figures == first.figures | {"applied": 0, "next_step": 0, "repeated": 2}
    assert [notice.code for notice in again.notices] == ["police_again"]
    assert "24/06/2026" in str(again.notices[0])


def test_F69_the_same_answers_in_a_file_saved_anew_are_repeated(out):
    answered(out, {1: given(1), 2: {"result": "Trùng"}})
    again = answered(out, {1: given(1), 2: {"result": "Trùng"}}, lambda sheet: sheet.append([]), name="lại.xlsx")
    assert again.figures["repeated"] == 2
    assert adds_up(again, 5)
    assert Answer.objects.count() == 2
    assert _line(1).effect == "applied"
    check_invariants()


def test_F70_another_answer_in_a_later_file_waits_and_the_first_stays(out):
    answered(out, {1: given(1)})
    told = answered(out, {1: given(1, 810000), 2: given(2)}, name="lần 2.xlsx")
    assert (told.figures["conflicts"], told.figures["applied"]) == (1, 1)
    assert _number(1) == number_of(1)
    (conflict,) = selectors.conflicts()
    compared = json.loads(conflict.compared)[0]
    assert (conflict.why, compared["answered"]) == ("two_returns", number_of(1, 810000))
    assert compared["current"] == number_of(1)
    third = answered(out, {1: given(1, 810000)}, lambda sheet: sheet.append([]), name="lần 3.xlsx")
    assert third.figures["repeated"] == 1
    check_invariants()


def test_F71_rows_that_are_missing_stay_at_the_police_and_become_overdue(out):
    gone = rows_of(out / "dot.xlsx")
    told = answered(out, {1: given(1), 2: given(2)}, lambda sheet: sheet.delete_rows(gone[3]))
    assert (told.figures["answered"], told.figures["unanswered"]) == (2, 3)
    assert adds_up(told, 5)
    figures = selectors.figures("children", WEDNESDAY)
    assert (figures.sent, figures.returned, figures.at_police, figures.overdue) == (5, 2, 3, 0)
    assert selectors.figures("children", date(2026, 6, 25)).overdue == 3
    rest = answered(out, {n: given(n) for n in (3, 4, 5)}, name="nốt.xlsx", on=date(2026, 6, 25))
    assert (rest.figures["applied"], rest.figures["unanswered"]) == (3, 2)
    assert selectors.figures("children", date(2026, 6, 25)).overdue == 0
    check_invariants()


def test_F72_rows_that_were_added_stand_outside(out):
    added = [None, 99, "Lê Văn Thêm", "01/02/2020", "Nam", "Kinh", None, None, None, None, None, "Khớp"]
    told = answered(out, {1: given(1)}, lambda sheet: sheet.append(added))
    assert told.figures["unknown_rows"] == 1
    assert told.details["unknown_rows"] == [{"row": 7, "why": "no_code"}]
    assert "form_row_added" in [notice.code for notice in told.notices]
    assert adds_up(told, 5)
    assert Person.objects.filter(full_name="Lê Văn Thêm").count() == 0


def test_F73_rows_sorted_whole_find_everybody_again(out):
    told = answered(out, {n: given(n) for n in FIVE}, sorted_rows(by="full_name"))
    assert told.figures["applied"] == 5
    assert [_number(n) for n in FIVE] == [number_of(n) for n in FIVE]


def test_F73_one_column_sorted_alone_stops_everything(out):
    with pytest.raises(Refused) as refusal:
        answered(out, {n: given(n) for n in FIVE}, sorted_rows("full_name"))
    assert refusal.value.notice.code == "form_displaced"
    assert Return.objects.count() == 0
    assert [_number(n) for n in FIVE] == [None] * 5


def test_F73_answers_sorted_without_their_rows_stop_everything(out):
    answers = {n: given(m) for n, m in zip(FIVE, (*FIVE[1:], FIVE[0]), strict=True)}
    with pytest.raises(Refused) as refusal:
        answered(out, answers)
    assert refusal.value.notice.code == "police_answers_displaced"
    assert [_number(n) for n in FIVE] == [None] * 5


def test_F73_facts_that_moved_by_a_column_are_altered(out):
    row = rows_of(out / "dot.xlsx")[1]

    def shifted(sheet):
        values = [sheet.cell(row, column).value for column in range(3, 12)]
        for column, value in enumerate([None, *values[:-1]], 3):
            sheet.cell(row, column).value = value

    told = answered(out, {1: given(1), 2: given(2)}, shifted)
    assert (told.figures["altered_rows"], told.figures["applied"]) == (1, 1)
    assert _number(1) is None
    assert adds_up(told, 5)


def test_F74_renamed_columns_are_understood_and_told(out):
    def renamed(sheet):
        sheet[f"{LETTERS['result']}1"] = "KẾT QUẢ ĐỐI CHIẾU"
        sheet[f"{LETTERS['new_personal_id']}1"] = "Số ĐDCN cấp"

    told = answered(out, {1: given(1)}, renamed)
    assert told.figures["applied"] == 1
    assert [n.code for n in told.notices].count("form_column_renamed") == 2


def test_F74_colour_without_words_is_told_and_does_nothing(out):
    from openpyxl.styles import PatternFill

    row = rows_of(out / "dot.xlsx")[2]

    def coloured(sheet):
        sheet[f"C{row}"].fill = PatternFill("solid", fgColor="FFFF0000")

    told = answered(out, {1: given(1)}, coloured)
    assert (told.figures["answered"], told.figures["unanswered"]) == (1, 4)
    assert "police_coloured" in [notice.code for notice in told.notices]


@pytest.mark.parametrize(
    ("said", "effect"),
    [
        ({"result": "đã cấp số", "new_personal_id": number_of(1)}, "applied"),
        _deep({"new_personal_id": number_of(1)}, "applied"),
        ({"new_personal_id": int(number_of(1))}, "conflict"),  # a zero was lost, and nobody here puts it back
        _deep({"note": "ko tìm thấy"}, "next_step"),
        ({"result": "hỏi lại sau"}, "conflict"),
    ],
)
def test_F74_an_answer_in_words_is_understood_or_asked(out, said, effect):
    answered(out, {1: said})
    assert _line(1).effect == effect


@pytest.mark.parametrize("code", ["TE01-0001-00000000", _deep("TE01-0009-K7QX3M2A"), _deep("xong")])
def test_F75_a_code_that_was_edited_is_refused_row_by_row(out, code):
    row = rows_of(out / "dot.xlsx")[1]
    told = answered(out, {1: given(1), 2: given(2)}, lambda sheet: sheet.__setitem__(f"A{row}", code))
    assert (told.figures["unknown_rows"], told.figures["applied"]) == (1, 1)
    assert _number(1) is None
    assert adds_up(told, 5)


def test_F75_facts_that_were_altered_are_told_with_their_columns(out):
    row = rows_of(out / "dot.xlsx")[1]
    told = answered(out, {1: given(1)} | {2: given(2)}, lambda sheet: sheet.__setitem__(f"C{row}", "Ai Khác"))
    assert told.figures["altered_rows"] == 1
    assert "“Họ và tên”" in str(next(n for n in told.notices if n.code == "form_row_altered"))
    assert _number(1) is None


def test_F76_the_file_of_another_batch_goes_to_its_own_batch_or_is_refused_by_name(out):
    first = filled(out / "dot.xlsx", out / "tra.xlsx", {1: given(1)})
    with pytest.raises(Refused) as refusal:
        received(first, batch="TE-02")
    assert refusal.value.notice.code == "police_wrong_batch"
    assert "TE-01" in refusal.value.notice.message
    assert "TE-02" in refusal.value.notice.message
    assert received(first, batch="TE-01").figures["applied"] == 1


def test_F76_rows_of_another_batch_in_the_file_stand_outside(campaign, tmp_path):
    asked(tmp_path, 1, 2, 3)
    sent(tmp_path, "dot.xlsx")
    answered(tmp_path, {1: given(1), 2: {"result": "Không tìm thấy", "note": "chưa thu nhận"}, 3: given(3)})
    second = sent(tmp_path, "hai.xlsx", on=date(2026, 6, 25))
    assert (second.batch.code, second.batch.rows) == ("TE-02", 1)
    foreign = Line.objects.get(batch__code="TE-01", person__record_code="TE000001")

    def mixed(sheet):
        sheet.append([foreign.code, 9, *json.loads(foreign.printed), "Khớp"])

    path = filled(tmp_path / "hai.xlsx", tmp_path / "tra2.xlsx", {2: given(2)}, mixed)
    told = received(path)
    assert (told.batch, told.figures["applied"], told.figures["unknown_rows"]) == ("TE-02", 1, 1)
    assert told.details["unknown_rows"][0]["why"] == "other_batch"


def test_F76_the_file_of_another_home_is_refused(out, tmp_path):
    path = filled(out / "dot.xlsx", out / "tra.xlsx", {1: given(1)})
    from sosach.store.seals.models import Seal

    Line.objects.update(code="TE01-0001-AAAAAAAA")
    Seal.objects.update(key="00" * 32)
    with pytest.raises(Refused) as refusal:
        received(path)
    assert refusal.value.notice.code == "form_other_home"


def test_F77_a_number_that_belongs_to_somebody_else_is_asked_and_not_written(out):
    owner = Person.objects.get(record_code="TE000028")
    told = answered(out, {1: {"result": "Sửa thông tin", "new_personal_id": owner.personal_id}})
    assert told.figures["conflicts"] == 1
    assert (_line(1).why, _number(1)) == ("number_of_other", None)
    assert _missing(1).waiting_for == "culture_society_office"
    assert Finding.objects.filter(rule="personal_id_shared").count() == 0


def test_one_person_may_stand_in_two_registers_with_one_number(campaign, tmp_path):
    asked(tmp_path, 1)
    row = {name: child(1)[name] for name in ("full_name", "birth_date", "sex", "ethnicity", "hamlet", "personal_id")}
    old = {"full_name": "Trần Văn Bảy", "birth_date": "05/03/1940", "sex": "Nam", "ethnicity": "Kinh",
           "hamlet": "Thôn Gò Me", "category": "5.5.a", "decision_no": "7/QĐ"}  # fmt: skip
    rows = [row | {"record_code": "BT1"}, old | {"record_code": "BT2"}]
    aided(tmp_path / "bt.xlsx", rows)
    batch = send_batch(ToSend(register="beneficiaries", out=tmp_path / "bt-1.xlsx"), actor=OPERATOR, on=THURSDAY).batch
    assert (batch.code, [line.person.record_code for line in batch.lines.all()]) == ("BT-01", ["BT2"])
    sent(tmp_path)
    told = answered(tmp_path, {1: {"result": "Cấp/bổ sung số", "new_personal_id": child(1)["personal_id"]}})
    assert told.figures["applied"] == 1
    another = answered(tmp_path, {1: {"result": "Sửa thông tin", "new_full_name": "Ai Khác"}}, name="khác.xlsx")
    assert another.figures["conflicts"] == 1


def test_F77_one_number_for_two_rows_of_the_file_is_set_to_neither(out):
    same = number_of(1)
    told = answered(out, {1: given(1), 3: {"result": "Cấp/bổ sung số", "new_personal_id": same}, 2: given(2)})
    assert told.figures["conflicts"] >= 1
    assert _number(3) is None


def test_F77_a_changed_name_waits_for_an_official(out):
    told = answered(out, {1: given(1) | {"new_full_name": "Nguyễn Thị Khác", "result": "Sửa thông tin"}})
    assert (told.figures["conflicts"], _line(1).why, _number(1)) == (1, "fact_changed", None)
    (conflict,) = selectors.conflicts("children")
    fields = {one["field"]: one for one in json.loads(conflict.compared)}
    assert fields["full_name"]["answered"] == "Nguyễn Thị Khác"


def test_F78_what_was_changed_here_meanwhile_is_laid_three_ways(out):
    _decide(1, "personal_id", number_of(1, 820000))
    told = answered(out, {1: given(1)})
    assert (told.figures["conflicts"], _line(1).why) == (1, "changed_meanwhile")
    assert _number(1) == number_of(1, 820000)
    (conflict,) = selectors.conflicts()
    assert json.loads(conflict.compared)[0] == {
        "field": "personal_id",
        "sent": None,
        "current": number_of(1, 820000),
        "answered": number_of(1),
    }


def test_F78_what_was_put_right_here_meanwhile_is_confirmed(out):
    _decide(1, "personal_id", number_of(1))
    told = answered(out, {1: given(1)})
    assert told.figures["applied"] == 1
    assert Event.objects.filter(operation=told.operation, kind="changed").count() == 0


def test_F78_a_person_who_was_merged_meanwhile_is_a_question(out):
    merge_records("children", "TE000001", "TE000028", "Một người", actor=OPERATOR, on=THURSDAY)
    told = answered(out, {1: given(1)})
    assert (told.figures["conflicts"], _line(1).why) == (1, "person_gone")
    check_invariants()


def test_F79_the_answers_of_a_cancelled_batch_are_kept_aside(out):
    path = filled(out / "dot.xlsx", out / "tra.xlsx", {1: given(1)})
    undo(Line.objects.first().batch_id, "Gửi nhầm", actor=OPERATOR, on=THURSDAY)
    before = head()
    with pytest.raises(Refused) as refusal:
        received(path)
    assert refusal.value.notice.code == "police_cancelled"
    assert head() == before
    assert _number(1) is None
    kept = [original(start.current(), file.stem, KEY) for file in start.current().originals.iterdir()]
    assert path.read_bytes() in kept


def test_F80_a_list_that_comes_back_before_it_left_is_taken_in_with_a_word(out):
    told = answered(out, {1: given(1)}, on=date(2026, 6, 17))
    assert told.figures["applied"] == 1
    assert "police_early" in [notice.code for notice in told.notices]


def test_F82_a_list_without_an_answer_is_refused(out):
    with pytest.raises(Refused) as refusal:
        received(out / "dot.xlsx")
    assert refusal.value.notice.code == "police_empty"


def test_minutes_of_the_return_foot_and_name_the_head_of_the_log(out):
    told = answered(out, {1: given(1), 2: {"result": "Trùng"}, 3: {"result": "hỏi lại"}}, minutes=out / "bb")
    written = json.loads((out / "bb" / "minutes.json").read_text(encoding="utf-8"))
    assert written == selectors.returned_minutes("TE-01")[0]
    assert written["answered"] + written["unanswered"] + written["altered"] == written["sent"] == 5
    assert sum(written["results"].values()) == written["answered"]
    assert Event.objects.filter(hash=written["chain_head"], operation=told.operation).exists()
    assert (written["returned_on"], written["days_late"]) == ("2026-06-24", 0)


def test_undoing_a_return_brings_everything_back(out):
    told = answered(out, {1: given(1), 2: {"result": "Trùng"}, 3: {"result": "hỏi lại"}})
    undo(told.operation, "Nhầm tệp", actor=OPERATOR, on=WEDNESDAY)
    assert _number(1) is None
    assert [_missing(n).state for n in (1, 2, 3)] == ["open"] * 3
    assert Line.objects.filter(answered_by=None, effect="", answered_on=None).count() == 5
    figures = selectors.figures("children", WEDNESDAY)
    assert (figures.returned, figures.at_police) == (0, 5)
    assert selectors.conflicts() == []
    check_invariants()
    again = received(out / "tra.xlsx")
    assert again.figures == told.figures
    check_invariants()


def test_of_two_returns_the_later_one_is_undone_first(out):
    first = answered(out, {1: given(1)})
    second = answered(out, {1: given(1, 810000), 2: given(2)}, name="lần 2.xlsx")
    with pytest.raises(Refused) as refusal:
        undo(first.operation, actor=OPERATOR, on=WEDNESDAY)
    assert refusal.value.notice.code == "police_returned"
    undo(second.operation, actor=OPERATOR, on=WEDNESDAY)
    assert (_line(1).effect, _line(1).answered_by, _number(2)) == ("applied", first.operation, None)
    undo(first.operation, actor=OPERATOR, on=WEDNESDAY)
    assert _number(1) is None
    check_invariants()


def test_a_number_that_was_changed_since_is_not_undone(out):
    told = answered(out, {1: given(1)})
    _decide(1, "personal_id", number_of(1, 820000))
    with pytest.raises(Refused) as refusal:
        undo(told.operation, actor=OPERATOR, on=WEDNESDAY)
    assert refusal.value.notice.code == "undo_depends"
    assert _line(1).answered_by == told.operation


def test_police_and_office_may_take_answers_in_and_collaborators_may_not(out):
    path = filled(out / "dot.xlsx", out / "tra.xlsx", {1: given(1)})
    with pytest.raises(Refused):
        received(path, actor=COLLABORATOR)
    assert received(path, actor=POLICE).figures["applied"] == 1


def test_a_list_under_a_password_comes_back_under_it(campaign, tmp_path):
    asked(tmp_path, 1)
    sent(tmp_path, password="Hòa Mẫu 2026")
    opened = tmp_path / "mo.xlsx"
    with (tmp_path / "dot.xlsx").open("rb") as locked_file, opened.open("wb") as plain:
        book = OfficeFile(locked_file)
        book.load_key(password="Hòa Mẫu 2026")
        book.decrypt(plain)
    written_into(opened, opened, {2: given(1)})
    back = tmp_path / "tra.xlsx"
    back.write_bytes(locked(opened.read_bytes(), "Hòa Mẫu 2026", back.name))
    told = received(back, password="Hòa Mẫu 2026", has_password=True)
    assert told.figures["applied"] == 1
    assert selectors.returned_minutes("TE-01")[0]["file"]["password"] is True
