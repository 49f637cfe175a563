"""Uploads at the desk: files with their proof, lines ticked one by one, a later export that confirms."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sosach.store.log.models import Event
from sosach.store.upload.models import Fact, Upload
from tests.store.people import child, workbook
from tests.store.upload.exports import decided
from tests.web.conftest import HARM, TODAY, Desk

As = Callable[[str | None], Client]
ROWS = [child(number, **HARM.get(number, {})) for number in range(1, 41)]


@pytest.fixture
def base(desk: Desk, tmp_path: Path) -> Path:
    """The last export, after two decisions."""
    decided(6, "sex", "Nam", TODAY)
    decided(10, "father_name", "Nguyễn Văn Tám", TODAY)
    return tmp_path / "tre-em.xlsx"


def _prepare(client: Client, base: Path):
    with base.open("rb") as file:
        return client.post("/tai-len/lap", {"register": "children", "file": file})


def _confirm(client: Client, path: Path, **more: str):
    with path.open("rb") as file:
        return client.post("/tai-len/doi-chieu", {"register": "children", "file": file} | more)


def test_what_is_ready_leaves_as_files_with_their_proof(base: Path, as_role: As):
    culture = as_role("culture")
    assert "Nguyễn Văn Tám" not in culture.get("/tai-len").content.decode()
    place = culture.get(_prepare(culture, base)["Location"])["Location"]
    assert place == "/tai-len/CN-01"
    assert "Đã lập đợt CN-01" in culture.get(place).content.decode()
    assert culture.post(f"{place}/tep", {"purpose": " "}).status_code == 422
    assert not Event.objects.filter(kind="taken_out", details__contains='"upload"').exists()
    answer = culture.post(f"{place}/tep", {"purpose": "Tải lên phần mềm"})
    assert answer["Content-Disposition"].endswith("CN-01.zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        names = packed.namelist()
        proof = json.loads(packed.read(next(name for name in names if name.endswith("proof.json"))))
    assert len(names) == 3
    assert (len(proof["cells_changed"]), proof["other_cells_changed"]) == (2, 0)
    page = culture.get("/tai-len/CN-01").content.decode()
    assert proof["file"]["sha256"] in page
    assert Event.objects.get(kind="taken_out", details__contains='"upload"').reason == "Tải lên phần mềm"


def test_an_export_that_is_not_the_last_one_is_refused_in_words(base: Path, as_role: As, tmp_path: Path):
    other = workbook(tmp_path / "khac.xlsx", ROWS[:20])
    assert _prepare(as_role("culture"), other).status_code == 422
    assert not Upload.objects.exists()
    assert "Chưa chọn tệp." in as_role("culture").post("/tai-len/lap", {"register": "children"}).content.decode()


def test_lines_are_ticked_by_whoever_typed_them(base: Path, as_role: As):
    culture = as_role("culture")
    _prepare(culture, base)
    page = culture.get("/tai-len/CN-01").content.decode()
    assert "Nguyễn Văn Tám" in page
    assert culture.post("/tai-len/CN-01").status_code == 422
    told = {"line-1": "done", "line-2": "failed", "note-2": "phần mềm báo lỗi", "line-9": "done"}
    assert culture.post("/tai-len/CN-01", told).status_code == 302
    assert sorted(Fact.objects.values_list("number", "typed")) == [(1, "done"), (2, "failed")]
    event = Event.objects.get(kind="not_typed")
    assert json.loads(event.details)["note"] == "phần mềm báo lỗi"
    assert "Không còn dòng nào phải nhập tay" in culture.get("/tai-len/CN-01").content.decode()


def test_a_later_export_says_what_the_software_took(base: Path, as_role: As, tmp_path: Path):
    culture = as_role("culture")
    _prepare(culture, base)
    later = workbook(tmp_path / "sau.xlsx", [*ROWS[:5], child(6), *ROWS[6:]])
    assert _confirm(culture, later, as_of="hôm qua").status_code == 422
    assert culture.get(_confirm(culture, later, as_of="16/06/2026")["Location"])["Location"] == "/tai-len"
    page = culture.get("/tai-len").content.decode()
    assert "phần mềm đã nhận 1 mục, chưa nhận 1 mục" in page
    assert "1 mục mở lại" in page


def test_a_cancelled_upload_and_one_that_never_was_are_not_there(base: Path, as_role: As):
    culture = as_role("culture")
    _prepare(culture, base)
    Upload.objects.update(cancelled_by=1)
    assert culture.get("/tai-len/CN-01").status_code == 404
    assert culture.get("/tai-len/CN-77").status_code == 404


def test_uploads_cost_no_more_queries_with_more_of_them(base: Path, as_role: As):
    client, counts = as_role("culture"), []
    for number in (11, 12):
        decided(number, "father_name", "Nguyễn Văn Chín", TODAY)
        _prepare(client, base)
        with CaptureQueriesContext(connection) as queries:
            client.get("/tai-len")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30
