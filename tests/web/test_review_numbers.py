"""Numbers in forms of the review are for programs: no marks between thousands."""

from collections.abc import Callable

from django.test import Client

from sosach.store.findings.models import Finding
from sosach.store.registers.models import Person
from sosach.web.frame.opaque import hidden
from tests.web.conftest import Desk


def test_a_proposal_is_accepted_where_thousands_of_things_were_found(
    desk: Desk, as_role: Callable[[str | None], Client]
):
    person = Person.objects.get(record_code="TE000002")
    Finding.objects.filter(person=person, field="ethnicity").update(id=4456)
    Person.objects.filter(id=person.id).update(version=1234)
    client = as_role("culture")
    page = client.get(f"/ra-soat/children?ho-so={hidden(person.id)}").content.decode()
    assert 'name="choice-4456" value="accept"' in page
    assert 'name="seen" value="1234"' in page
    told = {"act": "accept", "seen": "1234", "choice-4456": "accept"}
    assert client.post(f"/ra-soat/children/{hidden(person.id)}/quyet-dinh", told).status_code == 302
    assert Finding.objects.get(id=4456).state == "settled"
