"""A desk with people at it: every role has an account, and some children have something wrong with them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.test.utils import override_settings

from sosach.campaign.outcome import Whom
from sosach.store.accounts.models import Account
from sosach.store.accounts.rights import ROLES
from sosach.store.accounts.services import open_account
from sosach.store.findings.models import Finding, State
from sosach.store.home import Home
from sosach.store.police.models import Batch, Line
from sosach.store.registers.models import Person
from sosach.store.sign_in.models import Credential
from sosach.store.sign_in.session_store import ACCOUNT, SEEN, STARTED, SessionStore
from sosach.web.frame import clock, long_work
from sosach.web.frame.opaque import hidden
from sosach.web.frame.signed_in import PROVEN
from tests.store.conftest import campaign, home  # noqa: F401  # fixtures
from tests.store.people import OPERATOR, child, taken_in

TODAY = date(2026, 6, 16)
OWN, OTHER = "Thôn Gò Me", "Thôn Bãi Dâu"

# What is wrong with whom, by number: a proposal, an error without one, a warning.
HARM = {
    1: {"personal_id": "27313600007"},
    2: {"ethnicity": "Kinhh"},
    3: {"personal_id": ""},
    4: {"birth_date": "31/02/2016"},
    5: {"personal_id": ""},
    6: {"sex": "x"},
    8: {"ethnicity": "Kinhh"},
    9: {"personal_id": ""},
}


@dataclass(frozen=True, slots=True)
class Desk:
    """A home with people in it."""

    folder: Path
    own: (
        int  # a child of the hamlet whose collaborator is at the desk; sent to the police, waits for the civil register
    )
    other: int  # a child that is none of their business

    @property
    def own_word(self) -> str:
        """In addresses."""
        return hidden(self.own)

    @property
    def other_word(self) -> str:
        """In addresses."""
        return hidden(self.other)


@pytest.fixture
def desk(campaign: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:  # noqa: F811
    """A campaign with forty children, some of them harmed, and an account for every role."""
    monkeypatch.setenv(clock.DAY, TODAY.isoformat())
    monkeypatch.setattr(long_work, "PATIENCE", 60)  # tests of pages see how a work ends
    rows = [child(number, **HARM.get(number, {})) for number in range(1, 41)]
    taken_in(tmp_path / "tre-em.xlsx", rows, as_of=date(2026, 6, 4))
    for role in ROLES:
        places = frozenset({OWN}) if role in ("collaborator", "union") else frozenset()
        open_account(name_of(role), role, places, actor=OPERATOR, on=TODAY)
    Credential.objects.create(account=Account.objects.get(name=name_of("operator")), password="!")
    own, other = (Person.objects.get(record_code=f"TE{number:06d}") for number in (5, 9))
    assert (own.hamlet, other.hamlet) == (OWN, OTHER)
    _send(own)
    Finding.objects.filter(person=own).update(state=State.WAITING, waiting_for=Whom.CIVIL_REGISTRATION.value)
    with override_settings(SECRET_KEY="of the tests"):
        yield Desk(campaign.folder, own.id, other.id)


def _send(person: Person) -> None:
    days = {"sent_on": date(2026, 6, 11), "due": date(2026, 6, 17)}
    texts = {"file_name": "TE-01.xlsx", "sha256": "0" * 64, "minutes": "{}", "has_password": False}
    batch = Batch.objects.create(operation=1, code="TE-01", register="children", rows=1, **days, **texts)
    told = {"code": "x", "group": "no_id", "printed": "[]", "facts": "{}"}
    Line.objects.create(batch=batch, number=1, person=person, hamlet=person.hamlet, **told)


def name_of(role: str) -> str:
    """The account of a role."""
    return f"Người giữ vai {role}"


@pytest.fixture
def as_role(desk: Desk) -> Callable[[str | None], Client]:
    """A browser in which somebody of a role is signed in; None: a stranger's."""

    def signed_in(role: str | None) -> Client:
        client = Client(headers={"host": "127.0.0.1"})
        if role is not None:
            client.cookies["sosach"] = session_of(role)
        return client

    return signed_in


def session_of(role: str) -> str:
    """The key of a fresh session of a role's account."""
    moment = clock.now().timestamp()
    store = SessionStore()
    account = Account.objects.get(name=name_of(role)).id
    store.update({ACCOUNT: account, STARTED: moment, SEEN: moment, PROVEN: True})
    store.create()
    assert store.session_key is not None
    return store.session_key
