"""Batches at the desk: the office sends, the police answer on the page or in the workbook, an official decides."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sosach.forms.police import POLICE_LIST
from sosach.store.log.models import Event
from sosach.store.police.models import Batch, Line
from sosach.store.police.selectors import conflicts
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import facts
from tests.forms.batches import LETTERS
from tests.store.people import child, taken_in
from tests.store.police.lists import number_of
from tests.web.conftest import TODAY, Desk

As = Callable[[str | None], Client]


@pytest.fixture
def batch(desk: Desk, as_role: As) -> Batch:
    """The batch that the office sends."""
    answer = as_role("culture").post("/cong-an/gui", {"register": "children"})
    assert answer["Location"] == "/cong-an?dot=TE-02"
    return Batch.objects.get(code="TE-02")


def _line(number: int) -> Line:
    return Line.objects.get(batch__code="TE-02", person__record_code=f"TE{number:06d}")


def _answer(client: Client, **cells: str):
    return client.post("/cong-an/TE-02/tra-loi", {name.replace("__", "-"): value for name, value in cells.items()})


def test_the_office_sees_who_is_ready_and_what_keeps_others_back(desk: Desk, as_role: As):
    page = as_role("culture").get("/cong-an").content.decode()
    assert re.search(r"<b>\d+</b> trẻ đủ điều kiện", page)
    assert "đủ điều kiện" not in as_role("police").get("/cong-an").content.decode()


def test_the_police_see_their_batches_and_nobody_else(batch: Batch, as_role: As):
    page = as_role("police").get("/cong-an?dot=TE-02").content.decode()
    assert "TE-02" in page
    assert "Lập đợt" not in page
    assert "đủ điều kiện" not in page
    Batch.objects.filter(code="TE-01").update(cancelled_by=1)
    assert as_role("police").get("/cong-an?dot=TE-01").status_code == 404
    assert as_role("police").get("/cong-an/TE-01/tra-loi").status_code == 404
    assert as_role("police").post("/cong-an/TE-01/tep").status_code == 404
    assert as_role("police").post("/cong-an/TE-09/bien-ban").status_code == 404


def test_what_is_typed_is_taken_in_as_a_workbook_would_be(batch: Batch, as_role: As):
    line, police = _line(3), as_role("police")
    page = police.get("/cong-an/TE-02/tra-loi").content.decode()
    assert line.person.full_name in page
    cells = {f"result__{line.number}": "Cấp/bổ sung số", f"new_personal_id__{line.number}": number_of(3)}
    assert _answer(police, **cells)["Location"] == "/cong-an?dot=TE-02"
    assert facts({line.person_id})[line.person_id]["personal_id"] == number_of(3)
    line.refresh_from_db()
    assert (line.effect, line.result) == ("applied", "number_given")
    told = police.get("/cong-an?dot=TE-02").content.decode()
    assert "Đã nhận 1 dòng có kết quả của đợt TE-02: 1 đã áp dụng" in told
    assert line.person.full_name not in police.get("/cong-an/TE-02/tra-loi").content.decode()


def test_nothing_typed_is_said_and_what_was_typed_stays(batch: Batch, as_role: As):
    answer = _answer(as_role("police"))
    assert answer.status_code == 422
    assert "Chưa dòng nào ghi kết quả." in answer.content.decode()


def test_the_workbook_goes_out_and_comes_back(batch: Batch, as_role: As, tmp_path: Path):
    police, line = as_role("police"), _line(3)
    answer = police.post("/cong-an/TE-02/tep")
    assert answer["Content-Disposition"] == "attachment; filename*=UTF-8''dot-TE-02.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    sheet = book[POLICE_LIST.sheet]
    sheet[f"{LETTERS['result']}{line.number + 1}"] = "Không tìm thấy"
    sheet[f"{LETTERS['note']}{line.number + 1}"] = "đã chuyển đi"
    book.save(tmp_path / "tra.xlsx")
    with (tmp_path / "tra.xlsx").open("rb") as file:
        assert police.post("/cong-an/nhan", {"file": file})["Location"] == "/cong-an?dot=TE-02"
    line.refresh_from_db()
    assert line.result == "not_found"
    told = police.get("/cong-an?dot=TE-02").content.decode()
    assert "chuyển bước tiếp" in told
    taken = Event.objects.filter(kind="taken_out").values_list("actor", "details")
    assert any("police_list" in details for _, details in taken)


def test_a_password_that_is_too_short_is_refused_on_the_page(batch: Batch, as_role: As):
    answer = as_role("police").post("/cong-an/TE-02/tep", {"password": "1"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_no_file_and_a_foreign_file_are_told_in_words(batch: Batch, as_role: As, tmp_path: Path):
    police = as_role("police")
    assert "Chưa chọn tệp." in police.post("/cong-an/nhan").content.decode()
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with (tmp_path / "x.csv").open("rb") as file:
        assert police.post("/cong-an/nhan", {"file": file}).status_code == 422


def test_a_difference_waits_for_an_official_who_gives_a_reason(batch: Batch, as_role: As):
    line, police, culture = _line(3), as_role("police"), as_role("culture")
    name = f"{line.person.full_name} Anh"
    cells = {f"result__{line.number}": "Sửa thông tin", f"new_full_name__{line.number}": name}
    _answer(police, **cells)
    assert [one.line_id for one in conflicts("children")] == [line.id]
    page = culture.get("/cong-an?dot=TE-02").content.decode()
    assert "1 khác biệt" in page
    assert "<ins> Anh</ins>" in page
    assert 'name="take"' not in police.get("/cong-an?dot=TE-02").content.decode()
    told = {"row": line.code, "batch": "TE-02", "take": "answered"}
    assert culture.post("/cong-an/quyet-dinh", told).status_code == 422
    assert culture.post("/cong-an/quyet-dinh", told | {"reason": "khai sinh ghi vậy"}).status_code == 302
    assert facts({line.person_id})[line.person_id]["full_name"] == name
    assert conflicts("children") == []


@pytest.mark.parametrize(("paper", "begins"), [("giao.pdf", b"%PDF"), ("danh-sach.docx", b"PK")])
def test_minutes_are_printed_from_what_was_frozen(batch: Batch, as_role: As, paper: str, begins: bytes):
    answer = as_role("police").post("/cong-an/TE-02/bien-ban", {"paper": paper})
    assert answer.content.startswith(begins)


def test_batches_cost_no_more_queries_with_more_rows(batch: Batch, as_role: As, tmp_path: Path):
    client, counts = as_role("culture"), []
    for size in (43, 80):
        rows = [
            child(number, personal_id="" if number > 40 else child(number)["personal_id"]) for number in range(1, size)
        ]
        taken_in(tmp_path / f"{size}.xlsx", rows, TODAY, "thử")
        client.post("/cong-an/gui", {"register": "children"})
        client.get("/cong-an")  # what is kept in memory is read
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/cong-an").status_code == 200
        counts.append(len(queries))
    assert counts[1] <= counts[0]
    assert counts[1] <= 45
    assert Person.objects.count() > 70
