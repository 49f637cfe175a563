"""Lists of hamlets at the desk: made, printed, answered house by house or by file; nobody sees other hamlets."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sosach.store.log.models import Event
from sosach.store.visits.models import Line, Visit
from tests.store.people import child, taken_in
from tests.web.conftest import HARM, OTHER, OWN, TODAY, Desk

As = Callable[[str | None], Client]


@pytest.fixture
def lists(desk: Desk, as_role: As) -> Visit:
    """The lists of all hamlets; gives that of the collaborator's own."""
    assert as_role("culture").post("/thon/lap", {"hamlet": "*"}).status_code == 302
    return Visit.objects.get(hamlet=OWN)


def test_a_collaborator_makes_lists_of_the_own_hamlet_alone(desk: Desk, as_role: As):
    client = as_role("collaborator")
    assert OTHER not in client.get("/thon").content.decode()
    assert client.post("/thon/lap", {"hamlet": OTHER}).status_code in (404, 422)
    assert client.post("/thon/lap", {"hamlet": "*"}).status_code == 302
    assert [visit.hamlet for visit in Visit.objects.all()] == [OWN]


def test_lists_of_other_hamlets_are_not_there(lists: Visit, as_role: As):
    other = Visit.objects.get(hamlet=OTHER)
    client = as_role("union")
    assert client.get(f"/thon/{lists.code}").status_code == 200
    assert client.get(f"/thon/{other.code}").status_code == 404
    assert client.post(f"/thon/{other.code}/tep").status_code == 404
    assert client.post(f"/thon/{other.code}/phieu").status_code == 404
    assert client.post(f"/thon/{other.code}", {"answer-1": "Có"}).status_code == 404
    assert not Event.objects.filter(kind="visits_answer").exists()


def test_house_by_house_answers_are_typed(lists: Visit, as_role: As):
    client = as_role("collaborator")
    page = client.get(f"/thon/{lists.code}").content.decode()
    line = Line.objects.filter(visit=lists).order_by("number")[0]
    assert line.question in page
    assert client.post(f"/thon/{lists.code}", {f"answer-{line.number}": " "}).status_code == 422
    cells = {f"answer-{line.number}": "Chưa", f"note-{line.number}": "mẹ đi làm xa"}
    assert client.post(f"/thon/{lists.code}", cells).status_code == 302
    line.refresh_from_db()
    assert line.answered_on == TODAY
    assert Event.objects.get(kind="visits_answer").actor == "Người giữ vai collaborator"
    assert "Đã nhận 1 câu trả lời" in client.get(f"/thon/{lists.code}").content.decode()


def test_a_house_that_is_away_is_skipped(lists: Visit, as_role: As):
    client = as_role("collaborator")
    found = re.search(r'href="\?tu=(\d+)"', client.get(f"/thon/{lists.code}").content.decode())
    assert found is not None
    page = client.get(f"/thon/{lists.code}?tu={found[1]}").content.decode()
    assert f'name="answer-{found[1]}"' in page
    assert f'name="tu" value="{found[1]}"' in page


def test_no_full_number_stands_on_a_list(lists: Visit, as_role: As):
    page = as_role("collaborator").get(f"/thon/{lists.code}").content.decode()
    assert [number for number in range(1, 41) if child(number)["personal_id"] in page] == []


def test_sheets_and_workbook_are_those_that_were_sent(lists: Visit, as_role: As, tmp_path: Path):
    client = as_role("collaborator")
    assert client.post(f"/thon/{lists.code}/phieu").content.startswith(b"%PDF")
    answer = client.post(f"/thon/{lists.code}/tep")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    sheet = book.worksheets[0]
    codes = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert codes[: lists.questions] == list(lists.lines.order_by("number").values_list("code", flat=True))
    sheet.cell(2, [cell.value for cell in sheet[1]].index("Trả lời") + 1, "Chưa")
    book.save(tmp_path / "tra.xlsx")
    with (tmp_path / "tra.xlsx").open("rb") as file:
        assert client.post("/thon/nhan", {"file": file}).status_code == 302
    assert Line.objects.filter(visit=lists).exclude(answered_by=None).count() == 1
    assert Event.objects.filter(kind="taken_out").count() == 2


def test_a_cancelled_list_is_not_there(lists: Visit, as_role: As):
    Visit.objects.update(cancelled_by=1)
    assert as_role("culture").get(f"/thon/{lists.code}").status_code == 404


def test_a_list_costs_no_more_queries_with_more_questions(lists: Visit, as_role: As, tmp_path: Path):
    client, counts = as_role("culture"), []
    for size in (45, 90):
        rows = [child(n, **HARM.get(n, {}), **({"sex": ""} if n > 40 else {})) for n in range(1, size)]
        taken_in(tmp_path / f"{size}.xlsx", rows, TODAY, "thử")
        client.post("/thon/lap", {"hamlet": "*"})
        latest = Visit.objects.filter(hamlet=OWN).order_by("-operation")[0]
        with CaptureQueriesContext(connection) as queries:
            client.get("/thon")
            client.get(f"/thon/{latest.code}")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 40
