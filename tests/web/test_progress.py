"""Progress at the desk: figures that add up, a drawing with its table, reminders without names, the sealed backup."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sosach.campaign.forecast import Forecast, Progress
from sosach.store.desk.progress_by import by_hamlet
from sosach.store.log.act import Actor
from sosach.store.log.models import Event
from sosach.store.registers.models import Person
from sosach.store.sealing import BEGINS
from sosach.web.frame import clock
from sosach.web.pages.progress.burn_up import burn_up
from tests.store.people import OPERATOR, child, taken_in
from tests.web.conftest import HARM, OTHER, OWN, TODAY, Desk

As = Callable[[str | None], Client]
DUE = date(2026, 6, 18)


def _points(told: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in told.split())]


def test_hamlets_add_up_and_those_of_others_are_not_counted(desk: Desk):
    whole = by_hamlet("children", OPERATOR)
    assert {share.name for share in whole} == {OWN, OTHER}
    assert all(share.found == share.settled + share.in_hand + share.untouched for share in whole)
    mine = by_hamlet("children", Actor("x", "collaborator", frozenset({OWN})))
    assert [share.name for share in mine] == [OWN]
    assert by_hamlet("children", Actor("x", "province", None)) == []


@pytest.mark.parametrize("role", ["culture", "leader", "province", "service_centre", "collaborator", "clinic"])
def test_no_name_of_anybody_stands_on_the_page(desk: Desk, as_role: As, role: str):
    page = as_role(role).get("/tien-do").content.decode()
    names = set(Person.objects.values_list("full_name", flat=True))
    assert len(names) > 30
    assert [name for name in names if name in page] == []


def test_roles_see_as_far_as_their_hamlets(desk: Desk, as_role: As):
    assert OTHER in as_role("leader").get("/tien-do").content.decode()
    mine = as_role("collaborator").get("/tien-do").content.decode()
    assert "Theo thôn" in mine
    assert f'<th scope="row">{OTHER}</th>' not in mine
    assert "Theo thôn" not in as_role("province").get("/tien-do").content.decode()
    assert as_role("police").get("/tien-do").status_code == 404
    assert "Tiến độ" not in as_role("police").get("/").content.decode()


def test_what_the_drawing_shows_stands_in_the_table(desk: Desk, as_role: As):
    page = as_role("leader").get("/tien-do").content.decode()
    assert 'role="img"' in page
    assert re.search(r'<th scope="row">16/06/2026</th><td class="num">\d+</td><td class="num">\d+</td>', page)
    told = re.findall(r' (?:x|y|x1|x2|y1|y2)="([^"]*)"', page)
    assert len(told) > 10
    assert [number for number in told if not re.fullmatch(r"[\d.]+", number)] == []  # as drawings write numbers


def test_who_is_late_gets_a_text_to_copy_and_collaborators_do_not_send_any(
    desk: Desk, as_role: As, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(clock.DAY, "2026-06-22")
    page = as_role("leader").get("/tien-do").content.decode()
    assert "Kính gửi:" in page
    assert "đợt TE-01" in page
    assert 'data-copy="nhac-' in page
    assert "Lời nhắc" not in as_role("collaborator").get("/tien-do").content.decode()


def test_the_calendar_tells_what_cannot_work(desk: Desk, as_role: As):
    page = as_role("union").get("/lich").content.decode()
    assert "Mốc không khả thi" in page
    assert "hôm nay" in page or "16/06/2026" not in page
    answer = as_role("union").get("/lich/tep")
    assert answer.content.startswith(b"BEGIN:VCALENDAR")


def test_a_line_climbs_to_what_is_done_and_the_forecast_goes_on_from_there():
    days = [Progress(date(2026, 6, 5) + timedelta(days=n), n, 20) for n in range(5)]
    expected = Forecast(Fraction(1), 16, date(2026, 7, 1), Fraction(4), in_time=False)
    drawing = burn_up(days, date(2026, 6, 1), DUE, expected)
    assert drawing is not None
    done = _points(drawing.done)
    assert [x for x, _ in done] == sorted(x for x, _ in done)
    assert [y for _, y in done] == sorted((y for _, y in done), reverse=True)
    assert _points(drawing.forecast)[0] == done[-1]
    assert _points(drawing.forecast)[1][1] == _points(drawing.found)[-1][1]
    assert drawing.today < drawing.deadline
    assert all(
        drawing.left <= x <= drawing.right for x, _ in [*done, *_points(drawing.need), *_points(drawing.forecast)]
    )


def test_nothing_found_is_no_drawing():
    assert burn_up([], DUE, DUE, None) is None
    assert burn_up([Progress(DUE, 0, 0)], DUE, DUE, None) is None


def test_a_backup_leaves_sealed_and_is_remembered(desk: Desk, as_role: As):
    client = as_role("administrator")
    assert "Chưa sao lưu lần nào" in client.get("/sao-luu").content.decode()
    answer = client.post("/sao-luu")
    assert answer["Content-Disposition"].endswith("sao-luu-2026-06-16.age")
    assert answer.content.startswith(BEGINS)
    assert Event.objects.get(kind="backup").actor == "Người giữ vai administrator"
    assert "16/06/2026" in client.get("/sao-luu").content.decode()


def test_progress_costs_no_more_queries_with_more_people(desk: Desk, as_role: As, tmp_path: Path):
    client, counts = as_role("culture"), []
    for size in (45, 120):
        rows = [child(n, **HARM.get(n, {}), **({"sex": ""} if n > 40 else {})) for n in range(1, size)]
        taken_in(tmp_path / f"{size}.xlsx", rows, TODAY, "thử")
        with CaptureQueriesContext(connection) as first:  # what an import has changed is read anew once
            client.get("/tien-do")
        with CaptureQueriesContext(connection) as queries:
            client.get("/tien-do")
        assert len(first) <= 60
        counts.append(len(queries))
    assert counts[1] <= counts[0]
