"""A hamlet's list read back."""

from pathlib import Path

import openpyxl
import pytest

from sosach.findings.notices import Refused
from sosach.forms.visits import Choice
from sosach.intake.options import ReadingOptions
from sosach.intake.visit_answer import VisitReturn, read_visit_answer
from sosach.outputs.visit_workbook import write_visit
from tests.forms.hamlets import VISIT, listed

CHILD = (
    "Nguyễn Văn Mới",
    "02/05/2026",
    "Nam",
    "Kinh",
    "027226700008",
    None,
    "Lê Thị Mẫu",
    "Chưa",
    "Lê Văn Mẫu",
    "Gò Me",
    "mới sinh",
)


def back(tmp_path: Path, answers: dict[int, str], *children: tuple, without: str = "") -> VisitReturn:
    path = tmp_path / "rs.xlsx"
    write_visit(path, VISIT, listed())
    book = openpyxl.load_workbook(path)
    for number, text in answers.items():
        book["Câu hỏi"].cell(number + 1, 7).value = text
    for row, child in enumerate(children, 2):
        for column, value in enumerate(child, 1):
            book["Trẻ chưa có trong danh sách"].cell(row, column).value = value
    if without:
        del book[without]
    book.save(path)
    return read_visit_answer(path, ReadingOptions())


def test_answers_come_with_their_rows(tmp_path: Path) -> None:
    found = back(tmp_path, {1: "Có", 2: "027219700002"})
    assert [row.code for row in found.rows] == [row.code for row in listed().sent]
    assert found.rows[1].answers == {"answer": "027219700002"}
    assert found.found == ()
    assert found.notices == ()


def test_children_met_come_the_same_way(tmp_path: Path) -> None:
    (child,) = back(tmp_path, {}, CHILD).found
    assert (child.full_name.value, child.birth_date.value, child.sex.value) == ("Nguyễn Văn Mới", "2026-05-02", "male")
    assert (child.ethnicity.value, child.personal_id.value) == ("01", "027226700008")
    assert (child.mother_name.value, child.father_name.filled) == ("Lê Thị Mẫu", False)
    assert child.registered.value == Choice.NO
    assert (child.address, child.note, child.row) == ("Gò Me", "mới sinh", 2)


def test_a_child_of_whom_little_is_known_comes_along_and_a_signature_does_not(tmp_path: Path) -> None:
    found = back(tmp_path, {}, CHILD, ("Lê Thị Hai", None, "Nữ"), (), ("TRƯỞNG THÔN",)).found
    assert [child.full_name.value for child in found] == ["Nguyễn Văn Mới", "Lê Thị Hai"]


def test_a_list_without_the_second_sheet_tells_of_no_children(tmp_path: Path) -> None:
    assert back(tmp_path, {1: "Có"}, without="Trẻ chưa có trong danh sách").found == ()


def test_an_empty_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        back(tmp_path, {})
    assert refusal.value.notice.code == "visits_empty"
