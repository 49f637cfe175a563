"""Every page, method and role, own and other hamlet, beside a table written by hand.

`seen`: it answers; `gone`: there is no such page (404); `never`: the method is none of the page's (405); `door`: a
stranger is led to the sign-in. A page without rows fails.
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from sosach.store import jobs
from sosach.store.accounts.rights import ROLES
from sosach.store.desk.drafts import hand_in
from sosach.store.desk.judge_pair import Merge, propose_merge, two_persons
from sosach.store.desk.pairs import proposals
from sosach.store.desk.send_batch import ToSend, send_batch
from sosach.store.desk.send_visits import ToSend as SendVisits
from sosach.store.desk.send_visits import send_visits
from sosach.store.findings.models import Finding
from sosach.store.log.act import Actor
from sosach.store.police.models import Batch
from sosach.store.registers.models import Import, Person
from sosach.store.reports.services import Wanted, freeze_report
from sosach.store.upload.models import Upload
from sosach.store.visits.models import Visit
from sosach.web.frame.clock import now
from sosach.web.frame.opaque import hidden
from sosach.web.frame.page import pages
from sosach.web.urls import urlpatterns
from tests.store.people import OPERATOR, child, workbook
from tests.web.conftest import OTHER, OWN, TODAY, Desk, name_of

ROWS = list(csv.DictReader((Path(__file__).parent / "permissions.csv").read_text(encoding="utf-8").splitlines()))
WHO = ("stranger", *ROLES)


def test_every_page_and_method_has_its_rows():
    told = {(row["page"], row["method"]) for row in ROWS}
    assert len(urlpatterns) == len(pages())
    assert {(page.name, method) for page in pages() for method in ("GET", "POST")} == told


def test_the_table_knows_every_role():
    assert all(tuple(row)[3:] == WHO for row in ROWS)


@pytest.mark.parametrize("who", WHO)
def test_everybody_reaches_what_the_table_says_and_nothing_else(
    who: str, desk: Desk, as_role: Callable[[str | None], Client], tmp_path: Path
):
    wrong = {}
    for row in ROWS:
        client = as_role(None if who == "stranger" else who)
        response = client.generic(row["method"], _address(row, who, desk, tmp_path), follow=False)
        if (met := _met(response)) != row[who]:
            wrong[f"{row['method']} {row['page']} {row['hamlet']}"] = (met, row[who], response.status_code)
    assert wrong == {}


def _met(response: HttpResponse) -> str:
    if response.status_code == 404:
        return "gone"
    if response.status_code == 405:
        return "never"
    if response.status_code == 302 and response["Location"].startswith("/dang-nhap?next="):
        return "door"
    at_the_door = response.wsgi_request.path in ("/dang-nhap", "/dang-nhap/ma", "/dang-xuat")
    if response.status_code == 302 and response["Location"] == "/dang-nhap" and not at_the_door:
        return "door"
    return "seen" if response.status_code < 500 else f"broken {response.status_code}"


def _address(row: dict[str, str], who: str, desk: Desk, folder: Path) -> str:
    """The address of a row; what it needs is made when it is wanted."""
    name = row["page"]
    word = desk.other_word if row["hamlet"] == "other" else desk.own_word
    parts: dict[str, Callable[[], list[object]]] = {
        "start_commune": lambda: ["09466"],
        "person": lambda: [word],
        "person_number": lambda: [word, "personal_id"],
        "review": lambda: ["children"],
        "review_decide": lambda: ["children", word],
        "review_same": lambda: ["children", hidden(Finding.objects.filter(rule__startswith="ethnicity")[0].id)],
        "undo": lambda: [_apart()],
        "import_receipt": lambda: [Import.objects.order_by("operation")[0].operation],
        "waiting": lambda: ["children"],
        "duplicate_pairs": lambda: ["children"],
        "duplicate_pair": lambda: ["children", *_two()],
        "approve": lambda: ["gop", _proposal()],
        "duplicate_agree": lambda: ["children", _proposal()],
        "police_file": lambda: [_batch(folder)],
        "police_paper": lambda: [_batch(folder)],
        "police_answers": lambda: [_batch(folder)],
        "upload_list": lambda: [_upload()],
        "upload_file": lambda: [_upload()],
        "job": lambda: [_job(who)],
        "hamlet_file": lambda: [_list(row["hamlet"], folder)],
        "hamlet_sheets": lambda: [_list(row["hamlet"], folder)],
        "hamlet_list": lambda: [_list(row["hamlet"], folder)],
    }
    if name in ("report", "report_edit", "report_approve", "report_file"):
        return reverse(name, args=[_report()])
    if name.startswith("import_") and name != "import_receipt":
        return reverse(name, args=[_draft(who, folder)])
    return reverse(name, args=parts[name]() if name in parts else [])


def _draft(who: str, folder: Path) -> str:
    content = workbook(folder / "moi.xlsx", [child(50), child(51)]).read_bytes()
    mine = Actor("ai đó" if who == "stranger" else name_of(who), "operator")
    return hand_in("moi.xlsx", content, "children", TODAY, actor=mine, at=now()).key


def _job(who: str) -> str:
    """A work of somebody's own that is done."""
    mine = Actor("ai đó" if who == "stranger" else name_of(who), "operator")
    job, held = jobs.begin("Thử", "import", "/", actor=mine, at=now())
    held.close()
    return jobs.done(job, "/", {}).key


def _batch(folder: Path) -> str:
    """A batch that left by itself, not by hand as that of the fixture."""
    found = Batch.objects.filter(cancelled_by=None).exclude(code="TE-01").first()
    if found is None:
        wanted = ToSend(register="children", out=folder / "dot.xlsx")
        found = send_batch(wanted, actor=OPERATOR, on=TODAY).batch
    assert found is not None
    return found.code


def _upload() -> str:
    """An upload whose export is that of the fixture."""
    facts = {"register": "children", "base": Import.objects.order_by("operation")[0], "prepared_on": TODAY}
    known = {"cells": 0, "lines": 0, "file_name": "x.xlsx", "list_sha256": ""}
    return Upload.objects.get_or_create(operation=1, code="CN-01", defaults=facts | known)[0].code


def _list(hamlet: str, folder: Path) -> str:
    """The list of a hamlet."""
    name = OTHER if hamlet == "other" else OWN
    known = Visit.objects.filter(hamlet=name).first()
    if known is None:
        wanted = SendVisits(hamlets=[name], out=folder / "phieu")
        known = send_visits(wanted, actor=OPERATOR, on=TODAY).visits[0]
    return known.code


def _report() -> str:
    return freeze_report(Wanted(kind="weekly", on=TODAY), actor=OPERATOR).number


def _two() -> list[str]:
    """Two children who are no pair: the page is there, and says so."""
    return [hidden(person.id) for person in Person.objects.order_by("id")[20:22]]


def _apart() -> int:
    """Something to undo on which nothing rests."""
    one, other = Person.objects.order_by("id")[20:22]
    return two_persons(one.id, other.id, "thử", actor=Actor("Người đề nghị", "operator"), on=TODAY)


def _proposal() -> int:
    waiting = proposals("children")
    if waiting:
        return waiting[0].seq
    one, other = Person.objects.filter(left="").order_by("-id")[:2]
    somebody = Actor("Người đề nghị", "operator")
    return propose_merge(Merge(goes=one.id, stays=other.id, taken=()), "thử", actor=somebody, on=TODAY)
