import pytest

from sosach.findings.finding import Severity
from sosach.outputs.review import marks as room
from sosach.outputs.review.marks import marks
from sosach.outputs.review.places import places
from sosach.outputs.review.todo import todo
from tests.outputs.small_register import SHEET, checked, finding


def test_cells_are_marked_with_the_reason_the_suggestion_and_the_step() -> None:
    found = marks(todo(checked()), SHEET, places(checked().columns))
    mark = found[5].cells[4]
    assert mark.severity is Severity.ERROR
    assert mark.note == (
        "Lỗi: Số “3217600002” có 10 chữ số vì bảng tính đã bỏ 2 số 0 ở đầu.\n"
        "Đề xuất: 003217600002 (chắc chắn)\n"
        f"Việc cần làm: {todo(checked())['next_step'][0]}"
    )


def test_a_cell_with_two_problems_has_the_graver_colour_and_both_reasons() -> None:
    both = checked(findings=[finding(5, "a", "warning", field="sex"), finding(5, "b", "error", field="sex")])
    mark = marks(todo(both), SHEET, places(both.columns))[4].cells[3]
    assert mark.severity is Severity.ERROR
    assert mark.note
    assert "Câu về a." in mark.note
    assert "Câu về b." in mark.note


def test_a_row_tells_its_problems_in_a_few_words() -> None:
    found = marks(todo(checked()), SHEET, places(checked().columns))
    assert found[6].words == "Lỗi: Chưa ghi giới tính. Cần xác minh: Thiếu ngày, tháng sinh."


def test_a_problem_of_the_whole_row_is_marked_at_the_name() -> None:
    found = marks(todo(checked()), SHEET, places(checked().columns))
    assert 1 in found[7].cells


def test_other_sheets_are_not_marked() -> None:
    assert marks(todo(checked()), "Hướng dẫn", places(checked().columns)) == {}


def test_there_are_no_more_notes_than_excel_can_bear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_MOST_NOTES", 2)
    found = marks(todo(checked()), SHEET, places(checked().columns))
    notes = [mark.note for row in found.values() for mark in row.cells.values()]
    assert [note is not None for note in notes] == [True, True, False, False, False]
    assert all(row.words for row in found.values())
