"""Reports at the desk: figures frozen once, read as they will be printed, compared, worded, approved, taken out."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sosach.papers.document import said
from sosach.store.log.models import Event
from sosach.store.reports.models import Snapshot
from sosach.store.reports.selectors import papers_of
from sosach.store.reports.services import Wanted, freeze_report
from sosach.web.frame import clock
from tests.store.people import OPERATOR, child, taken_in
from tests.web.conftest import HARM, TODAY, Desk

As = Callable[[str | None], Client]


@pytest.fixture
def number(desk: Desk, as_role: As) -> str:
    """The weekly report of the week that closed last."""
    answer = as_role("culture").post("/bao-cao/chot", {"kind": "weekly"})
    assert answer.status_code == 302
    return answer["Location"].rpartition("/")[2]


def test_the_page_says_what_the_paper_says(number: str, as_role: As):
    page = as_role("leader").get(f"/bao-cao/{number}").content.decode()
    paper = papers_of(Snapshot.objects.get(number=number))["children"]
    told = page.replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&")
    assert [
        words for words in said(paper) if words and words not in told and words not in "".join(told.split("</b>"))
    ] == []


def test_asked_for_again_the_figures_are_the_same(number: str, as_role: As):
    again = as_role("culture").post("/bao-cao/chot", {"kind": "weekly"})
    assert again["Location"] == f"/bao-cao/{number}"
    assert Snapshot.objects.count() == 1


def test_a_correction_says_why_and_names_the_one_before(number: str, as_role: As):
    culture = as_role("culture")
    answer = culture.post("/bao-cao/chot", {"kind": "weekly", "correct": "nhập thiếu một thôn"})
    assert answer["Location"] == f"/bao-cao/{number}-2"
    assert "Đã có bản chốt lại" in culture.get("/bao-cao").content.decode()


def test_the_week_before_stands_beside(number: str, as_role: As, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    culture = as_role("culture")
    assert "Chưa có báo cáo tuần trước" in culture.get(f"/bao-cao/{number}").content.decode()
    rows = [child(number, **HARM.get(number, {})) for number in range(1, 43)]
    taken_in(tmp_path / "moi.xlsx", rows, date(2026, 6, 18))
    monkeypatch.setenv(clock.DAY, "2026-06-26")
    later = culture.post("/bao-cao/chot", {"kind": "weekly"})["Location"]
    page = culture.get(later).content.decode()
    assert number in page
    row = re.search(r"số người cuối kỳ.*?</tr>", page, re.S)
    assert row is not None
    assert re.findall(r'class="num">([^<]+)<', row[0]) == ["40", "42", "+2"]


def test_own_words_take_the_drafts_place_until_the_report_is_approved(number: str, as_role: As):
    culture, leader = as_role("culture"), as_role("leader")
    told = {"section": "difficulties", "words": "Đường vào thôn <b>sạt lở</b>."}
    assert culture.post(f"/bao-cao/{number}/muc", told).status_code == 302
    page = culture.get(f"/bao-cao/{number}").content.decode()
    assert "Đường vào thôn &lt;b&gt;sạt lở&lt;/b&gt;." in page
    assert culture.post(f"/bao-cao/{number}/muc", {"section": "khác"}).status_code == 422
    assert leader.post(f"/bao-cao/{number}/duyet").status_code == 302
    assert Snapshot.objects.get(number=number).approved_on == TODAY
    assert culture.post(f"/bao-cao/{number}/muc", told).status_code == 422
    assert leader.post(f"/bao-cao/{number}/duyet").status_code == 422
    assert "Lời của xã" not in leader.get(f"/bao-cao/{number}").content.decode()


def test_files_are_those_of_the_report_and_their_leaving_is_written_down(number: str, as_role: As):
    culture = as_role("culture")
    stem = f"bao-cao-tuan-tre-em-{number}"
    assert culture.post(f"/bao-cao/{number}/tep", {"file": f"{stem}.pdf"}).content.startswith(b"%PDF")
    assert Event.objects.filter(kind="taken_out").count() == 1
    whole = culture.post(f"/bao-cao/{number}/tep", {"copy": "leaves"})
    with zipfile.ZipFile(io.BytesIO(whole.content)) as packed:
        assert {name.rpartition(".")[2] for name in packed.namelist()} == {"docx", "pdf", "xlsx", "json"}
    assert Event.objects.filter(kind="taken_out").count() == 1  # totals alone


def test_letters_need_a_report_and_the_notice_does_not(desk: Desk, as_role: As):
    leader = as_role("leader")
    assert leader.post("/bao-cao/giay-to", {"paper": "letters"}).status_code == 422
    answer = leader.post("/bao-cao/giay-to", {"paper": "notice"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert any(name.endswith(".pdf") for name in packed.namelist())


def test_an_unknown_report_is_not_there(desk: Desk, as_role: As):
    assert as_role("leader").get("/bao-cao/TE-2020-01").status_code == 404


def test_a_list_of_reports_costs_no_more_queries(number: str, as_role: As):
    client, counts = as_role("leader"), []
    for kind in ("adhoc", "final"):
        freeze_report(Wanted(kind=kind, on=TODAY), actor=OPERATOR)
        with CaptureQueriesContext(connection) as queries:
            client.get("/bao-cao")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 14
