"""Pages as they are used: what a form does, what is told of it, and how many queries a page costs."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sosach.store.findings.models import Finding, State
from sosach.store.log.models import Event
from sosach.store.log.selectors import first_fault
from sosach.store.registers.models import Import, Person
from sosach.store.registers.selectors import facts
from sosach.web.frame.opaque import hidden
from tests.store.people import child, taken_in, workbook
from tests.web.conftest import HARM, Desk

As = Callable[[str | None], Client]


def _person(number: int) -> Person:
    return Person.objects.get(record_code=f"TE{number:06d}")


def _finding(person: Person, rule: str = "") -> Finding:
    return Finding.objects.filter(person=person, rule__startswith=rule, state=State.OPEN).order_by("id")[0]


def _decide(client: Client, person: Person, **told: str):
    known = {"seen": str(person.version), "query": "thon=Thôn Gò Me"}
    return client.post(f"/ra-soat/children/{hidden(person.id)}/quyet-dinh", known | told)


def test_a_proposal_is_taken_and_the_next_person_comes(desk: Desk, as_role: As):
    person = _person(1)
    finding = _finding(person, "personal_id_lost_zero")
    answer = _decide(as_role("culture"), person, act="accept", **{f"choice-{finding.id}": "accept"})
    assert answer.status_code == 302
    assert "thon=Th%C3%B4n+G%C3%B2+Me" in answer["Location"]
    assert "ho-so=" in answer["Location"]
    assert facts({person.id})[person.id]["personal_id"] == "027313600007"
    finding.refresh_from_db()
    assert (finding.state, finding.how) == (State.SETTLED, "repaired")
    assert first_fault() is None


def test_what_was_decided_is_undone_by_the_key(desk: Desk, as_role: As):
    person, client = _person(1), as_role("culture")
    _decide(client, person, act="accept", **{f"choice-{_finding(person).id}": "accept"})
    number = Event.objects.filter(kind="verdict").order_by("-seq")[0].operation
    client.post(f"/hoan-tac/{number}", {"register": "children", "person": hidden(person.id), "query": ""})
    assert "personal_id" not in facts({person.id})[person.id]
    assert _finding(person, "personal_id_lost_zero")


def test_a_value_is_typed_with_its_document_and_without_one_nothing_is_changed(desk: Desk, as_role: As):
    person, client = _person(4), as_role("culture")
    answer = _decide(client, person, act="edit", **{"value-birth_date": "28/02/2016"})
    assert answer.status_code == 422
    assert "Thiếu căn cứ" in answer.content.decode()
    told = {"value-birth_date": "28/02/2016", "evidence": "Giấy khai sinh số 12/2016", "reason": "Gõ nhầm"}
    assert _decide(client, _person(4), act="edit", **told).status_code == 302
    assert facts({person.id})[person.id]["birth_date"] == "2016-02-28"


def test_a_number_that_stands_is_replaced_by_two_people(desk: Desk, as_role: As):
    person, culture, operator = _person(10), as_role("culture"), as_role("operator")
    before = facts({person.id})[person.id]["personal_id"]
    told = {"evidence": "Thẻ căn cước", "reason": "Gõ nhầm", "value-personal_id": "027213600099"}
    assert _decide(culture, person, act="edit", **told, **{"value-phone": ""}).status_code == 302
    assert facts({person.id})[person.id]["personal_id"] == before
    number = Event.objects.get(kind="number_proposed").seq
    assert culture.post(f"/cho-duyet/so/{number}", {"said": "agree"}).status_code == 422
    assert "027213600099" not in operator.get("/cho-duyet").content.decode()
    assert operator.post(f"/cho-duyet/so/{number}", {"said": "agree"}).status_code == 302
    assert facts({person.id})[person.id]["personal_id"] == "027213600099"
    operation = Event.objects.get(kind="number_replaced").operation
    operator.post(f"/hoan-tac/{operation}")
    assert facts({person.id})[person.id]["personal_id"] == before
    assert first_fault() is None


def test_a_proposal_can_be_taken_back_and_is_then_no_more(desk: Desk, as_role: As):
    person, culture = _person(10), as_role("culture")
    told = {"evidence": "Thẻ căn cước", "reason": "Gõ nhầm", "value-personal_id": "027213600099"}
    _decide(culture, person, act="edit", **told)
    assert _decide(culture, _person(10), act="edit", **told).status_code == 422  # one waits already
    number = Event.objects.get(kind="number_proposed").seq
    culture.post(f"/cho-duyet/so/{number}", {"said": "decline", "reason": "Rút lại"})
    assert as_role("operator").post(f"/cho-duyet/so/{number}", {"said": "agree"}).status_code == 422


def test_what_may_stand_keeps_its_reason(desk: Desk, as_role: As):
    person = _person(6)
    finding = _finding(person, "sex")
    _decide(as_role("culture"), person, act="leave", **{"reason-chosen": "Không xác minh được, để theo sổ"})
    finding.refresh_from_db()
    assert finding.state in (State.SET_ASIDE, State.SETTLED)
    assert "để theo sổ" in as_role("culture").get(f"/ho-so/{hidden(person.id)}").content.decode()


@pytest.mark.parametrize(("act", "whom"), [("hamlet", "collaborator"), ("police", "commune_police")])
def test_somebody_else_is_asked_and_the_question_waits(desk: Desk, as_role: As, act: str, whom: str):
    person = _person(9)
    assert _decide(as_role("culture"), person, act=act).status_code == 302
    assert {f.waiting_for for f in Finding.objects.filter(person=person, state=State.WAITING)} == {whom}


def test_who_was_slower_sees_both_sides(desk: Desk, as_role: As):
    person, client = _person(4), as_role("culture")
    told = {"evidence": "Giấy khai sinh", "reason": "Gõ nhầm"}
    _decide(client, person, act="edit", **told, **{"value-birth_date": "28/02/2016"})
    wanted = {"value-birth_date": "27/02/2016", "saw-birth_date": "trống"}
    answer = _decide(as_role("operator"), person, act="edit", **told, **wanted)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "28/02/2016" in text
    assert "27/02/2016" in text
    assert facts({person.id})[person.id]["birth_date"] == "2016-02-28"


def test_the_very_same_cell_is_repaired_for_many_after_a_look(desk: Desk, as_role: As):
    person, client = _person(2), as_role("culture")
    finding = _finding(person, "ethnicity")
    place = f"/ra-soat/children/giong/{hidden(finding.id)}"
    assert "2 hồ sơ có đúng ô này" in client.get(place).content.decode()
    assert client.post(place, {"previewed": "7", "reason": "một lỗi"}).status_code == 422
    assert client.post(place, {"previewed": "2", "reason": "một lỗi"}).status_code == 302
    assert {facts({p.id})[p.id]["ethnicity"] for p in (_person(2), _person(8))} == {"01"}
    assert Event.objects.filter(kind="verdict").count() == 1


def test_nobody_s_identity_is_decided_for_many(desk: Desk, as_role: As):
    finding = _finding(_person(1), "personal_id_lost_zero")
    assert as_role("culture").get(f"/ra-soat/children/giong/{hidden(finding.id)}").status_code == 404


def test_filters_are_in_the_address_and_count_persons(desk: Desk, as_role: As):
    text = as_role("culture").get("/ra-soat/children?loi=personal_id_missing").content.decode()
    shown = re.search(r"còn <b>(\d+)</b>", text)
    assert shown
    expected = Finding.objects.filter(rule="personal_id_missing", state=State.OPEN).values("person").distinct().count()
    assert int(shown[1]) == expected > 0
    assert as_role("culture").get("/ra-soat/children?loi=' OR 1=1 --&thon=%25&trang-thai=x").status_code == 200
    assert as_role("culture").get("/ra-soat/children?thon=%00").status_code == 400
    assert as_role("culture").post("/tim", {"q": "a\x00b"}).status_code == 400


@pytest.mark.parametrize(
    "typed", ["nguyen van", "Nguyễn Văn", "TE000010", "tran thi", "0272", "%", "'; drop", "a" * 9999]
)
def test_searching_finds_with_and_without_marks_and_bears_anything(desk: Desk, as_role: As, typed: str):
    answer = as_role("culture").post("/tim", {"q": typed})
    assert answer.status_code == 200
    found = "/ho-so/" in answer.content.decode()
    assert found == (typed in ("nguyen van", "Nguyễn Văn", "TE000010", "tran thi", "0272"))


@pytest.mark.parametrize(("role", "found"), [("culture", True), ("collaborator", False), ("police", False)])
def test_a_search_finds_whom_one_may_see(desk: Desk, as_role: As, role: str, found: bool):
    answer = as_role(role).post("/tim/nhanh", {"q": _person(9).full_name})
    assert (desk.other_word in answer.content.decode()) == found


def test_what_is_written_in_a_name_stays_text(desk: Desk, as_role: As, tmp_path: Path):
    rows = [child(60, full_name="<img src=x onerror=alert(1)> {{7*7}} {% now %}")]
    taken_in(tmp_path / "x.xlsx", rows, as_of=date(2026, 6, 15), accept="thử")
    word = hidden(_person(60).id)
    for place in (f"/ho-so/{word}", f"/ra-soat/children?ho-so={word}"):
        text = as_role("culture").get(place).content.decode()
        assert "<img" not in text
        assert "49" not in re.findall(r"<h[12][^>]*>(.*?)</h", text)


def test_a_file_is_taken_in_step_by_step_and_undone(desk: Desk, as_role: As, tmp_path: Path):
    client = as_role("culture")
    rows = [child(number) for number in range(1, 43)]
    path = workbook(tmp_path / "moi.xlsx", rows)
    with path.open("rb") as file:
        answer = client.post("/nhap", {"file": file, "register": "children", "as_of": "15/06/2026"})
    checked = answer["Location"]
    assert "Nhận ra là sổ" in client.get(checked).content.decode()
    columns = checked.replace("kiem-tra", "cot")
    assert "đã ghép" in client.get(columns).content.decode()
    figures = client.post(columns)["Location"]
    assert Import.objects.count() == 1
    text = client.get(figures).content.decode()
    assert re.search(r"Mới</th><td class=\"num\">2<", text)
    receipt = client.get(client.post(figures)["Location"])["Location"]
    last = Import.objects.order_by("-operation")[0]
    assert receipt == f"/nhap/lan/{last.operation}"
    told = json.loads(last.figures)
    parts = ("new", "changed", "same", "waiting", "rejected", "duplicate_in_file")
    assert told["rows"] == sum(told[name] for name in parts) == 42
    client.post(f"/hoan-tac/{last.operation}")
    last.refresh_from_db()
    assert last.undone_by is not None
    assert client.get(checked).status_code == 422  # the draft is gone


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"", "trống"),
        ("a.xlsx", b"<html><table></table></html>", "Chưa đọc được"),
        ("../../etc/passwd.xlsx", b"x", "Chưa đọc được"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_changes_nothing(
    desk: Desk, as_role: As, name: str, content: bytes, said: str
):
    from django.core.files.uploadedfile import SimpleUploadedFile

    client = as_role("culture")
    answer = client.post("/nhap", {"file": SimpleUploadedFile(name, content), "register": ""}, follow=True)
    assert said in answer.content.decode() or answer.status_code == 422
    assert Import.objects.count() == 1


def test_two_records_are_merged_by_two_people(desk: Desk, as_role: As, tmp_path: Path):
    twice = [child(number) for number in range(1, 41)] + [child(12, record_code="TE000099", phone="")]
    taken_in(tmp_path / "hai-lan.xlsx", twice, as_of=date(2026, 6, 15), accept="thử")
    one, other = sorted((_person(12), _person(99)), key=lambda person: person.id)
    place = f"/trung/children/{hidden(one.id)}/{hidden(other.id)}"
    culture, operator = as_role("culture"), as_role("operator")
    assert culture.get(place).status_code == 200
    assert culture.post(place, {"verdict": "merge", "stays": "a", "reason": ""}).status_code == 422
    assert culture.post(place, {"verdict": "merge", "stays": "a", "reason": "Một trẻ"}).status_code == 302
    number = Event.objects.get(kind="merge_proposed").seq
    agree = f"/trung/children/de-nghi/{number}/duyet"
    assert culture.post(agree, {"said": "agree"}).status_code == 422
    assert Person.objects.get(id=other.id).left == ""
    assert operator.post(agree, {"said": "agree"}).status_code == 302
    assert Person.objects.get(id=other.id).left == "merged"
    assert operator.post(agree, {"said": "agree"}).status_code == 422
    merged = Event.objects.get(kind="merge_chosen").operation
    operator.post(f"/hoan-tac/{merged}")
    assert Person.objects.get(id=other.id).left == ""


def test_a_pair_that_is_two_persons_is_not_shown_again(desk: Desk, as_role: As, tmp_path: Path):
    twice = [child(number) for number in range(1, 41)] + [child(12, record_code="TE000099")]
    taken_in(tmp_path / "hai-lan.xlsx", twice, as_of=date(2026, 6, 15), accept="thử")
    one, other = sorted((_person(12), _person(99)), key=lambda person: person.id)
    client, place = as_role("culture"), f"/trung/children/{hidden(one.id)}/{hidden(other.id)}"
    assert client.post(place, {"verdict": "two", "reason": "Hai anh em họ"}).status_code == 302
    assert client.get(place).status_code in (404, 422)
    client.post(f"/hoan-tac/{Event.objects.get(kind='two_persons').operation}")
    assert client.get(place).status_code == 200


def test_accounts_are_opened_with_a_first_password_shown_once(desk: Desk, as_role: As):
    client = as_role("administrator")
    told = {"name": "Vũ Thị Lụa", "role": "collaborator", "hamlet": ["Thôn Gò Me", "Thôn Không Có"]}
    text = client.post("/quan-tri", told).content.decode()
    password = re.search(r"first-password\"><code>([a-z ]+)<", text)
    assert password
    assert len(password[1].split()) == 5
    stranger = as_role(None)
    answer = stranger.post("/dang-nhap", {"name": "Vũ Thị Lụa", "password": password[1]})
    assert answer["Location"] == "/tai-khoan"
    assert stranger.get("/tim")["Location"] == "/tai-khoan"  # before anything else the password is changed
    assert password[1] not in client.get("/quan-tri").content.decode()


@pytest.mark.parametrize("place", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_the_way_back_after_signing_in_stays_at_the_desk(desk: Desk, as_role: As, place: str):
    from sosach.store.sign_in.models import Credential
    from sosach.store.sign_in.passwords import kept
    from tests.web.conftest import name_of

    Credential.objects.update(password=kept("rau muống luộc chấm"))
    answer = as_role(None).post(
        "/dang-nhap", {"name": name_of("operator"), "password": "rau muống luộc chấm", "next": place}
    )
    assert answer["Location"] == "/"


# How many queries a page costs, whatever it shows: more rows, no more queries.
@pytest.mark.parametrize(
    ("place", "most"),
    [
        ("/", 45),
        ("/ra-soat/children", 45),
        ("/nhap", 12),
        ("/nhat-ky", 12),
        ("/ho-so/{word}", 18),
        ("/trung/children", 32),
    ],
)
def test_pages_cost_no_more_queries_with_more_people(desk: Desk, as_role: As, tmp_path: Path, place: str, most: int):
    client, counts = as_role("culture"), []
    address = place.format(word=desk.own_word)
    client.get(address, follow=True)
    for size in (41, 90):
        rows = [child(number, personal_id="") for number in range(41, size)]
        taken_in(
            tmp_path / f"{size}.xlsx",
            [*(child(n, **HARM.get(n, {})) for n in range(1, 41)), *rows],
            date(2026, 6, 10),
            "thử",
        )
        client.get(address, follow=True)  # what is kept in memory is read
        with CaptureQueriesContext(connection) as first:  # what an import has changed is read anew once
            client.get(address, follow=True)
        with CaptureQueriesContext(connection) as queries:
            client.get(address, follow=True)
        assert len(first) <= most
        counts.append(len(queries))
    assert counts[1] <= counts[0]


def test_what_lies_between_two_registers_is_named_in_words(desk: Desk, as_role: As):
    Finding.objects.filter(rule="personal_id_missing").update(rule="civil_difference")
    text = as_role("culture").get("/ra-soat/children?loi=civil_difference").content.decode()
    assert "Khác sổ khai sinh" in text
    assert not re.search(r">\s*civil_difference", text)
