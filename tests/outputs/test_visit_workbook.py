"""A hamlet's list: workbook and page, both or none."""

from pathlib import Path

import openpyxl
import pytest

from sosach.findings.notices import Refused
from sosach.outputs import visit_workbook
from sosach.outputs.visit_workbook import write_visit
from tests.forms.hamlets import VISIT, listed


def test_questions_first_then_room_for_children_met(tmp_path: Path) -> None:
    done = write_visit(tmp_path / "rs.xlsx", VISIT, listed())
    book = openpyxl.load_workbook(done.workbook)
    assert book.sheetnames == ["Câu hỏi", "Trẻ chưa có trong danh sách", "Hướng dẫn"]
    assert [row[0].value for row in book.worksheets[0].iter_rows(min_row=2)] == [row.code for row in listed().sent]
    assert not book.worksheets[1]["A2"].protection.locked
    assert done.page.name == "rs.html"
    assert done.page.exists()


def test_no_full_number_leaves_the_office(tmp_path: Path) -> None:
    done = write_visit(tmp_path / "rs.xlsx", VISIT, listed())
    cells = [str(cell.value) for sheet in openpyxl.load_workbook(done.workbook) for row in sheet for cell in row]
    assert not any("027218700127" in text for text in (*cells, done.page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("step", ["write_form", "_prove", "visit_page"])
def test_stopped_at_any_step_nothing_is_half_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(visit_workbook, step, full)
    with pytest.raises(Refused):
        write_visit(tmp_path / "rs.xlsx", VISIT, listed())
    assert list(tmp_path.iterdir()) == []


def test_a_list_that_reads_differently_is_never_handed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = visit_workbook.write_form
    monkeypatch.setattr(visit_workbook, "write_form", lambda path, form, rows, cover: real(path, form, rows[1:], cover))
    with pytest.raises(Refused) as refusal:
        write_visit(tmp_path / "rs.xlsx", VISIT, listed())
    assert refusal.value.notice.code == "output_differs"
