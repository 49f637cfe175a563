"""What comes back is what others make of a list, and the program has to find out."""

from sosach.cli.demo.made_up import Asked, answered_by_households, answered_by_police
from sosach.forms.police import Result
from sosach.forms.visits import Asks
from sosach.intake.options import ReadingOptions
from sosach.intake.police_answer import read_police_answer
from sosach.intake.visit_answer import read_visit_answer
from sosach.outputs.police_workbook import write_police_list
from sosach.outputs.visit_workbook import write_visit
from tests.forms.batches import BATCH, sent
from tests.forms.hamlets import VISIT, listed

TRUTH = {"personal_id": "027215600001", "birth_cert_no": "1/2015"}


def from_police(tmp_path, count):
    rows = sent()[:count]
    write_police_list(tmp_path / "dot.xlsx", BATCH, rows)
    truths = {row.code: TRUTH | {"personal_id": f"0272156{row.number:05d}"} for row in rows}
    answered_by_police(tmp_path / "dot.xlsx", tmp_path / "tra.xlsx", truths)
    return rows, read_police_answer(tmp_path / "tra.xlsx", ReadingOptions())


def test_the_police_give_numbers_and_are_careless(tmp_path):
    rows, back = from_police(tmp_path, 30)
    codes = [row.returned.code for row in back.rows]
    known = {row.code for row in rows}
    assert len(known - set(codes)) == 1
    assert len(set(codes) - known) == 1
    assert codes != sorted(codes)
    results = [row.answer.result for row in back.rows if row.answer]
    assert results.count(Result.NUMBER_GIVEN) > len(rows) // 2


def test_a_short_list_comes_back_whole(tmp_path):
    rows, back = from_police(tmp_path, 3)
    assert {row.returned.code for row in back.rows} == {row.code for row in rows}


def test_a_child_without_a_birth_certificate_is_not_registered(tmp_path):
    rows = sent()[:1]
    write_police_list(tmp_path / "dot.xlsx", BATCH, rows)
    answered_by_police(tmp_path / "dot.xlsx", tmp_path / "tra.xlsx", {rows[0].code: TRUTH | {"birth_cert_no": None}})
    (row,) = read_police_answer(tmp_path / "tra.xlsx", ReadingOptions()).rows
    assert row.answer.result is Result.UNREGISTERED


def test_households_answer_and_children_are_met(tmp_path):
    write_visit(tmp_path / "rs.xlsx", VISIT, listed())
    rows = listed().sent
    asked = {row.code: Asked(Asks.SEX, "sex", {"sex": "female"}) for row in rows}
    met = [{"full_name": "Nguyễn Văn An", "birth_date": "2026-05-02", "sex": "male", "mother_name": "Trần Thị Mai"}]
    answered_by_households(tmp_path / "rs.xlsx", tmp_path / "tra.xlsx", asked, met)
    back = read_visit_answer(tmp_path / "tra.xlsx", ReadingOptions())
    assert {row.code for row in back.rows} == {row.code for row in rows}
    assert {row.answers["answer"] for row in back.rows if row.answers} == {"Nữ"}
    (child,) = back.found
    assert (child.full_name.value, child.birth_date.value, child.sex.value) == ("Nguyễn Văn An", "2026-05-02", "male")
