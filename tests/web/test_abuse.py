"""Abuse of pages, case by case: what somebody tries who knows the addresses, and what becomes of it."""

from collections.abc import Callable

import pytest
from django.test import Client

from sosach.store.accounts.models import Account
from sosach.store.findings.models import Finding, State
from sosach.store.log.models import Event
from sosach.store.registers.models import Person
from sosach.store.registers.selectors import facts
from sosach.web.frame.opaque import hidden
from tests.web.conftest import Desk, name_of

As = Callable[[str | None], Client]


def _decision(number: int, act: str, **more: str) -> tuple[str, dict[str, str]]:
    person = Person.objects.get(record_code=f"TE{number:06d}")
    found = Finding.objects.filter(person=person, state=State.OPEN).order_by("id")[0]
    told = {"seen": str(person.version), "query": "", "act": act, f"choice-{found.id}": "accept"}
    return f"/ra-soat/children/{hidden(person.id)}/quyet-dinh", told | more


def test_A01_a_record_of_another_hamlet_is_not_there(desk: Desk, as_role: As):
    client = as_role("collaborator")
    assert client.get(f"/ho-so/{desk.own_word}").status_code == 200
    other, nobody = client.get(f"/ho-so/{desk.other_word}"), client.get("/ho-so/" + "a" * 26)
    assert (other.status_code, other.content) == (nobody.status_code, nobody.content)
    assert other.status_code == 404


@pytest.mark.parametrize("place", ["/ho-so/{word}/so/personal_id", "/ra-soat/children/{word}/quyet-dinh"])
def test_A02_nor_by_any_other_address(desk: Desk, as_role: As, place: str):
    assert as_role("collaborator").post(place.format(word=desk.other_word)).status_code == 404


@pytest.mark.parametrize("word", ["1", "2", "00000000-0000-7000-8000-000000000001", "%2e%2e", "a" * 26])
def test_A03_records_cannot_be_counted_through(desk: Desk, as_role: As, word: str):
    assert as_role("culture").get(f"/ho-so/{word}").status_code == 404


def test_A04_the_police_find_nobody_who_was_not_sent_to_them(desk: Desk, as_role: As):
    other = Person.objects.get(id=desk.other)
    for typed in (other.full_name, other.record_code, "Trần"):
        assert desk.other_word not in as_role("police").post("/tim", {"q": typed}).content.decode()


def test_A05_fields_cannot_be_asked_for(desk: Desk, as_role: As):
    text = as_role("union").get(f"/ho-so/{desk.own_word}?fields=ethnicity,category&format=json").content.decode()
    assert "Kinh" not in text
    assert "Dân tộc" not in text


def test_A06_what_a_form_does_not_have_is_not_taken(desk: Desk, as_role: As):
    more = {"commune_id": "1", "status": "approved", "role": "administrator", "actor": "ai đó", "state": "settled"}
    place, told = _decision(1, "accept", **more)
    assert as_role("culture").post(place, told).status_code == 302
    assert Account.objects.get(name=name_of("culture")).role == "culture"
    assert Event.objects.filter(kind="verdict").get().actor == name_of("culture")


def test_A12_who_rules_over_accounts_sees_nobody(desk: Desk, as_role: As):
    client = as_role("administrator")
    for place in (f"/ho-so/{desk.own_word}", "/ra-soat/children", "/cong-an", "/thon"):
        assert client.get(place).status_code == 404


def test_A16_F91_a_decision_that_is_sent_twice_counts_once(desk: Desk, as_role: As):
    place, told = _decision(1, "accept")
    first, second = (as_role("culture").post(place, told) for _ in range(2))
    assert first.status_code == 302
    assert second.status_code in (409, 422)  # somebody was quicker, or nothing of it is open any more
    assert Event.objects.filter(kind="verdict").count() == 1


def test_A18_nothing_changes_by_looking(desk: Desk, as_role: As):
    place, _ = _decision(1, "accept")
    before, client = Event.objects.count(), as_role("culture")
    for method in ("GET", "HEAD", "PUT", "DELETE", "TRACE"):
        for address in (place, "/cong-an/gui", "/bao-cao/chot", "/hoan-tac/1", "/dang-xuat"):
            assert client.generic(method, address).status_code == 405, (method, address)
    assert Event.objects.count() == before


@pytest.mark.parametrize("query", ["order_by=personal_id", "sap-xep=-personal_id", "loi=' OR 1=1 --", "thon=%25%25"])
def test_A23_A24_filters_are_those_of_the_page(desk: Desk, as_role: As, query: str):
    assert as_role("culture").get(f"/ra-soat/children?{query}").status_code in (200, 400)


def test_A37_no_number_stands_in_an_address_or_a_title(desk: Desk, as_role: As):
    whole = Person.objects.get(record_code="TE000010").id
    number = facts({whole})[whole]["personal_id"]
    answer = as_role("culture").post("/tim", {"q": number})
    assert answer.status_code == 200
    assert "Location" not in answer
    assert number not in answer.content.decode().split("<title>")[1].split("</title>")[0]


def test_F94_who_is_signed_out_meanwhile_changes_nothing_and_is_led_to_the_door(desk: Desk, as_role: As):
    place, told = _decision(1, "accept")
    answer = as_role(None).post(place, told)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/dang-nhap")
    assert not Event.objects.filter(kind="verdict").exists()
